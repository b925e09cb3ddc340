"""The terms of a language: which words a translation uses for a term, and which ones it never does."""

import json
import re
from functools import cache

from helpers.engine.course import course
from helpers.engine.translate.rules import CODE, FIELD, MATH

QUOTED = re.compile(r'"[^"]*"')


@cache
def glossary(language):
    """Return {"forbidden": words, "terms": {pattern of the English term: its translations}}; empty if there is none."""
    path = course().locale / language / "glossary.json"
    if not path.exists():
        return {"forbidden": [], "terms": {}}
    return json.loads(path.read_text(encoding="utf-8"))


def wrong_terms(original, translation, language):
    """Return what a translation says against the glossary, as sentences."""
    terms = glossary(language)
    for names in (CODE, MATH, FIELD, QUOTED):
        original = names.sub(" ", original)
    found = [f"{word} is not the term of this course" for word in terms["forbidden"] if word in translation]
    for term, words in terms["terms"].items():
        # Where the English word stays, as a name in a docstring or in a title, it is no translation.
        used = re.search(rf"\b{term}\b", original, re.I) and not re.search(rf"\b{term}\b", translation, re.I)
        if used and not any(word in translation for word in words):
            found.append(f"{term}: expected {' or '.join(words)}")
    return found
