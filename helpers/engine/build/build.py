"""Build the files of a notebook if they changed, without ever overwriting what someone wrote."""

import os
from functools import partial

import nbformat

from helpers.engine.build.descriptions import stored_at, with_descriptions
from helpers.engine.build.execute import execute
from helpers.engine.build.fingerprint import built_from
from helpers.engine.build.languages import (
    emptied_in,
    page_path,
    phrases_path,
    phrases_text,
    say_in,
    translated_cells,
    translated_page,
)
from helpers.engine.build.notebooks import as_text, learner_notebook, reference_notebook, someone_wrote
from helpers.engine.build.printing import say
from helpers.engine.build.readme import with_addresses
from helpers.engine.build.sources import read_source
from helpers.engine.course import course
from helpers.engine.translate.catalogues import document_name, languages, short, translations


def build(name, force=False, check=False):
    """Build both notebooks of one source and return 0, or 1 if one is stale (with `check`) or was not written."""
    cells, exercises = read_source(name)
    learner = as_text(learner_notebook(name, cells, exercises))
    return max(
        build_learner(name, learner, check),
        build_file(stored_at(), lambda: with_descriptions(name, cells), check),
        *(build_translation(name, cells, exercises, language, check) for language in languages()),
        build_reference(name, cells, exercises, force, check),
    )


def build_translation(name, cells, exercises, language, check):
    """Build the learner's notebook in another language, with what it needs; do nothing if nothing is translated."""
    translated, code = translated_cells(name, cells, language), short(language)
    look = course().notebooks / "matplotlibrc"
    if translated is None:
        return 0
    made = learner_notebook(
        name, translated, exercises, emptied_in(language), say_in(language), language=code
    )
    return max(
        build_learner(name, as_text(made), check, code),
        build_file(stored_at(code), lambda: with_descriptions(name, translated, code), check),
        build_file(phrases_path(language), lambda: phrases_text(language), check),
        build_file(look.exists() and look.parent / code / look.name, lambda: look.read_text("utf-8"), check),
    )


def build_pages(check):
    """Build the pages beside the notebooks in every language in which anything of them is translated."""
    pages = [(page, to) for page in course().documents for to in languages()]
    done = [(page, to) for page, to in pages if translations(document_name(page), to)]
    made = [build_file(page_path(page, to), partial(translated_page, page, to), check) for page, to in done]
    return max(made, default=0)


def build_learner(name, text, check, folder=""):
    """Write a learner's notebook if it changed, unless someone has written in it."""
    path = course().notebooks / folder / f"{name}.ipynb"
    if path.exists() and path.read_text(encoding="utf-8") == text:
        return 0
    if check:
        say(f"{shown(path)} is stale: run `make build`")
        return 1
    if path.exists() and someone_wrote(path):
        say(
            f"{shown(path)} was not overwritten: someone has written in it.\n"
            f"  to carry that into the newest version: python -m helpers.engine.build update {shown(path)}\n"
            f"  to start over: move the file away and build again"
        )
        return 1
    write(path, text)
    return 0


def build_file(path, make, check):
    """Write a file that is built, if there has to be one and it changed; `make` returns its text."""
    if not path:
        return 0
    text = make()
    if path.exists() and path.read_text(encoding="utf-8") == text:
        return 0
    if check:
        say(f"{shown(path)} is stale: run `make build`")
        return 1
    write(path, text)
    return 0


def build_readme(check):
    """Write the addresses in the course's README.md if they changed."""
    path = course().root / "README.md"
    if not path.exists() or (text := path.read_text(encoding="utf-8")) == (wanted := with_addresses(text)):
        return 0
    if check:
        say(f"{shown(path)} is stale: run `make build`")
        return 1
    write(path, wanted)
    return 0


def build_reference(name, cells, exercises, force, check):
    """Execute and write the reference if anything it is built from changed."""
    path, state = course().references / f"{name}.ipynb", built_from(name)
    if not force and path.exists() and reference_state(path) == state:
        return 0
    if check:
        say(f"{shown(path)} is stale: run `make build`")
        return 1
    say(f"executing {name} …")
    write(path, as_text(execute(reference_notebook(name, cells, exercises, state), name)))
    return 0


def reference_state(path):
    """Return the hash that a reference was built from, or None if it cannot be read."""
    try:
        return nbformat.read(path, as_version=4).metadata["course"]["built_from"]
    except Exception:
        return None


def write(path, text):
    """Write a file and say so."""
    store(path, text)
    say(f"wrote {shown(path)}")


def store(path, text):
    """Write a file in one step, so that nobody ever reads half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(path.name + ".part")
    part.write_text(text, encoding="utf-8", newline="\n")
    os.replace(part, path)


def shown(path):
    """Return a path as the author would type it."""
    root = course().root
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)
