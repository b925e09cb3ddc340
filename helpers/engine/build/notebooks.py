"""The two notebooks built from one source: the learner's, and the reference before it is executed."""

import hashlib
import json
import re

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from helpers.engine.build.cells import text_of
from helpers.engine.build.first_cell import with_first_cell
from helpers.engine.build.meaning import lines_of, meaning
from helpers.engine.check.exercise import Quiz, solution_source, stub_source

KERNEL = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}


def learner_notebook(name, cells, exercises, fill=None, say=str, **course):
    """Return the notebook that a learner opens: exercise cells emptied, no outputs; `say` translates its first cell."""
    built = with_first_cell([as_cell(cell, exercises, fill or emptied) for cell in cells], say)
    return notebook(built, name, **course, hashes=fingerprints(built))


def reference_notebook(name, cells, exercises, built_from):
    """Return the solved notebook, not yet executed; every exercise cell carries its stub in its metadata."""
    built = [as_cell(cell, exercises, solved) for cell in cells]
    for made, cell in zip(built, cells, strict=True):
        if (
            cell.role == "exercise"
        ):  # Grading compares answers with the stub and must not parse sources for it.
            made.metadata["stub"] = as_cell(cell, exercises, emptied).source
    return notebook(built, name, built_from=built_from)


def notebook(cells, name, **course):
    """Return a notebook of these cells, with the course's own entry in its metadata."""
    made = new_notebook(cells=cells)
    made.metadata = {
        "course": {"notebook": name, **course},
        "kernelspec": KERNEL,
        "language_info": {"name": "python"},
    }
    return nbformat.from_dict(made)


def as_cell(cell, exercises, fill):
    """Return a notebook cell; `fill` turns an exercise cell into the learner's or the solved form."""
    if cell.role == "prose":
        return new_markdown_cell(cell.source, id=cell.id)
    made = new_code_cell(cell.source, id=cell.id)
    if cell.role == "exercise":
        made.source = fill(cell, exercises[cell.name]).rstrip()
        made.metadata = {"exercise": cell.name, "points": exercises[cell.name].points, "tags": ["exercise"]}
    if cell.role == "check":
        made.metadata = {"check": cell.name, "tags": ["nbval-check-output"]}
    return nbformat.from_dict(made)


def solved(cell, exercise):
    """Return the solution of an exercise cell."""
    if isinstance(exercise, Quiz):
        return dict_source(
            cell.name, {item: python_source(answer) for item, answer in exercise.answers.items()}
        )
    return solution_source(exercise)


def emptied(cell, exercise):
    """Return what the learner gets: the stub of a function, or a quiz with `...` for every answer."""
    if isinstance(exercise, Quiz):
        return dict_source(cell.name, dict.fromkeys(exercise.answers, "..."))
    return stub_source(exercise)


def dict_source(name, sources):
    """Return the assignment of a dict, one item a line, given {key: source of its value}."""
    lines = [f"    {python_source(key)}: {source}," for key, source in sources.items()]
    return "\n".join([f"{name} = {{", *lines, "}"])


def python_source(value):
    """Return the source of a value, the same under every version of Python; text in double quotes."""
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, tuple):
        return f"({', '.join(map(python_source, value))}{',' * (len(value) == 1)})"
    return repr(value)


def fingerprints(cells):
    """Return {cell id: short hash of what it says}, by which later writing is told from what was built."""
    return {cell.id: fingerprint(cell) for cell in cells}


def fingerprint(cell):
    """Return the short hash of what a cell says; a formatter does not change it."""
    return short_hash(meaning(cell))


def short_hash(text):
    """Return the first eight digits of the SHA-256 of a text."""
    return hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()[:8]


def written_cells(found):
    """Return the cells of a learner's notebook that were changed or added since it was built.

    A cell whose id was rewritten or dropped (nbformat 4.4 has none) counts as unchanged if any cell was built like it.
    """
    built = found.metadata.get("course", {}).get("hashes", {})
    return [cell for cell in found.cells if not is_as_built(cell, built)]


def is_as_built(cell, built):
    """Return whether a cell says what one with its id did in {id: hash}, or any one if its id is not known there."""
    expected = [built[cell.id]] if cell.get("id") in built else built.values()
    if fingerprint(cell) in expected:
        return True
    # Notebooks built by an earlier version of the course carry hashes of the exact text, or of its lines.
    text = text_of(cell)
    return (
        short_hash(text) in expected or short_hash(lines_of("\n".join(text.splitlines()).strip())) in expected
    )


def someone_wrote(path):
    """Return whether a notebook differs from what was built; one that cannot be read does."""
    try:
        found = nbformat.read(path, as_version=4)
        return bool(written_cells(found)) or {cell.id for cell in found.cells} != {
            *found.metadata.course.hashes
        }
    except Exception:
        return True


def as_text(made):
    """Return a notebook as the text of its file, the same on every system."""
    return re.sub(r"\r\n?", "\n", nbformat.writes(made)) + "\n"
