"""What each catalogue has to contain: the texts of the course, collected from where they are written."""

import ast
import importlib
import inspect
import itertools
import re
from pathlib import Path

from helpers.engine.build.sources import exercise_package, exercises_of, read_source
from helpers.engine.check.error_meanings import MEANINGS
from helpers.engine.check.exercise import Quiz, stub_source
from helpers.engine.check.locate.words import CHANGES, CONFIRMED, FACTS
from helpers.engine.check.shown import about_function
from helpers.engine.course import ENGINE_FOLDER, course
from helpers.engine.language.values import LABELS, PARTS
from helpers.engine.translate.blocks import blocks, keys_in, texts_of_code
from helpers.engine.translate.catalogues import document_name
from helpers.engine.translate.sentences import sentences_in

SHARED = "exercises_shared"  # what more than one notebook's exercises say
PAGES = ("templates/grade.html", "templates/analysis.html")
SHOWN_BY_PAGE = re.compile(r't\("([^"]+)"')
REPORTING = ("graft", "helper_cells", "notebook_file", "one_notebook", "one_submission", "report", "result")
REPORTING += ("__main__", "command_line", "class_command", "zip_commands")
REPORTING += ("class_run", "collect", "item_analysis", "policy", "reference", "similarity", "submission")
JUDGES = ("judge", "complain", "layers")  # in the names of functions that say what is wrong


def all_texts():
    """Return {name of a catalogue: {English text: where it is found}} for the whole course."""
    found = {name: notebook_texts(name) for name in course().source_names()}
    exercises = {f"exercises_{name}": exercise_texts(name) for name in course().source_names()}
    shared = shared_texts(exercises)
    for name, texts in exercises.items():
        found[name] = {text: places for text, places in texts.items() if text not in shared}
    return found | {SHARED: shared} | code_texts() | document_texts()


def notebook_texts(name):
    """Return {English text: ids of its cells} of the prose and code of a notebook."""
    cells, _ = read_source(name)
    keys, found = keys_in(cell.source for cell in cells if cell.role == "code"), {}
    for cell in cells:
        texts = {"prose": blocks, "code": texts_of_code}.get(cell.role, lambda source: [])(cell.source)
        note(found, cell.id, [text for text in texts if cell.role == "prose" or text not in keys])
    return found


def exercise_texts(name):
    """Return {English text: exercises that say it} of the exercises of a notebook."""
    found = {}
    for exercise in exercises_of(name).values():
        note(
            found,
            exercise.name,
            texts_of_quiz(exercise) if isinstance(exercise, Quiz) else texts_of(exercise),
        )
    folder = course().module_path(f"{course().exercises}.{exercise_package(name)}")
    for path in sorted(folder.glob("*.py")):
        note(found, path.stem, sentences_in(path, only=JUDGES))
    return found


def texts_of(exercise):
    """Return what an exercise says: its docstring, notes of cases, mistakes with their reasons, hints."""
    mistakes = [text for mistake in exercise.mistakes for text in (mistake.name, mistake.why)]
    notes = [text for case in exercise.case_list() for text in (case.note, case.late)]
    functions = [about_function(value) for case in exercise.case_list() for value in case.args.values()]
    return [*texts_given(exercise), *exercise.hints, *mistakes, *notes, *functions]


def texts_given(exercise):
    """Return the docstrings of an exercise: that of its solution, and of what a bug clinic hands out."""
    written = ast.parse(stub_source(exercise)).body[0]
    return [inspect.getdoc(exercise.solution), ast.get_docstring(written)]


def texts_of_quiz(quiz):
    """Return what a quiz says: items, answers in words, reasons, hints."""
    reasons = [reason for choices in quiz.reasons.values() for reason in choices.values()]
    choices = [choice for choices in quiz.reasons.values() for choice in choices]
    answers = [*quiz.answers.values(), *choices]
    return [*quiz.answers, *words_among(answers), *quiz.hints, *reasons, *quiz.otherwise.values()]


def words_among(answers):
    """Return the answers that are words, not the source of a shape or an expression."""
    return [text for text in answers if isinstance(text, str) and text.replace(" ", "").isalpha()]


def shared_texts(catalogues):
    """Return {English text: where it is found} of what is in more than one catalogue or in all exercises' modules."""
    names, found = {}, {}
    for name, texts in catalogues.items():
        for text in texts:
            names.setdefault(text, []).append(name)
    for text, where in names.items():
        if len(where) > 1:
            found[text] = [place for name in where for place in catalogues[name][text]]
    for path in sorted(course().module_path(course().exercises).glob("*.py")):
        note(found, path.stem, sentences_in(path, only=JUDGES))
    return found


def code_texts():
    """Return {name of a catalogue: {English text: modules that say it}} of the code: engine, figures, playgrounds."""
    package = course().module_path(course().package)
    return {
        "engine": engine_texts(),
        "reports": report_texts(),
        "figures": modules_texts(sorted((package / "figures").glob("*.py")))
        | {word: ["data"] for word in course().shown}
        | {docstring_of(address): ["printed"] for address in course().printed},
        "playgrounds": modules_texts(sorted((package / "playgrounds").glob("*.py"))),
    }


def docstring_of(address):
    """Return the docstring of a function ("module:name") of the course."""
    module, _, name = address.partition(":")
    return inspect.getdoc(getattr(importlib.import_module(module), name))


def engine_texts():
    """Return {English text: modules that say it} of the checks, without the names of findings and errors of Python."""
    paths = [*sorted((ENGINE_FOLDER / "check").rglob("*.py")), ENGINE_FOLDER / "build" / "first_cell.py"]
    found = modules_texts(paths)
    kinds = {*CHANGES, *CONFIRMED, *FACTS, *(part for _, part, _ in MEANINGS)} - {"one more"}
    found = {text: places for text, places in found.items() if text not in kinds}
    return found | {label: ["values"] for label in (*LABELS, *PARTS)}


def document_texts():
    """Return {name of a catalogue: {English text: page}} of the pages beside the notebooks."""
    return {
        document_name(page): {
            text: [page] for text in blocks((course().root / page).read_text(encoding="utf-8"))
        }
        for page in course().documents
    }


def report_texts():
    """Return {English text: files that say it} of the pages that learners and teachers get after grading."""
    grade, sandbox = ENGINE_FOLDER / "grade", ENGINE_FOLDER / "sandbox"
    names = ("answers", "carry", "notebook_file", "update")
    built = (ENGINE_FOLDER / "build" / f"{name}.py" for name in names)
    found = modules_texts(
        [
            *built,
            *(grade / f"{name}.py" for name in REPORTING),
            sandbox / "confine.py",
            ENGINE_FOLDER / "course.py",
        ]
    )
    tried = sandbox / "self_test.py"
    note(found, "self_test", [*keys_of(tried, "ATTEMPTS"), *sentences_in(tried, only=("layers_in_force",))])
    for page in PAGES:
        note(found, page, map(numbered, SHOWN_BY_PAGE.findall((grade / page).read_text(encoding="utf-8"))))
    return found


def keys_of(path, name):
    """Return the keys of a dict at the top of a Python file."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    values = [n.value for n in tree.body if isinstance(n, ast.Assign) and ast.unparse(n.targets[0]) == name]
    return [key.value for value in values for key in value.keys]


def numbered(text):
    """Return a text with named fields in place of %g, %d and %s."""
    numbers = itertools.count(1)
    return re.sub(r"%[gds]", lambda _: f"{{x{next(numbers)}}}", text)


def modules_texts(paths):
    """Return {English text: modules that say it} of Python files."""
    found = {}
    for path in paths:
        note(found, Path(path).stem, sentences_in(path))
    return found


def note(found, place, texts):
    """Add texts that contain letters to {English text: places}."""
    for text in texts:
        if isinstance(text, str) and any(character.isalpha() for character in text):
            found.setdefault(text, []).append(place)
