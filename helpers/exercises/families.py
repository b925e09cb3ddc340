"""Families of slips: known mistakes that belong to a structure of the solution, not to one exercise.

Each function takes a solution and returns the `Mistake`s that its source has room for: none if it lacks the structure.
"""

import ast

from helpers.engine.check.exercise import source_of


def without(mistakes, *names):
    """Return mistakes without those named: in this exercise they change no result, or look like another."""
    if unknown := set(names) - {mistake.name for mistake in mistakes}:
        raise ValueError(f"no such mistakes: {sorted(unknown)}")
    return tuple(mistake for mistake in mistakes if mistake.name not in names)


def lines_of(solution):
    """Return the lines of a solution that are not its docstring, each with its newline."""
    source = source_of(solution)
    first = ast.parse(source).body[0].body[0].end_lineno
    return source.splitlines(keepends=True)[first:]


def line_with(solution, text):
    """Return the only line of a solution with a text in it, or None."""
    found = [line for line in lines_of(solution) if text in line]
    return found[0] if len(found) == 1 else None
