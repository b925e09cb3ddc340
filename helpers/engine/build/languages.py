"""The notebooks of a course in another language: the same cells, ids and code, other words."""

import json
import re
from dataclasses import replace
from functools import cache
from pathlib import Path

from helpers.engine.build.notebooks import dict_source, emptied
from helpers.engine.check.exercise import Quiz
from helpers.engine.check.words import STUB
from helpers.engine.course import course
from helpers.engine.language.docstrings import with_docstring
from helpers.engine.translate.blocks import keys_in, translated_code, translated_markdown
from helpers.engine.translate.catalogues import catalogue_names, document_name, short, translations

LINK = re.compile(r"\]\((?!#|\w+:)([^)\s]+)\)")  # to another file of the course


def translated_cells(name, cells, language):
    """Return the cells of a source in another language, or None if nothing of them is translated."""
    prose = translations(name, language)
    if not prose:
        return None
    keys = keys_in(cell.source for cell in cells if cell.role == "code")
    words = {text: other for text, other in prose.items() if text not in keys}
    change = {
        "prose": lambda source: translated_markdown(source, prose),
        "code": lambda source: translated_code(source, words),
    }
    return [
        replace(cell, source=change[cell.role](cell.source)) if cell.role in change else cell
        for cell in cells
    ]


def emptied_in(language):
    """Return the function that makes an empty exercise cell in a language."""
    phrases = phrases_of(language)

    def fill(cell, exercise):
        if isinstance(exercise, Quiz):
            return dict_source(cell.name, {phrases.get(item, item): "..." for item in exercise.answers})
        source = with_docstring(emptied(cell, exercise), phrases)
        return source.replace(STUB.format(name=cell.name), say(STUB).format(name=cell.name))

    say = say_in(language)
    return fill


def say_in(language):
    """Return the function that says a text of the built cells in a language."""
    return lambda text: phrases_of(language).get(text, text)


def phrases_of(language):
    """Return {English: translation} of everything that is translated while a notebook runs."""
    return {text: others[0] for text, others in all_phrases(language).items()}


@cache
def all_phrases(language):
    """Return {English: every translation that it has} of what is translated while a notebook runs.

    The first one is shown: that of an exercise, so that a quiz speaks as its own catalogue does.
    """
    pages = {*map(document_name, course().documents)}
    said = [name for name in catalogue_names(language) if name not in {*course().source_names(), *pages}]
    said.sort(key=lambda name: not name.startswith("exercises_"))
    found = {}
    for name in said:
        for text, other in translations(name, language).items():
            found.setdefault(text, []).append(other)
    for name in course().source_names():
        for text, other in translations(name, language).items():
            if text in found and other != text:
                found[text].append(other)
    return {text: [*dict.fromkeys(others)] for text, others in found.items()}


def translated_page(page, language):
    """Return a page beside the notebooks in another language; its links lead out of the language's folder."""
    text = (course().root / page).read_text(encoding="utf-8")
    names = {Path(each).name for each in course().documents}
    text = translated_markdown(text, translations(document_name(page), language))
    return (
        LINK.sub(lambda found: f"]({found[1] if found[1] in names else f'../{found[1]}'})", text).strip()
        + "\n"
    )


def page_path(page, language):
    """Return the path of a page in another language: docs/zh/teaching.md for docs/teaching.md."""
    path = course().root / page
    return path.parent / short(language) / path.name


def phrases_text(language):
    """Return the text of the file that the language's phrases are stored in for learners."""
    phrases = {text: o if len(o) > 1 else o[0] for text, o in all_phrases(language).items()}
    return json.dumps(phrases, ensure_ascii=False, indent=0, sort_keys=True) + "\n"


def phrases_path(language):
    """Return the path of that file."""
    return course().module_path(course().package) / "locale" / f"{short(language)}.json"
