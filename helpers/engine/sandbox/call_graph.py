"""Find the course's functions that are under test in a notebook, and those that a solution uses, directly or not."""

import inspect
import types
from functools import cache

import numpy as np

from helpers.engine.check.diagnosis import judge, right_values
from helpers.engine.check.exercise import Named, Quiz
from helpers.engine.check.run import run
from helpers.engine.course import course


def address_of(function):
    """Return the address of a function of the course: "module:name"."""
    return f"{function.__module__}:{function.__name__}"


def under_test(exercises):
    """Return {address: function} of the solutions of a notebook's exercises."""
    solutions = [inspect.unwrap(e.solution) for e in exercises.values() if not isinstance(e, Quiz)]
    return {address_of(function): function for function in solutions}


def other_answers(exercises, addresses):
    """Return {address: function} of those functions that are right answers to an exercise, whatever their purpose."""
    functions = {address: inspect.unwrap(Named(address).make()) for address in addresses}
    written = [exercise for exercise in exercises.values() if not isinstance(exercise, Quiz)]
    return {a: f for a, f in functions.items() if any(answers(exercise, f) for exercise in written)}


def answers(exercise, function):
    """Return whether a function is right in all cases of an exercise."""
    cases, expected = right_values(exercise)
    try:
        inspect.signature(function).bind(*cases[0].args.values())
    except TypeError:
        return False
    with np.errstate(all="ignore"):
        pairs = zip(cases, expected, strict=True)
        return all(
            judge(exercise, case, run(function, case, 1.0, exercise.probe), value).right
            for case, value in pairs
        )


@cache
def used_by(exercise):
    """Return {id: object} of the course's functions and records that an exercise's solution and cases use."""
    inputs = [name.make() for case in exercise.case_list() for name in named_in(list(case.args.values()))]
    return reachable(inspect.unwrap(exercise.solution), *inputs)


def reachable(*starts):
    """Return {id: object} of the course's functions and records that objects use, directly or not.

    The objects may be a teacher's own, outside of the course.
    """
    functions = [start for start in starts if isinstance(start, types.FunctionType)]
    found, waiting = {}, [*starts, *(part for function in functions for part in parts_of(function))]
    while waiting:
        item = waiting.pop()
        if id(item) in found or not is_of_course(item):
            continue
        found[id(item)] = item
        waiting += parts_of(item)
    return found


@cache
def uses(function):
    """Return the ids of all that a function of the course uses, directly or not, itself among them."""
    return frozenset(reachable(function))


def is_of_course(item):
    """Return whether an object is a function or a record of the course."""
    if isinstance(item, types.FunctionType):
        return course().owns(item.__module__ or "")
    return hasattr(item, "_fields") and course().owns(type(item).__module__)


def parts_of(item):
    """Return the objects that a function names, those inside it included, or that a record holds."""
    if not isinstance(item, types.FunctionType):
        return list(item)
    codes, names = (
        [item.__code__],
        set(),
    )  # functions defined inside, and comprehensions, have code of their own
    while codes:
        code = codes.pop()
        names.update(code.co_names)
        codes += [c for c in code.co_consts if isinstance(c, types.CodeType)]
    defaults = [*(item.__defaults__ or ()), *(item.__kwdefaults__ or {}).values()]
    return defaults + [item.__globals__[name] for name in names if name in item.__globals__]


def named_in(value):
    """Yield each `Named` in a case's argument."""
    if isinstance(value, Named):
        yield value
    elif isinstance(value, (list, tuple, dict)):
        for item in value.values() if isinstance(value, dict) else value:
            yield from named_in(item)
