"""Calling a learner's function again with other arguments: what the result depends on, and what it looks like.

Every fact is found by calls of the learner's function and of the course's with the same arguments. Nothing here says
which line is at fault.
"""

import ast
import inspect
import types

import numpy as np

from helpers.engine.check.compare import compare
from helpers.engine.check.diagnosis import judge
from helpers.engine.check.exercise import Case, Named, Seeded, course_function, source_of
from helpers.engine.check.locate.experiments import leaves
from helpers.engine.check.plain_data import Foreign
from helpers.engine.check.run import run

SECONDS = 0.25  # the most that one call may take
REPEATED = 0.1  # seconds of calls that are made again
MOST_MOVED, MOST_IN_A_CASE = 12, 2  # other values of an argument that are tried
MOST_COUNTED = 3  # iterations that are tried one after the other


def outcome(exercise, function, args):
    """Return the `Outcome` of a function on arguments."""
    return run(function, Case("", **args), SECONDS, exercise.probe)


def returned(exercise, function, args):
    """Return (whether it returned, the value) of a function on arguments."""
    found = outcome(exercise, function, args)
    return not (found.raised or found.late), found.value


def equal(one, other):
    """Return whether two returned values are the same numbers."""
    return compare(one, other, 1e-9) is None


def other_values(value, others):
    """Return other values of the same kind and size as an argument; `others` are those of other cases."""
    if isinstance(value, bool):
        return [not value]
    if isinstance(value, int):
        return [value + 1, 2 * value + 3, max(0, value - 1), 1]
    if isinstance(value, float):
        return [value * 0.5, value * 3 + 0.01, value * 0.01, value + 1]
    if isinstance(value, np.ndarray):
        return other_arrays(value)
    if isinstance(value, Seeded):
        return [Seeded(value.seed + step) for step in (1, 2, 3)]
    if isinstance(value, Named):
        return [other for other in dict.fromkeys(o for o in others if isinstance(o, Named)) if other != value]
    if isinstance(value, (list, tuple)) and value:
        items = [other_values(item, ()) for item in value]
        count = max(map(len, items))
        return [
            type(value)(v[k % len(v)] if v else old for v, old in zip(items, value, strict=True))
            for k in range(count)
        ]
    return []


def other_arrays(array):
    """Return other arrays of the same shape and range."""
    if array.size == 0 or array.dtype.kind not in "biuf" or not np.isfinite(array).all():
        return []
    if set(np.unique(array)) <= {0, 1}:
        return [(1 - array).astype(array.dtype), np.zeros_like(array), np.ones_like(array)]
    if array.dtype.kind in "iub":
        return [np.roll(array, 1), np.max(array) - array, array + 1, np.full_like(array, np.min(array))]
    if 0 <= np.min(array) and np.max(array) <= 1:
        return [0.1 + 0.6 * array, 0.9 - 0.5 * array, array**2]
    return [0.7 * array + 0.1, -array, 3 * array - 1]


def ignored(exercise, function, results, unread):
    """Return the names of arguments on which the course's result depends and the learner's does not.

    For names that the function never reads the course's result decides. For others every other value has to leave the
    learner's result as it is; where results are whole numbers that proves little, and nothing is said.
    """
    course, found = course_function(exercise), []
    usable = [
        r for r in results if not (r.outcome.raised or r.outcome.late) and is_comparable(r.outcome.value)
    ]
    provable = (
        exercise.probe is None
        and len(usable) >= max(2, 0.75 * len(results))
        and not all(is_whole(r) for r in usable)
    )
    for name in results[0].case.args:
        moves, stays = 0, True
        for result in from_both_ends(results if name in unread else usable):
            args, here = result.case.args, 0
            if moves >= MOST_MOVED or not stays or not (name in unread or provable) or name not in args:
                break
            for other in other_values(args[name], [r.case.args.get(name) for r in results]):
                changed = {**args, name: other}
                before, after = (returned(exercise, course, a) for a in (args, changed))
                if not (before[0] and after[0]) or equal(before[1], after[1]):
                    continue
                moves, here = moves + 1, here + 1
                if name not in unread:
                    first, second = (returned(exercise, function, a) for a in (args, changed))
                    stays = first[0] and second[0] and equal(first[1], second[1])
                if not stays or name in unread or here == MOST_IN_A_CASE:
                    break
        if stays and moves >= (1 if name in unread else 2):
            found.append(name)
    return found


def from_both_ends(cases):
    """Return cases, the smallest and the largest in turns: what one step does not show, three steps may."""
    both = [case for pair in zip(cases, reversed(cases), strict=True) for case in pair]
    return both[: len(cases)]


def is_comparable(value):
    """Return whether a returned value is plain data, such that another one can be told from it."""
    return value is not None and not any(isinstance(leaf, Foreign) for leaf in leaves(value))


def is_whole(result):
    """Return whether a result holds nothing but whole numbers or other things that jump."""
    return all(is_whole_number(leaf) for leaf in leaves(result.outcome.value))


def is_whole_number(value):
    """Return whether a value is a whole number, an array or a list of such, or nothing numeric."""
    if not isinstance(value, (bool, int, float, np.ndarray, list)):
        return True
    array = np.asarray(value)
    return array.dtype.kind not in "f" or bool(np.isfinite(array).all() and not np.any(array % 1))


def called_otherwise(exercise, results):
    """Yield (kind, words) where every result is the course's for other arguments: two exchanged, a count off by one."""
    course = course_function(exercise)
    names = list(results[0].case.args)
    for kind, words, change in other_calls(names, results[0].case.args):
        telling = 0
        for result in results:
            args = change(dict(result.case.args))
            if args is None:
                break
            done, value = returned(exercise, course, args)
            if not done or result.outcome.raised or result.outcome.late:
                break
            value = value if exercise.view is None else exercise.view(value)
            if not equal(value, result.outcome.value):
                break
            telling += not equal(value, result.expected)
        else:
            if telling >= 2:
                yield kind, words


def other_calls(names, args):
    """Yield (kind, words, function of the arguments that changes them)."""
    for i, first in enumerate(names):
        for second in names[i + 1 :]:
            if kind_of(args[first]) == kind_of(args[second]) != "other":

                def exchange(a, first=first, second=second):
                    return {**a, first: a[second], second: a[first]} if first in a and second in a else None

                yield "exchanged", {"first": first, "second": second}, exchange
        if type(args[first]) is int:
            for step, kind in ((-1, "one fewer"), (1, "one more in all")):

                def count_off(a, first=first, step=step):
                    return {**a, first: max(0, a[first] + step)}

                yield kind, {"name": first}, count_off
        if type(args[first]) is float:
            yield "another sign", {"name": first}, lambda a, first=first: {**a, first: -a[first]}


def kind_of(value):
    """Return "array", "number", "list", "generator" or "other" for an argument."""
    if isinstance(value, np.ndarray):
        return "array"
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return "number"
    if isinstance(value, (list, tuple)):
        return "list"
    return "generator" if isinstance(value, Seeded) else "other"


def generators(e):
    """Return the learner's names of the random generators that are handed in."""
    return [e.own.get(n, n) for n, value in e.results[0].case.args.items() if kind_of(value) == "generator"]


def is_random(e):
    """Return whether two calls with the same arguments return different results; of a slow function, in some cases."""
    if e.random is None:
        e.random = differs_when_repeated(e.exercise, e.function, e.results)
    return e.random


def differs_when_repeated(exercise, function, results):
    """Return whether two calls with the arguments of some case return different results."""
    spent = 0.0
    for result in results:
        if result.outcome.raised or result.outcome.late:
            continue
        if spent > REPEATED:
            break
        spent += result.outcome.seconds
        first, second = (returned(exercise, function, result.case.args) for _ in range(2))
        comparable = first[0] and second[0] and equal(first[1], first[1])
        if comparable and not equal(first[1], second[1]):
            return True
    return False


def first_wrong_count(exercise, function, results):
    """Return (name, n) if every case is right with n turns of a loop and not with n + 1, else None.

    The name is that of the argument that counts them.
    """
    for name in counting(inspect.unwrap(exercise.solution)):
        counts = [r.case.args.get(name) for r in results]
        if all(type(count) is int for count in counts) and max(counts) > 1:
            for n in range(min(MOST_COUNTED, max(counts)) + 1):
                if not all(agrees(exercise, function, {**r.case.args, name: n}) for r in results):
                    return (name, n - 1) if n else None
    return None


def counting(function, depth=2):
    """Return the arguments with which a course function, or one that it calls, counts a loop: `for _ in range(n)`."""
    tree, found = ast.parse(source_of(function)), []
    loops = [node.iter for node in ast.walk(tree) if isinstance(node, ast.For)]
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        name, given = getattr(call.func, "id", ""), [getattr(a, "id", None) for a in call.args]
        called = function.__globals__.get(name)
        if name == "range" and call in loops and len(given) == 1:
            found += given
        elif isinstance(called, types.FunctionType) and depth:
            counted = counting(called, depth - 1)
            parameters = inspect.signature(called).parameters
            found += [own for own, inner in zip(given, parameters, strict=False) if inner in counted]
    return [name for name in dict.fromkeys(found) if name]


def agrees(exercise, function, args):
    """Return whether a function does what the course's does on arguments."""
    done, expected = returned(exercise, course_function(exercise), args)
    case = Case("", **args)
    return not done or judge(exercise, case, outcome(exercise, function, args), expected).right
