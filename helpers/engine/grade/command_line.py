"""What the commands of grading share: reading numbers and names of notebooks, help, and printing."""

import argparse
from pathlib import Path

from helpers.engine.language import spoken, translated

OF_ARGPARSE = ("show this help message and exit",)  # words of Python's that the help has


class Parser(argparse.ArgumentParser):
    """A parser whose help is in the language of the system; what it says about errors is Python's, in English."""

    def format_help(self):
        """Return the help with its sentences and its headings translated."""
        self.description = translated(self.description or "")
        self._positionals.title, self._optionals.title = spoken("positional arguments"), spoken("options")
        for group in self._action_groups[2:]:
            group.title, group.description = translated(group.title), translated(group.description)
        for action in self._actions:
            if action.help and action.help != argparse.SUPPRESS:
                action.help = translated(action.help)
        return super().format_help().replace("usage: ", translated("usage: "), 1)


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
