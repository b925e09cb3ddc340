"""Grafting: the learner's exercise cells, source only, put into the pristine reference notebook.

Whatever else is in the learner's notebook (edited checks, extra cells, outputs) cannot matter.
"""

import ast
import re
from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell, new_notebook

from helpers.engine.build.answers import find_all
from helpers.engine.build.sources import exercise_package
from helpers.engine.course import course


class GradingError(Exception):
    """A notebook that cannot be graded, told in one sentence."""


@dataclass(frozen=True)
class Graft:
    """A notebook ready for nbval, the exercises in it by name, and notes for the report."""

    name: str
    notebook: nbformat.NotebookNode
    exercises: dict
    notes: tuple


def graft(path, without=()):
    """Return the `Graft` of a learner's notebook; exercises in `without` are left out (they stopped the kernel)."""
    learner = read(path)
    name = which(learner, Path(path).stem)
    reference = nbformat.read(course().references / f"{name}.ipynb", as_version=4)
    stubs, exercises = empty_answers(name)
    found = find_all(learner.cells, {exercise: stubs[exercise] for exercise in exercises})
    sources = {e: f.source for e, f in found.items() if f.source is not None and e not in without}
    cells = [
        prelude(exercises),
        *(c for cell in reference.cells if (c := carried(cell, sources)) is not None),
    ]
    notes = tuple(f.note for f in found.values() if f.note)
    return Graft(name, new_notebook(cells=cells, metadata=reference.metadata), exercises, notes)


def read(path):
    """Return a notebook of nbformat 4, or raise `GradingError` with a sentence."""
    try:
        return nbformat.read(path, as_version=4)
    except FileNotFoundError:
        raise GradingError(f"{path}: there is no such file") from None
    except Exception as error:
        reason = str(error).strip().splitlines() or [type(error).__name__]
        raise GradingError(f"{path} cannot be read as a notebook: {reason[0][:200]}") from None


def which(learner, stem):
    """Return the name of the course notebook that this is, from its metadata, else from its file name."""
    known = sorted(path.stem for path in course().references.glob("*.ipynb"))
    entry = learner.metadata.get("course", {})
    for guess in (entry.get("notebook") if isinstance(entry, dict) else None, stem):
        if guess in known:
            return guess
    if (close := [name for name in known if name in stem]) and len(close) == 1:
        return close[0]
    raise GradingError(f"{stem} is no notebook of this course; they are: {', '.join(known)}")


def empty_answers(name):
    """Return ({exercise: the empty cell}, {exercise: definition}) of a course notebook."""
    import importlib

    from helpers.engine.build.notebooks import emptied
    from helpers.engine.build.sources import read_source

    exercises = importlib.import_module(f"{course().exercises}.{exercise_package(name)}").exercises
    cells, _ = read_source(name)
    return {c.name: emptied(c, exercises[c.name]) for c in cells if c.role == "exercise"}, exercises


def prelude(exercises):
    """Return a first cell that defines every exercise as missing, until its own cell has run."""
    lines = [
        "from helpers.engine.build.cells import absent",
        *(f'{name} = absent("{name}")' for name in exercises),
    ]
    return new_code_cell("\n".join(lines), id="prelude")


def carried(cell, sources):
    """Return the reference's cell as the graft carries it, or None: checks whole, of other code only the imports."""
    if cell.cell_type != "code":
        return None
    if name := cell.metadata.get("exercise"):
        return unrun(cell, without_markers(sources[name])) if name in sources else None
    if cell.metadata.get("check"):
        return cell
    imports = [
        ast.get_source_segment(cell.source, node)
        for node in ast.walk(ast.parse(cell.source))
        if is_import(node)
    ]
    return unrun(cell, "\n".join(imports)) if imports else None


def unrun(cell, source):
    """Return a cell with another source, without outputs and count."""
    return nbformat.from_dict({**cell, "source": source, "outputs": [], "execution_count": None})


def is_import(node):
    """Return whether a syntax node is an import statement."""
    return isinstance(node, (ast.Import, ast.ImportFrom))


def without_markers(source):
    """Return a learner's source with the comments that steer nbval made harmless."""
    return re.sub(r"#\s*(?:NBVAL_|PYTEST_VALIDATE_)\w*", "#", source)
