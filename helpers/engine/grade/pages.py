"""Pages from the files in `templates/`.

Autoescape is on, so nothing that a learner wrote can become markup, wherever a template puts it.
"""

import re
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined


def render(template, **values):
    """Return the page that a template makes of values; a name that is missing is an error."""
    return templates().get_template(template).render(values)


@cache
def templates():
    """Return the templates of this package."""
    environment = Environment(
        loader=PackageLoader("helpers.engine.grade"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["paragraphs"] = paragraphs
    return environment


def paragraphs(text):
    """Return [(kind, content)] of a text.

    Sentences are "prose", whose content alternates between text and code; values and tracebacks are "lines".
    """
    return [
        ("lines", part) if any(sign in part for sign in ("\n", "  ", " = ")) else ("prose", split_code(part))
        for part in text.split("\n\n")
        if part.strip()
    ]


def split_code(text):
    """Return the pieces of a text in turn: outside backticks, inside, outside, and so on."""
    return re.split(r"`([^`]+)`", text)
