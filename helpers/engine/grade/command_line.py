"""What the commands of grading share: reading numbers and names of notebooks, and printing."""

import argparse
from contextlib import suppress
from pathlib import Path


def at_least(least):
    """Return a function that reads a whole number from the command line."""

    def number(text):
        if not text.isdecimal() or int(text) < least:
            raise argparse.ArgumentTypeError(f"expected a whole number, at least {least}; found {text!r}")
        return int(text)

    return number


def notebook_name(text):
    """Return the name of a course notebook from its name, number or path."""
    from helpers.engine.grade.reference import notebook_names

    for name in notebook_names():
        if text in (name, name.partition("_")[0]) or Path(text).stem == name:
            return name
    raise argparse.ArgumentTypeError(
        f"there is no notebook {text!r}; there are: {', '.join(notebook_names())}"
    )


def say(*lines):
    """Print lines; that nobody reads them any more, or that they cannot be encoded, ends no run."""
    with suppress(OSError, ValueError):
        print(*lines, sep="\n", flush=True)
