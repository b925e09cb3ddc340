"""In the grader: what is no answer any more is given to the sealed process as source, not asked for call by call."""

import inspect
from functools import cache

from helpers.engine.check.exercise import Named, Quiz
from helpers.engine.sandbox.call_graph import address_of, answers, used_by
from helpers.engine.sandbox.tree_shaking import Shaken


@cache
def gift(exercise, later):
    """Return (address, {module: source}) of the solution of an exercise that was judged, with all that it uses.

    None where any of that would answer one of the `later` exercises, a tuple; () where none of these uses it.
    """
    function = inspect.unwrap(exercise.solution)
    asked = [other for other in later if not isinstance(other, Quiz)]
    if not any(id(function) in used_by(other) for other in asked):
        return ()
    functions, sources = with_all_it_uses(function)
    if any(answered_by(item, other) for item in functions for other in asked):
        return None
    return address_of(function), sources


@cache
def answered_by(function, exercise):
    """Return whether a function of the course answers an exercise."""
    return inspect.unwrap(exercise.solution) is function or answers(exercise, function)


@cache
def with_all_it_uses(function):
    """Return (functions, {module: source}) of a function of the course and all that it uses."""
    shaken = Shaken()
    shaken.keep(function.__module__, function.__name__)
    functions = [inspect.unwrap(Named(address).make()) for address in shaken.functions()]
    return functions, {module: shaken.source(module, {}) for module in shaken.trees}
