"""Tables that a notebook prints."""

from helpers.engine.language import labeled
from helpers.engine.language.values import width as columns_of


def column(text, width=0):
    """Return a text in the learner's language, filled up with spaces to a width; a Chinese character takes two."""
    told = labeled(text)
    return told + " " * (width - columns_of(told))
