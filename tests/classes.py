"""Made-up classes: submissions of every kind that honest learners hand in, from solutions, mistakes and mutants."""

import ast
import copy
import importlib
import random
from functools import cache
from pathlib import Path

import nbformat

from helpers.authoring import mutants
from helpers.authoring.places import NOTEBOOKS, REFERENCES
from helpers.authoring.sources import exercise_package
from helpers.exercises.definition import Quiz
from helpers.exercises.patching import patched, solution_source

RIGHT_ANSWERS = Path(__file__).parent / "right_answers"
NAMES = sorted(path.stem for path in REFERENCES.glob("*.ipynb"))


@cache
def exercises(name):
    """Return the exercises of a notebook."""
    return importlib.import_module(f"helpers.exercises.{exercise_package(name)}").exercises


@cache
def solutions(name):
    """Return {exercise: the solved cell's source} of the reference."""
    cells = nbformat.read(REFERENCES / f"{name}.ipynb", as_version=4).cells
    return {c.metadata.exercise: c.source for c in cells if c.metadata.get("exercise")}


@cache
def written_differently(name, exercise):
    """Return right answers to an exercise as cells, from tests/right_answers."""
    path = RIGHT_ANSWERS / exercise_package(name) / f"{exercise}.py"
    if not path.is_file():
        return []
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = [n.name for n in tree.body if isinstance(n, ast.FunctionDef) and not n.name.startswith("_")]
    tree.body = [n for n in tree.body[1:] if not takes_an_exercise(n, exercises(name))]
    given = {
        alias.asname or alias.name for n in tree.body if isinstance(n, ast.ImportFrom) for alias in n.names
    }
    return [f"{ast.unparse(tree)}\n\n{exercise} = {answer}" for answer in found if answer not in given]


def takes_an_exercise(node, names):
    """Return whether a statement imports what is an exercise in the same notebook: learners use their own."""
    return isinstance(node, ast.ImportFrom) and any((a.asname or a.name) in names for a in node.names)


@cache
def mutated(name, exercise):
    """Return the sources of small mechanical changes of a solution that are neither loops nor doubled."""
    tree = ast.parse(solution_source(exercises(name)[exercise]))
    if any(isinstance(node, ast.While) for node in ast.walk(tree)):
        return []
    made = []
    for path, node in mutants.places(tree):
        for changed in mutants.changes(node):
            mutant = copy.deepcopy(tree)
            mutants.put(mutant, path, changed)
            made.append(ast.unparse(ast.fix_missing_locations(mutant)))
    return made


def wrong_values(quiz, rng):
    """Return the cell of a quiz in which some answers are wrong, some missing."""
    choices = {}
    for item, answer in quiz.answers.items():
        wrong = [repr(choice) for choice in quiz.reasons.get(item, {})]
        choices[item] = rng.choice([repr(answer), "...", *wrong])
    return f"{quiz.name} = {{{', '.join(f'{item!r}: {choice}' for item, choice in choices.items())}}}"


def answer(name, exercise, stub, rng):
    """Return one learner's cell for an exercise: right, written differently, wrong in a known way, or odd."""
    defined, right = exercises(name)[exercise], solutions(name)[exercise]
    if isinstance(defined, Quiz):
        return rng.choice([right, stub, wrong_values(defined, rng)])
    known = [patched(solution_source(defined), [mistake]) for mistake in defined.mistakes]
    odd = ["", "1 / 0", f"{right}\n1 / 0", f"def {exercise}(:", f"%time\n{right}", f"{exercise} = 3"]
    odd.append(f"import matplotlib.pyplot as plt\n{right}\nplt.plot([1, 2])")
    kinds = [
        [right],
        [right],
        written_differently(name, exercise),
        known,
        mutated(name, exercise),
        [stub],
        odd,
    ]
    return rng.choice(rng.choice([kind for kind in kinds if kind]))


def submission(name, seed):
    """Return the notebook of one learner."""
    rng, notebook = random.Random(f"{name} {seed}"), nbformat.read(NOTEBOOKS / f"{name}.ipynb", as_version=4)
    for cell in notebook.cells:
        if exercise := cell.metadata.get("exercise"):
            cell.source = answer(name, exercise, cell.source, rng)
    rng.choice([kept, kept, kept, stripped, shuffled, doubled, thinned])(notebook, rng)
    return notebook


def kept(notebook, rng):
    """Leave the notebook as it is."""


def stripped(notebook, rng):
    """Lose every id and all metadata of cells, as some front ends do."""
    for number, cell in enumerate(notebook.cells):
        cell.id, cell.metadata = f"cell-{number}", nbformat.from_dict({})


def shuffled(notebook, rng):
    """Move cells about."""
    rng.shuffle(notebook.cells)


def doubled(notebook, rng):
    """Copy some cells."""
    for cell in rng.sample(list(notebook.cells), 8):
        notebook.cells.append(nbformat.from_dict({**cell, "id": f"copy-{len(notebook.cells)}"}))


def thinned(notebook, rng):
    """Delete some cells."""
    notebook.cells = [cell for cell in notebook.cells if rng.random() > 0.2]
