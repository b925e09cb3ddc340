"""In the grader: what is no answer any more is given to the sealed process as source, not asked for call by call."""

import ast
import inspect
from functools import cache

from helpers.exercises.definition import Quiz
from helpers.exercises.patching import source_of
from helpers.grading.sealed.reach import address_of, answers, reached


def gift(exercise, later, emptied):
    """Return (address, source, names that it needs) of the solution of an exercise that was judged, or None.

    None where it would answer one of the `later` exercises, or uses another function under test, in `emptied`.
    """
    function = inspect.unwrap(exercise.solution)
    others = {id(item) for item in emptied.values()} - {id(function)}
    if others & set(reached(function)) or any(answered_by(function, other) for other in later):
        return None
    source = source_of(function)
    return address_of(exercise), source, sorted(globals_in(source) & set(function.__globals__))


@cache
def answered_by(function, exercise):
    """Return whether a function of the course answers an exercise."""
    if isinstance(exercise, Quiz):
        return False
    return inspect.unwrap(exercise.solution) is function or answers(exercise, function)


@cache
def globals_in(source):
    """Return the names that a source reads."""
    return {node.id for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Name)}
