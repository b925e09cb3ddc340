"""Functions as source: the course's solution, the same under another name, and with known mistakes in it."""

import ast
import inspect
import re
import textwrap
from functools import cache

from helpers.engine.check.run import NOT_WRITTEN


@cache
def source_of(function):
    """Return the source of a course function, dedented, without trailing blank lines."""
    return textwrap.dedent(inspect.getsource(function)).rstrip() + "\n"


def docstring_source(function):
    """Return a course function's docstring as it is written, quotes included.

    `__doc__` would not do: Python 3.13 removes the indentation from it, and older versions keep it.
    """
    source = source_of(function)
    return ast.get_source_segment(source, ast.parse(source).body[0].body[0])


def renamed(source, name):
    """Return the source of a function with its name, also where it calls itself, replaced."""
    old = ast.parse(source).body[0].name
    return re.sub(rf"\b{old}(?=\()", name, source) if old != name else source


@cache
def solution_source(exercise):
    """Return the solution of an exercise as the reference notebook shows it."""
    return renamed(source_of(exercise.solution), exercise.name)


def stub_source(exercise):
    """Return what the learner gets: signature and docstring, and a body that says it is not written yet.

    A bug clinic gives the whole function instead, with its mistakes in it.
    """
    if exercise.broken:
        return patched(solution_source(exercise), [exercise.mistake(name) for name in exercise.broken])
    source = solution_source(exercise)
    definition = ast.parse(source).body[0]
    head = source.splitlines()[: definition.body[0].end_lineno]
    return "\n".join([*head, f'    raise NotImplementedError("{exercise.name} is {NOT_WRITTEN}")']) + "\n"


def patched(source, mistakes):
    """Return the source with the mistakes put in; a ValueError says which text was not found exactly once."""
    for mistake in mistakes:
        if isinstance(mistake.patch, str):
            source = textwrap.dedent(mistake.patch)
            continue
        for old, new in mistake.patch.items():
            if source.count(old) != 1:
                raise ValueError(
                    f"{mistake.name}: {old!r} stands {source.count(old)} times in the source, not once"
                )
            source = source.replace(old, new)
    return source


def compiled(source, exercise):
    """Return the function that `source` defines, in the surroundings of the exercise's solution."""
    surroundings = dict(inspect.unwrap(exercise.solution).__globals__)
    tree = ast.parse(source)
    exec(compile(tree, f"<{exercise.name}>", "exec"), surroundings)
    return surroundings[tree.body[-1].name]


@cache
def course_function(exercise):
    """Return the solution under the exercise's own name."""
    if exercise.name == exercise.solution.__name__:
        return exercise.solution
    return compiled(solution_source(exercise), exercise)


def mistaken(exercise, *mistakes):
    """Return the solution with mistakes in it, as a function."""
    return compiled(patched(solution_source(exercise), mistakes), exercise)
