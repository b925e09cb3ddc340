"""Comparing an expected with an actual value: None when they agree, else one sentence that says how they differ.

Not here: which fact about two arrays tells most (`facts`), and how values are shown (`showing`).
"""

import numpy as np

from helpers.exercises.facts import close, shape_fact, value_fact
from helpers.exercises.running import Foreign
from helpers.exercises.showing import is_numeric, kind, show


def compare(expected, actual, rtol=1e-7, atol=0.0, names=(), where="The result"):
    """Return None when `actual` agrees with `expected`, else one sentence that says how it differs.

    Numbers agree when they differ by at most rtol relative or atol absolute; where any part is float32, by 1e-4.
    """
    if where == "The result" and (is_single(expected) or is_single(actual)):
        rtol = max(rtol, 1e-4)
    if isinstance(expected, Foreign) and expected == actual:
        return None
    if isinstance(actual, Foreign) or isinstance(expected, Foreign):
        return f"{where} is {kind(actual)}; expected {kind(expected)}."
    if isinstance(expected, dict):
        return compare_dicts(expected, actual, rtol, atol, where)
    if isinstance(expected, (tuple, list)):
        return compare_sequences(expected, actual, rtol, atol, names, where)
    if expected is None or isinstance(expected, str):
        same = type(expected) is type(actual) and expected == actual
        return None if same else f"{where} is {show(actual)}; expected {show(expected)}."
    if not is_numeric(actual):
        return f"{where} is {kind(actual)}; expected {kind(expected)}."
    return compare_numbers(np.asarray(expected), np.asarray(actual), rtol, atol, where)


def compare_sequences(expected, actual, rtol, atol, names, where):
    """Compare tuples and lists, part by part."""
    if not isinstance(actual, (tuple, list)):
        return f"{where} is {kind(actual)}; expected {kind(expected)}" + (
            f": {', '.join(names)}." if names else "."
        )
    if len(expected) != len(actual):
        return f"{where} has {len(actual)} parts; expected {len(expected)}" + (
            f": {', '.join(names)}." if names else "."
        )
    for i, (e, a) in enumerate(zip(expected, actual, strict=True)):
        part = (
            f"`{names[i]}`"
            if i < len(names)
            else f"Part {i}" + ("" if where == "The result" else f" of {where}")
        )
        if difference := compare(e, a, rtol, atol, (), part):
            return difference
    return None


def compare_dicts(expected, actual, rtol, atol, where):
    """Compare dicts, key by key."""
    if not isinstance(actual, dict) or set(expected) != set(actual):
        keys = ", ".join(map(repr, expected))
        return f"{where} is {kind(actual)}; expected a dict with the keys {keys}."
    differences = (compare(expected[k], actual[k], rtol, atol, (), f"`{k}`") for k in expected)
    return next((d for d in differences if d), None)


def compare_numbers(expected, actual, rtol, atol, where):
    """Compare numbers and arrays of numbers."""
    if expected.shape != actual.shape:
        return shape_fact(expected, actual, rtol, where)
    e, a = expected.astype(float), actual.astype(float)
    if close(e, a, rtol, atol):
        return None
    return value_fact(e, a, max(rtol, 1e-6), where)


def is_single(value):
    """Return whether a value is, or holds, an array of float32."""
    if isinstance(value, (tuple, list)):
        return any(map(is_single, value))
    if isinstance(value, dict):
        return any(map(is_single, value.values()))
    return getattr(value, "dtype", None) == np.float32
