"""What the results of the cases show, without calling anything again."""

import copy

import numpy as np

from helpers.engine.check.exercise import Named, Seeded
from helpers.engine.check.locate.arguments import equal
from helpers.engine.check.locate.experiments import leaves
from helpers.engine.check.locate.observer import alike
from helpers.engine.check.plain_data import NUMERIC

MOST_PARTS = 20  # of a result that are looked for in another order


def constant(results):
    """Return the value that every case returned though others were expected, as a tuple of one, or None."""
    values = [r.outcome.value for r in results]
    if len(values) < 3 or any(r.outcome.raised or r.outcome.late for r in results) or values[0] is None:
        return None
    single = all(
        isinstance(v, (bool, int, float, str)) or isinstance(v, np.ndarray) and v.size == 1 for v in values
    )
    same = single and all(equal(values[0], v) for v in values[1:])
    varied = any(not equal(results[0].expected, r.expected) for r in results[1:])
    return (copy.copy(values[0]),) if same and varied else None


def single_rows(results, own):
    """Return the learner's names of the arguments that have one row in every case, and more columns in some."""
    tables = [{own.get(n, n): np.shape(v) for n, v in r.case.args.items()} for r in results]
    return [
        name
        for name in tables[0]
        if all(len(t.get(name, ())) == 2 and t[name][0] == 1 for t in tables)
        and any(t[name][1] > 1 for t in tables)
    ]


def only_the_first(results):
    """Return whether in two cases or more the first entry of an array is right, and every other one is wrong."""
    arrays = [
        (r.expected.ravel(), r.outcome.value.ravel())
        for r in results
        if isinstance(r.expected, np.ndarray)
        and np.shape(r.outcome.value) == r.expected.shape
        and r.expected.size > 1
    ]
    wrong = [np.isclose(actual, expected) for expected, actual in arrays]
    wrong = [same for same in wrong if not same.all()]
    return len(wrong) > 1 and all(same[0] and not same[1:].any() for same in wrong)


def in_another_order(exercise, results):
    """Return whether every wrong result, two or more, has the right parts in another order."""
    wrong = [r for r in results if not r.right]
    if exercise.judge is not None or exercise.probe is not None or len(wrong) < 2:
        return False
    return all(
        not r.outcome.raised and is_permuted(leaves(r.expected), leaves(r.outcome.value)) for r in wrong
    )


def is_permuted(expected, actual):
    """Return whether two lists of parts are not equal, and have the same parts."""
    if not 2 <= len(expected) == len(actual) <= MOST_PARTS or all(map(alike, actual, expected)):
        return False
    left = list(actual)
    for part in expected:
        place = next((i for i, other in enumerate(left) if alike(other, part)), None)
        if place is None:
            return False
        del left[place]
    return True


def changed(exercise, results):
    """Return the arguments that some call changed and may not."""
    names = [n for r in results for n in r.outcome.changed if not isinstance(r.case.args.get(n), Seeded)]
    return [n for n in dict.fromkeys(names) if n not in exercise.may_change]


def only_where(results, own):
    """Return the property that the agreeing cases have and the others have not, as `features` has it, or None."""
    right, wrong = (
        [features({own.get(n, n): v for n, v in r.case.args.items()}) for r in results if r.right is state]
        for state in (True, False)
    )
    if len(right) < 2 or len(wrong) < 2:
        return None  # one case has much that the others have not
    told = [f for f in right[0] if all(f in r for r in right) and not any(f in w for w in wrong)]
    return told[0] if len(told) == 1 else None


def features(args):
    """Return the properties of a case's arguments: (key of `ONLY_WHERE`, the fields of its sentence)."""
    found = []
    tables = [(n, a) for n, a in args.items() if isinstance(a, np.ndarray) and a.ndim == 2]
    if tables and all(a.shape[1] == 1 for _, a in tables):
        found.append(("single column", {}))
    found += [("single row", {"name": n}) for n, a in tables if a.shape[0] == 1]
    for name, value in args.items():
        if isinstance(value, list) and value:
            found.append(("parts" if len(value) > 1 else "one part", {"name": name, "n": len(value)}))
        if isinstance(value, np.ndarray) and value.ndim == 0 or isinstance(value, (int, float)):
            special = value in (0, 1)
            value_of = {"value": str(value)} if special else {}
            found.append(("value" if special else "no special value", {"name": name, **value_of}))
        if isinstance(value, np.ndarray):
            found.append(("one axis" if value.ndim == 1 else "axes", {"name": name, "n": value.ndim}))
        if isinstance(value, Named):
            found.append(("value", {"name": name, "value": value.address.rpartition(":")[2]}))
    return found


def same_numbers(exercise, results):
    """Return the name of a list in the results whose numbers are all the same, where others are expected, or None."""
    names = exercise.returns if isinstance(exercise.returns, tuple) else ()
    for i, name in enumerate(names):
        lists = [(r.expected[i], r.outcome.value[i]) for r in results if has_part(r, i)]
        long = [
            (e, a)
            for e, a in lists
            if is_list_of_numbers(e) and is_list_of_numbers(a) and min(len(e), len(a)) > 1
        ]
        if isinstance(name, str) and len(lists) == len(results) and len(long) > 1:
            if all(np.ptp(a) == 0 < np.ptp(e) for e, a in long):
                return name
    return None


def has_part(judged, i):
    """Return whether a result is a tuple or list with a part of this number, and one is expected."""
    both = (judged.expected, judged.outcome.value)
    return not judged.outcome.raised and all(isinstance(v, (tuple, list)) and len(v) > i for v in both)


def is_list_of_numbers(value):
    """Return whether a value is a list of numbers."""
    return isinstance(value, list) and all(isinstance(v, NUMERIC) and np.ndim(v) == 0 for v in value)
