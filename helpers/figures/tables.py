"""Tables and code that a notebook prints."""

import inspect

from helpers.engine.language import labeled, translated_source
from helpers.engine.language.values import width as columns_of


def column(text, width=0):
    """Return a text in the learner's language, filled up with spaces to a width; a Chinese character takes two."""
    told = labeled(text)
    return told + " " * (width - columns_of(told))


def source_of(function):
    """Return the source of a function of the course; its docstring is in the learner's language."""
    return translated_source(inspect.getsource(function))
