"""Synthetic classes: every kind of submission of honest learners, from solutions, mistakes and mutants."""

import ast
import copy
import importlib
import random
import re
from functools import cache
from pathlib import Path

import nbformat

from helpers.engine.build.sources import exercise_package
from helpers.engine.check.exercise import Quiz, patched, solution_source
from helpers.engine.course import course
from helpers.engine.prove import mutants
from helpers.engine.sandbox.redacted_course import import_lines

RIGHT_ANSWERS = Path(__file__).parent / "right_answers"
NAMES = sorted(path.stem for path in course().references.glob("*.ipynb"))


@cache
def exercises(name):
    """Return the exercises of a notebook."""
    return importlib.import_module(f"helpers.exercises.{exercise_package(name)}").exercises


@cache
def solutions(name):
    """Return {exercise: the solved cell's source} of the reference."""
    cells = nbformat.read(course().references / f"{name}.ipynb", as_version=4).cells
    return {c.metadata.exercise: c.source for c in cells if c.metadata.get("exercise")}


@cache
def written_differently(name, exercise):
    """Return right answers to an exercise as cells, from tests/right_answers."""
    path = RIGHT_ANSWERS / exercise_package(name) / f"{exercise}.py"
    if not path.is_file():
        return []
    body = [
        n
        for n in ast.parse(path.read_text(encoding="utf-8")).body
        if not imports_only(n, names_in_notebook(name))
    ]
    found = [n.name for n in body if isinstance(n, ast.FunctionDef) and not n.name.startswith("_")]
    cells = [(with_dependencies(body, answer), answer) for answer in found]
    whole = [f"{cell}\n\n{exercise} = {a}" for cell, a in cells if "helpers" not in cell]
    # Answers to two exercises may have one name.
    own = re.compile(rf"(?<![.\w])({'|'.join(found)})\b")
    return [own.sub(rf"{exercise}_\1", cell) for cell in whole]


@cache
def names_in_notebook(name):
    """Return the names that a learner's notebook defines anyway: its exercises, and what it imports."""
    nodes = ast.parse("\n".join(import_lines(name))).body
    return {*exercises(name), *(alias.asname or alias.name for node in nodes for alias in node.names)}


def imports_only(node, names):
    """Return whether a statement imports from the course, and only these names."""
    if not isinstance(node, ast.ImportFrom) or not node.module.startswith("helpers"):
        return False
    return all((alias.asname or alias.name) in names for alias in node.names)


def with_dependencies(body, name):
    """Return the source of one function of a module, with everything in the module that it uses."""
    kept, waiting = [], [name]
    while waiting:
        wanted = waiting.pop()
        for node in body:
            if wanted in names_bound_by(node) and node not in kept:
                kept.append(node)
                waiting += [n.id for n in ast.walk(node) if isinstance(n, ast.Name)]
    return "\n\n".join(ast.unparse(node) for node in body if node in kept)


def names_bound_by(node):
    """Return the names that a statement defines."""
    if isinstance(node, (ast.Import, ast.ImportFrom)):
        return {alias.asname or alias.name for alias in node.names}
    if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
        return {node.name}
    return {n.id for n in ast.walk(node) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}


@cache
def mutated(name, exercise):
    """Return the sources of all mutants of a solution; none if it has a while loop, which a mutant may never leave."""
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
    """Return the cell of a quiz with some wrong and some missing answers."""
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
    rng = random.Random(f"{name} {seed}")
    notebook = nbformat.read(course().notebooks / f"{name}.ipynb", as_version=4)
    for cell in notebook.cells:
        if exercise := cell.metadata.get("exercise"):
            cell.source = answer(name, exercise, cell.source, rng)
    rng.choice([kept, kept, kept, stripped, shuffled, doubled, thinned])(notebook, rng)
    return notebook


def kept(notebook, rng):
    """Leave the notebook as it is."""


def stripped(notebook, rng):
    """Remove the ids and metadata of all cells, as some front ends do."""
    for number, cell in enumerate(notebook.cells):
        cell.id, cell.metadata = f"cell-{number}", nbformat.from_dict({})


def shuffled(notebook, rng):
    """Shuffle the cells."""
    rng.shuffle(notebook.cells)


def doubled(notebook, rng):
    """Copy some cells."""
    for cell in rng.sample(list(notebook.cells), 8):
        notebook.cells.append(nbformat.from_dict({**cell, "id": f"copy-{len(notebook.cells)}"}))


def thinned(notebook, rng):
    """Delete some cells."""
    notebook.cells = [cell for cell in notebook.cells if rng.random() > 0.2]
