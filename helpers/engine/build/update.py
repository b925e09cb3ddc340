"""Carry what a learner wrote into the newest version of a notebook."""

from pathlib import Path

import nbformat
from nbformat.v4 import new_markdown_cell

from helpers.engine.build.answers import find, is_check, is_marked
from helpers.engine.build.build import write
from helpers.engine.build.cells import text_of
from helpers.engine.build.languages import emptied_in, say_in, translated_cells
from helpers.engine.build.meaning import code_meaning, meaning
from helpers.engine.build.moved import with_moved_imports
from helpers.engine.build.notebooks import as_text, emptied, learner_notebook, written_cells
from helpers.engine.build.sources import read_source
from helpers.engine.course import AuthoringError, course
from helpers.engine.language import translated
from helpers.engine.translate.catalogues import languages, short

CARRIED = "Carried over from your earlier version"


def update(notebook):
    """Write the newest version with the learner's cells in it; the old file stays beside it. Return 0.

    Answers go into the cells of their exercises. A cell that the learner added stays behind the cell it followed.
    Imports of modules that have moved since are brought up to date.
    """
    path = Path(notebook)
    old, name = read_old(path)
    cells, exercises = read_source(name)
    new, fill = newest(name, cells, exercises, old.metadata.get("course", {}).get("language"))
    to = new.metadata.course.get("language", "en")
    stubs = {cell.name: fill(cell, exercises[cell.name]) for cell in cells if cell.role == "exercise"}
    notes = carry_exercises(old, new.cells, stubs)
    carry_own_cells(old, new.cells, stubs, translated(CARRIED, to))
    kept = replace(path, as_text(new))
    print("\n".join(translated(line, to) for line in (f"your old notebook is {kept}", *notes)))
    return 0


def newest(name, cells, exercises, asked):
    """Return (the newest version in the language that is asked for, what empties its exercise cells)."""
    for language in languages():
        if short(language) == asked and (translated := translated_cells(name, cells, language)):
            fill = emptied_in(language)
            return learner_notebook(name, translated, exercises, fill, say_in(language), language=asked), fill
    return learner_notebook(name, cells, exercises), emptied


def read_old(path):
    """Return the learner's notebook and the name of its source."""
    try:
        old = nbformat.read(path, as_version=4)
    except FileNotFoundError:
        raise AuthoringError(f"{path}: there is no such file") from None
    except Exception as error:
        raise AuthoringError(f"{path} cannot be read as a notebook: {error}") from None
    names = course().source_names()
    named = [name for name in names if name in path.stem] or [path.stem]
    name = old.metadata.get("course", {}).get("notebook", named[0])
    if name not in names:
        raise AuthoringError(f"{path} is not a notebook of this course; these are: {', '.join(names)}")
    return old, name


def carry_exercises(old, new, stubs):
    """Put the learner's answers into the new exercise cells and return notes on what to look at."""
    notes, written = [], written_cells(old)
    untouched = [cell for cell in old.cells if cell not in written]
    for cell in new:
        name = cell.metadata.get("exercise")
        if name is None:
            continue
        stub = next((text_of(c).strip() for c in untouched if is_marked(c, name)), stubs[name])
        found = find(old.cells, name, stub)
        if says_something(found.source or "", stub):
            cell.source = found.source
        if found.note:
            notes.append(found.note)
    return notes


def says_something(answer, stub):
    """Return whether an answer is neither empty nor the stub, whatever its layout."""
    return bool(answer.strip()) and code_meaning(answer.strip()) != code_meaning(stub.strip())


def carry_own_cells(old, new, stubs, heading=CARRIED):
    """Insert each cell that the learner added behind the cell it followed, and changed ones below a heading."""
    ids, place, said = {cell.id for cell in new}, 0, {meaning(cell) for cell in new}
    written = written_cells(old)
    for cell in old.cells:
        position = next((i for i, c in enumerate(new) if c.id == cell.get("id")), None)
        if position is not None:
            place = position + 1
        elif cell in written and is_own(cell, stubs) and meaning(cell) not in said:
            new.insert(place, current(cell))
            place += 1
    said = {meaning(cell) for cell in new}
    changed = [c for c in written if c.get("id") in ids and is_noted(c, said)]
    if changed:
        new.append(new_markdown_cell(f"## {heading}", id="carried-over"))
        new.extend(current(c, id=f"carried-{i}") for i, c in enumerate(changed, 1))


def current(cell, **fields):
    """Return a cell of the learner's with its imports brought up to date, and with other fields."""
    source = with_moved_imports(text_of(cell)) if cell.cell_type == "code" else text_of(cell)
    return nbformat.from_dict({**cell, **fields, "source": source})


def is_own(cell, stubs):
    """Return whether the learner wrote a cell: it is not empty, no empty answer and no check."""
    text = text_of(cell).strip()
    return bool(text) and all(
        says_something(text, stub) and not is_check(text, name) for name, stub in stubs.items()
    )


def is_noted(cell, said):
    """Return whether a changed cell of the course, other than a check, says what no cell of the new version says."""
    return bool(text_of(cell).strip()) and "check" not in cell.metadata and meaning(cell) not in said


def replace(path, text):
    """Write a text where the old file is and return the path at which the old file is kept."""
    try:
        kept = keep(path)
        try:
            write(path, text)
        except OSError:
            kept.rename(path)
            raise
    except OSError as error:
        raise AuthoringError(
            f"{path} cannot be replaced ({error.strerror}): copy the notebook into a folder "
            "that you may write in, and update the copy"
        ) from None
    return kept


def keep(path):
    """Rename the old file to the first free `name.before-update-1.ipynb` and return that path."""
    number = 1
    while (kept := path.with_name(f"{path.stem}.before-update-{number}.ipynb")).exists():
        number += 1
    path.rename(kept)
    return kept
