"""Which of the course's functions are under test in a notebook, and which ones a solution uses, directly or not."""

import inspect
import types
from functools import cache

import numpy as np

from helpers.engine.check.diagnosis import judge, right_values
from helpers.engine.check.exercise import Named, Quiz
from helpers.engine.check.run import run
from helpers.engine.course import course


def address_of(function):
    """Return where a function of the course is found: "module:name"."""
    return f"{function.__module__}:{function.__name__}"


def under_test(exercises):
    """Return {address: function} of the solutions of a notebook's exercises."""
    solved = [inspect.unwrap(e.solution) for e in exercises.values() if not isinstance(e, Quiz)]
    return {address_of(function): function for function in solved}


def twins(exercises, addresses):
    """Return {address: function} of those that answer an exercise by themselves, whatever they are there for."""
    functions = {address: inspect.unwrap(Named(address).make()) for address in addresses}
    asked = [exercise for exercise in exercises.values() if not isinstance(exercise, Quiz)]
    return {a: f for a, f in functions.items() if any(answers(exercise, f) for exercise in asked)}


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
    return reached(inspect.unwrap(exercise.solution), *inputs)


def reached(*starts):
    """Return {id: object} of the course's functions and records that objects use, directly or not."""
    found, waiting = {}, list(starts)
    while waiting:
        item = waiting.pop()
        if id(item) in found or not is_course(item):
            continue
        found[id(item)] = item
        waiting += parts_of(item)
    return found


@cache
def uses(function):
    """Return the ids of what a function of the course uses, directly or not."""
    return frozenset(reached(function))


def is_course(item):
    """Return whether an object is a function or a record of the course."""
    if isinstance(item, types.FunctionType):
        return course().owns(item.__module__ or "")
    return hasattr(item, "_fields") and course().owns(type(item).__module__)


def parts_of(item):
    """Return the objects that a function or record names."""
    if not isinstance(item, types.FunctionType):
        return list(item)
    codes, names = [item.__code__], set()
    while codes:
        code = codes.pop()
        names.update(code.co_names)
        codes += [c for c in code.co_consts if isinstance(c, types.CodeType)]
    defaults = [*(item.__defaults__ or ()), *(item.__kwdefaults__ or {}).values()]
    return defaults + [item.__globals__[name] for name in names if name in item.__globals__]


def named_in(value):
    """Yield the addresses in a case's argument."""
    if isinstance(value, Named):
        yield value
    elif isinstance(value, (list, tuple, dict)):
        for item in value.values() if isinstance(value, dict) else value:
            yield from named_in(item)
