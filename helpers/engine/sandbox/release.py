"""In the grader: release the source of a solution to the worker once it can no longer answer an exercise.

Before, the worker calls the function in the grader (`rpc_server`), a round trip for each call. Released source runs in
the worker, and cannot be taken back: so neither the function nor anything it uses may answer an exercise still to come.
"""

import inspect
from functools import cache

from helpers.engine.check.exercise import Named, Quiz
from helpers.engine.sandbox.call_graph import address_of, answers, is_of_course, used_by
from helpers.engine.sandbox.tree_shaking import TreeShaker


@cache
def is_needed(exercise, later):
    """Return whether a later exercise (`later`, a tuple) uses the solution of this one, which is the course's."""
    solution = inspect.unwrap(exercise.solution)
    users = (used_by(other) for other in later if not isinstance(other, Quiz))
    return is_of_course(solution) and any(id(solution) in used for used in users)


@cache
def releasable_source(exercise, later):
    """Return (address, {module: source}) of the solution of an exercise and all that it uses.

    None if any of it answers one of the `later` exercises, a tuple.
    """
    solution = inspect.unwrap(exercise.solution)
    functions, sources = with_dependencies(solution)
    open_exercises = [other for other in later if not isinstance(other, Quiz)]
    if any(answers_exercise(function, other) for function in functions for other in open_exercises):
        return None
    return address_of(solution), sources


@cache
def answers_exercise(function, exercise):
    """Return whether a function of the course answers an exercise."""
    return inspect.unwrap(exercise.solution) is function or answers(exercise, function)


@cache
def with_dependencies(function):
    """Return (functions, {module: source}) of a function of the course and all that it uses."""
    shaker = TreeShaker()
    shaker.keep(function.__module__, function.__name__)
    functions = [inspect.unwrap(Named(address).make()) for address in shaker.functions()]
    return functions, {module: shaker.source(module, {}) for module in shaker.trees}
