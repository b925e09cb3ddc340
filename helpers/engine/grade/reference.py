"""What the grader takes from the course: the reference notebooks, the stubs in them, and the exercises."""

import importlib
import json

from helpers.engine.course import course
from helpers.engine.grade.result import GradingError


def notebook_names():
    """Return the names of the course notebooks that can be graded, in order."""
    return sorted(path.stem for path in course().references.glob("*.ipynb"))


def identify(metadata, stem):
    """Return the name of the course notebook that this is, from its metadata, else from its file name."""
    names, entry = notebook_names(), metadata.get("course", {})
    for guess in (entry.get("notebook") if isinstance(entry, dict) else None, stem):
        if guess in names:
            return guess
    if (within := [name for name in names if name in stem]) and len(within) == 1:
        return within[0]
    raise GradingError(f"{stem} is no notebook of this course; they are: {', '.join(names)}")


def exercises_of(name):
    """Return {exercise name: exercise} of a course notebook."""
    return importlib.import_module(f"{course().exercises}.{name.partition('_')[2]}").exercises


def stubs_of(name):
    """Return {exercise name: the empty cell that learners get} of a course notebook."""
    # JSON, not nbformat: validating a whole notebook takes longer than grading one.
    reference = json.loads((course().references / f"{name}.ipynb").read_text(encoding="utf-8"))
    cells = [cell["metadata"] for cell in reference["cells"] if "exercise" in cell["metadata"]]
    return {cell["exercise"]: cell["stub"] for cell in cells}


def reference_hashes():
    """Return {notebook: hash of all that its grades depend on}, and under None the hash of the whole course."""
    # Imported late: it loads jupytext, which most grading processes never need.
    from helpers.engine.build.fingerprint import built_from

    hashes = {name: built_from(name) for name in notebook_names()}
    return {**hashes, None: "+".join(hashes.values())}
