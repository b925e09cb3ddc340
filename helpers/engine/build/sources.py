"""Reading a source notebook: its cells, and which of them are exercises and checks."""

import ast
import importlib
import re
from dataclasses import dataclass

import jupytext

from helpers.engine.build.lint import complain_about_order, complain_about_syntax
from helpers.engine.course import AuthoringError, course


@dataclass(frozen=True)
class SourceCell:
    """One cell: its role (prose, code, exercise or check), its stable id, and the name of its exercise, if any."""

    role: str
    source: str
    id: str
    name: str = None


def read_source(name):
    """Return the cells of a source notebook and its {exercise name: exercise}."""
    path = course().sources / f"{name}.py"
    notebook = jupytext.reads(path.read_text(encoding="utf-8"), fmt="py:percent")
    exercises = exercises_of(name)
    cells = name_cells([*map(classify, notebook.cells)], path.name)
    complain_about_syntax(cells, path.name)
    complain_about_order(cells, exercises, path.name)
    return cells, exercises


def exercise_package(name):
    """Return "logistic_regression" for "02_logistic_regression"."""
    return name.partition("_")[2]


def exercises_of(name):
    """Return {exercise name: exercise} of a source notebook."""
    try:
        return importlib.import_module(f"{course().exercises}.{exercise_package(name)}").exercises
    except ImportError as error:
        raise AuthoringError(f"{name}.py: its exercises cannot be imported: {error}") from error


def classify(cell):
    """Return (role, source, exercise name) of a notebook cell."""
    if cell.cell_type != "code":
        return "prose", cell.source, None
    if "exercise" in cell.metadata.get("tags", []):
        return "exercise", cell.source, exercise_name(cell.source)
    return (
        ("check", cell.source, checked)
        if (checked := checked_name(cell.source))
        else ("code", cell.source, None)
    )


def exercise_name(source):
    """Return the one name that an exercise cell imports, or None."""
    try:
        body = ast.parse(source).body
    except SyntaxError:
        return None
    if len(body) == 1 and isinstance(body[0], ast.ImportFrom) and len(body[0].names) == 1:
        return body[0].names[0].asname or body[0].names[0].name
    return None


def checked_name(source):
    """Return the name in `name = check(name)` or `name = check(name=name)`, or None for any other cell."""
    found = re.fullmatch(r"(\w+) = check\((?:\1=)?\1\)", source.strip())
    return found and found.group(1)


def name_cells(classified, filename):
    """Return `SourceCell`s with ids from the exercise, or from the heading above and a number."""
    cells, heading, counts = [], "start", {}
    for number, (role, source, name) in enumerate(classified, 1):
        if role == "exercise" and name is None:
            raise AuthoringError(
                f"{filename}, cell {number}: an exercise is one line, `from … import name` or, for a quiz, "
                "`from … import answers as name`"
            )
        found = re.search(r"^#{1,3} (.+)$", source, re.M) if role == "prose" else None
        heading = slug(found.group(1)) if found else heading
        if role in ("prose", "code"):
            counts[heading] = counts.get(heading, 0) + 1
            identity = f"{heading}-{counts[heading]}"
        else:
            identity = name.replace("_", "-") if role == "exercise" else f"check-{name.replace('_', '-')}"
        cells.append(SourceCell(role, source, identity, name))
    return cells


def slug(text):
    """Return a heading as the start of a cell id."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")[:40].strip("-") or "section"
