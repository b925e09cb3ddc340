"""Carry what a learner wrote into the newest version of a notebook."""

from pathlib import Path

from helpers.engine.build.build import shown, store
from helpers.engine.build.carry import CARRIED, carry_answers, carry_own_cells, empty_answers
from helpers.engine.build.languages import emptied_in, say_in, translated_cells
from helpers.engine.build.learners_notebook import read_old, with_own_ids
from helpers.engine.build.notebooks import as_text, emptied, learner_notebook
from helpers.engine.build.printing import say
from helpers.engine.build.sources import read_source
from helpers.engine.course import AuthoringError
from helpers.engine.language import translated
from helpers.engine.translate.catalogues import languages, short


def update(notebook):
    """Write the newest version with the learner's cells in it; the old file stays beside it. Return 0.

    Answers stay in the cells of their exercises. A cell that the learner added stays behind the cell it followed.
    Imports of modules that have moved since are brought up to date.
    """
    path = Path(notebook)
    old, name = read_old(path)
    cells, exercises = read_source(name)
    new, fill = newest(name, cells, exercises, old.metadata.course.get("language"))
    to = new.metadata.course.get("language", "en")
    stubs = {cell.name: fill(cell, exercises[cell.name]) for cell in cells if cell.role == "exercise"}
    stubs = empty_answers(old, stubs)
    notes = carry_answers(old, new.cells, stubs)
    carry_own_cells(old, new.cells, stubs, translated(CARRIED, to))
    with_own_ids(new.cells)
    kept = replace(path, as_text(new))
    lines = (f"wrote {shown(path)}", f"your old notebook is {kept}", *notes)
    say(*(translated(line, to) for line in lines))
    return 0


def newest(name, cells, exercises, asked):
    """Return (the newest version in the language that is asked for, what empties its exercise cells)."""
    for language in languages():
        if short(language) == asked and (translated := translated_cells(name, cells, language)):
            fill = emptied_in(language)
            return learner_notebook(name, translated, exercises, fill, say_in(language), language=asked), fill
    return learner_notebook(name, cells, exercises), emptied


def replace(path, text):
    """Write a text where the old file is and return the path at which the old file is kept."""
    try:
        kept = keep(path)
        try:
            store(path, text)
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
