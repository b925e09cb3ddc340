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
from helpers.engine.course import course
from helpers.engine.grade.helper_cells import with_helpers
from helpers.engine.grade.notebook_file import language_of, read_cells
from helpers.engine.grade.reference import given_names, identify, public_exercises, public_stubs
from helpers.engine.grade.result import GradingError


@dataclass(frozen=True)
class Graft:
    """A notebook ready for nbval, the exercises in it by name, notes for the report, and its language."""

    name: str
    notebook: nbformat.NotebookNode
    exercises: dict
    notes: tuple
    language: dict


def graft(path, without=()):
    """Return the `Graft` of a learner's notebook, leaving out the exercises in `without`: they killed the kernel."""
    learner_cells, metadata = read_notebook(path)
    name = identify(metadata, Path(path).stem, learner_cells)
    reference = nbformat.read(course().references / f"{name}.ipynb", as_version=4)
    exercises = public_exercises(name)
    found = find_all(learner_cells, public_stubs(name))
    answers = {e: f.source for e, f in found.items() if f.source is not None and e not in without}
    sources, uses = with_helpers(learner_cells, answers, given_names(name), exercises)
    cells = [grafted_cell(cell, sources) for cell in reference.cells]
    cells = [prelude(exercises), *(cell for cell in cells if cell is not None)]
    notes = (*(f.note for f in found.values() if f.note), *uses)
    return Graft(
        name, new_notebook(cells=cells, metadata=reference.metadata), exercises, notes, language_of(metadata)
    )


def read_notebook(path):
    """Return (cells, metadata) of a notebook, or raise `GradingError`."""
    try:
        return read_cells(Path(path).read_bytes())
    except FileNotFoundError:
        raise GradingError(f"{path}: there is no such file") from None
    except GradingError as error:
        raise GradingError(f"{path}: {error}") from None


def prelude(exercises):
    """Return a first cell that defines every exercise as missing until its own cell has run."""
    lines = [
        "from helpers.engine.build.cells import absent",
        "quit = exit = lambda *_, **__: None",  # a learner's goodbye ends no run
        *(f'{name} = absent("{name}")' for name in exercises),
    ]
    return new_code_cell("\n".join(lines), id="prelude")


def grafted_cell(cell, sources):
    """Return a reference cell as the graft runs it, or None.

    An exercise gets the learner's source, a check stays whole, and of other code only the imports are kept: the rest
    (training, figures) costs time and cannot change a verdict.
    """
    if cell.cell_type != "code":
        return None
    if name := cell.metadata.get("exercise"):
        return with_source(cell, without_markers(sources[name])) if name in sources else None
    if cell.metadata.get("check"):
        return cell
    imports = [
        ast.get_source_segment(cell.source, node)
        for node in ast.walk(ast.parse(cell.source))
        if isinstance(node, (ast.Import, ast.ImportFrom))
    ]
    return with_source(cell, "\n".join(imports)) if imports else None


def with_source(cell, source):
    """Return a cell with another source, and therefore without outputs and execution count."""
    return nbformat.from_dict({**cell, "source": source, "outputs": [], "execution_count": None})


def without_markers(source):
    """Return a learner's source without the comments that tell nbval to skip or ignore a cell."""
    return re.sub(r"#\s*(?:NBVAL_|PYTEST_VALIDATE_)\w*", "#", source)
