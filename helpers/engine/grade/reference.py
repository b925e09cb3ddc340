"""What the grader takes from the course: the reference notebooks, the stubs in them, and the exercises."""

import ast
import hashlib
import importlib
import importlib.util
import json
import os
import sys
import traceback
from functools import cache
from pathlib import Path

from helpers.engine.build.cells import text_of
from helpers.engine.build.notebook_file import identified
from helpers.engine.check.exercise import Exercise, Quiz, stub_source
from helpers.engine.course import course
from helpers.engine.grade.result import GradingError

OVERLAY = "COURSE_OVERLAY"  # environment variable with the folder of a teacher's own exercises


class OverlayError(GradingError):
    """A slip of the teacher's in a private overlay, which no learner is to read."""


def notebook_names():
    """Return the names of the course notebooks that can be graded, in order."""
    return sorted(path.stem for path in course().references.glob("*.ipynb"))


def identify(metadata, stem, cells=()):
    """Return the name of the course notebook that this is: from its metadata, its file name, else its exercises."""
    names = notebook_names()
    if name := identified(metadata, stem, cells, names, lambda name: public_stubs(name).keys()):
        return name
    raise GradingError(f"{stem} is no notebook of this course; they are: {', '.join(names)}")


@cache
def exercises_of(name):
    """Return {exercise name: exercise} of a course notebook; an overlay replaces some, and adds others."""
    exercises = dict(public_exercises(name))
    for path in overlay_files(name):
        exercises[path.stem] = own_exercise(path)
    return exercises


def public_exercises(name):
    """Return {exercise name: exercise} of a course notebook as learners have them."""
    return importlib.import_module(f"{course().exercises}.{name.partition('_')[2]}").exercises


def own_exercise(path):
    """Return the exercise that a file of a private overlay defines, or raise `OverlayError`."""
    # A module of its own, which no other can be mistaken for: what its functions are known by.
    module_name = f"overlay.{path.parent.name}.{path.stem}"
    spec = importlib.util.spec_from_file_location(module_name, path)
    module = sys.modules[module_name] = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except Exception as error:
        raise OverlayError(f"{place_of(error, path)}: {type(error).__name__}: {error}") from None
    exercise = getattr(module, "exercise", None)
    if not isinstance(exercise, (Exercise, Quiz)) or exercise.name != path.stem:
        raise OverlayError(
            f"{path}: it does not define `exercise`, an Exercise or a Quiz with the name of the file"
        )
    return exercise


def place_of(error, path):
    """Return the path of a file, and the number of the line in it at which an error arose, where that is known."""
    frames = [f for f in traceback.extract_tb(error.__traceback__) if f.filename == str(path)]
    line = error.lineno if isinstance(error, SyntaxError) else frames[-1].lineno if frames else None
    return f"{path}:{line}" if line else str(path)


def overlay_files(name):
    """Return the files in the teacher's private overlay for a course notebook."""
    folder = os.environ.get(OVERLAY)
    return sorted(Path(folder, name.partition("_")[2]).glob("*.py")) if folder else []


@cache
def public_stubs(name):
    """Return {exercise name: the empty cell that learners get} of a course notebook."""
    cells = [cell["metadata"] for cell in reference_cells(name) if "exercise" in cell["metadata"]]
    return {cell["exercise"]: cell["stub"] for cell in cells}


def stubs_of(name):
    """Return {exercise name: an empty cell} of a course notebook, and of what a private overlay adds to it."""
    public = public_stubs(name)
    added = {e: exercise for e, exercise in exercises_of(name).items() if e not in public}
    return public | {e: f"{e} = ..." if isinstance(x, Quiz) else stub_source(x) for e, x in added.items()}


@cache
def given_names(name):
    """Return {name: module} of what a course notebook imports for its learners."""
    cells = [c for c in reference_cells(name) if c["cell_type"] == "code" and "exercise" not in c["metadata"]]
    nodes = [node for cell in cells for node in ast.walk(ast.parse(text_of(cell)))]
    imports = [
        (alias, getattr(node, "module", None) or alias.name)
        for node in nodes
        if isinstance(node, (ast.Import, ast.ImportFrom))
        for alias in node.names
    ]
    return {(alias.asname or alias.name).partition(".")[0]: module for alias, module in imports}


def reference_cells(name):
    """Return the cells of a reference notebook as dicts."""
    # JSON, not nbformat: validating a whole notebook takes longer than grading one.
    return json.loads((course().references / f"{name}.ipynb").read_text(encoding="utf-8"))["cells"]


def reference_hashes():
    """Return {notebook: hash of all that its grades depend on}, and under None the hash of the whole course."""
    # Imported late: it loads jupytext, which most grading processes never need.
    from helpers.engine.build.fingerprint import built_from

    hashes = {name: built_from(name) + overlay_hash(name) for name in notebook_names()}
    return {**hashes, None: "+".join(hashes.values())}


def overlay_hash(name):
    """Return the hash of the private overlay for a course notebook, "" without one."""
    content = b"".join(path.read_bytes() for path in overlay_files(name))
    return f"-{hashlib.sha256(content).hexdigest()[:16]}" if content else ""
