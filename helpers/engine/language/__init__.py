"""The language in which a learner reads: which one it is, and the words in it.

Everything is written, compared and recorded in English. It is translated where it is shown, with the phrases that
`make build` stores in `helpers/locale`. What has no translation is shown in English.
"""

from helpers.engine.language.choice import available, current, language
from helpers.engine.language.docstrings import with_docstring
from helpers.engine.language.phrasebook import phrasebook


def translated(text, to=None):
    """Return a text in the language in use, or in another one."""
    to = to or current()
    return text if to == "en" else phrasebook(to).text(text)


def spoken(word, to=None):
    """Return the translation of exactly this text, or the text itself."""
    to = to or current()
    return word if to == "en" else phrasebook(to).exact.get(word, word)


def labeled(text, to=None):
    """Return a label of a figure in the language in use: its lines and short templates are known, too."""
    to = to or current()
    return text if to == "en" else phrasebook(to).label(text)


def translated_source(source, to=None):
    """Return the source of a function with its docstring in the language in use; its code stays as it is."""
    to = to or current()
    return source if to == "en" else with_docstring(source, phrasebook(to).exact)


def meanings(word):
    """Return the word and the English of everything that is said like this in some language."""
    known = [english for to in available()[1:] for english in phrasebook(to).meanings.get(word.lower(), ())]
    return [word, *known]


__all__ = ["current", "labeled", "language", "meanings", "spoken", "translated", "translated_source"]
