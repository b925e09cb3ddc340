"""Comparing an expected with an actual value: None when they agree, else one sentence that says how they differ.

Not here: whether values agree (`agreeing`), which fact about two arrays tells most (`facts`), and how values are shown
(`showing`).
"""

import numpy as np

from helpers.engine.check.array_differences import shape_fact, value_fact
from helpers.engine.check.formatting import is_numeric, kind, show
from helpers.engine.check.plain_data import Foreign
from helpers.engine.check.tolerance import agree, is_single, numbers_agree

LAYERED = {
    "parameters": ("W{}", "b{}"),
    "gradients": ("dW{}", "db{}"),
    "errors": "dZ{}",
}  # lists, a part a layer


def compare(expected, actual, rtol=1e-7, atol=0.0, names=(), where="The result"):
    """Return None when `actual` agrees with `expected`, else one sentence that says how it differs.

    Numbers agree when they differ by at most rtol relative or atol absolute; where any part is float32, by 1e-4.
    `names` are those of the parts: a tuple, which may hold tuples, or a key of `LAYERED`.
    """
    if where == "The result":
        rtol = loosened(rtol, expected, actual)
    if agree(expected, actual, rtol, atol):
        return None
    if isinstance(actual, Foreign) or isinstance(expected, Foreign):
        if type(expected) is type(actual) and expected == actual:
            return None
        return f"{where} is {kind(actual)}; expected {kind(expected)}."
    if isinstance(expected, dict):
        return compare_dicts(expected, actual, rtol, atol, where)
    if isinstance(expected, (tuple, list)):
        return compare_sequences(expected, actual, rtol, atol, names, where)
    if expected is None or isinstance(expected, str):
        same = type(expected) is type(actual) and expected == actual
        return None if same else f"{where} is {show(actual)}; expected {show(expected)}."
    if not is_numeric(actual):
        if isinstance(actual, list) and is_numeric(expected) and shape_of(actual) == np.shape(expected):
            return f"{where} is a list; expected an array: `np.array` makes one of it."
        return f"{where} is {kind(actual)}; expected {kind(expected)}."
    return compare_numbers(np.asarray(expected), np.asarray(actual), rtol, atol, where)


def loosened(rtol, *values):
    """Return the relative difference that is allowed: where any part is float32, at least 1e-4."""
    return max(rtol, 1e-4) if any(map(is_single, values)) else rtol


def equal(expected, actual, rtol):
    """Return whether `compare` finds no difference; mostly without a sentence, which takes long to find."""
    found = agree(expected, actual, loosened(rtol, expected, actual), 0.0)
    return compare(expected, actual, rtol) is None if found is None else found


def compare_sequences(expected, actual, rtol, atol, names, where):
    """Compare tuples and lists, part by part; a row of numbers may be an array as well as a list."""
    if isinstance(expected, list) and isinstance(actual, np.ndarray) and actual.ndim == 1:
        actual = list(actual)
    names = layers(names, len(expected))
    if (
        getattr(actual, "ndim", 0) == 1
        and not names
        and all(is_numeric(e) and np.ndim(e) == 0 for e in expected)
    ):
        actual = list(actual)  # a row of numbers, such as costs, is one in a list or in an array
    listed = f": {', '.join(called(name).strip('`') for name in names)}." if names else "."
    if not isinstance(actual, (tuple, list)):
        return f"{where} is {kind(actual)}; expected {kind(expected)}{listed}"
    if len(expected) != len(actual):
        parts = "1 part" if len(actual) == 1 else f"{len(actual)} parts"
        return f"{where} has {parts}; expected {len(expected)}{listed}"
    for i, (e, a) in enumerate(zip(expected, actual, strict=True)):
        name = names[i] if i < len(names) else part(i, where)
        inner = name if isinstance(name, tuple) or name in LAYERED else ()
        if difference := compare(e, a, rtol, atol, inner, called(name)):
            return difference
    return None


def part(i, where):
    """Return what a part without a name is called: by its index, as in Python."""
    return f"{where.strip('`')}[{i}]" if where.startswith("`") else f"part {i}"


def form_of_layers(parameters, n):
    """Return what is wrong with the form of parameters, a list with n pairs (W, b), or None."""
    if isinstance(parameters, dict) or any(not is_pair(layer) for layer in parameters):
        return "The result is not a list of pairs; expected a pair (W, b) for each layer."
    if len(parameters) != n:
        found = "is 1 layer" if len(parameters) == 1 else f"are {len(parameters)} layers"
        return f"There {found}; expected {n}."
    return None


def is_pair(value):
    """Return whether a value is a tuple or list of two."""
    return isinstance(value, (tuple, list)) and len(value) == 2


def layers(names, n):
    """Return the names of n parts; those of `LAYERED` are counted from 1."""
    if isinstance(names, tuple):
        return names
    patterns = LAYERED[names]
    if isinstance(patterns, str):
        return tuple(patterns.format(layer + 1) for layer in range(n))
    return tuple(tuple(pattern.format(layer + 1) for pattern in patterns) for layer in range(n))


def called(name):
    """Return how a sentence begins that is about a part."""
    if isinstance(name, tuple):
        return f"`({', '.join(name)})`"
    return name.capitalize() if name.startswith("part ") else f"`{name}`"


def shape_of(numbers):
    """Return the shape of the array that nested lists of numbers make, or None where they make none."""
    try:
        array = np.array(numbers)
    except ValueError:
        return None
    return array.shape if array.dtype.kind in "biuf" else None


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
    if numbers_agree(expected, actual, rtol, atol):
        return None
    return value_fact(expected.astype(float), actual.astype(float), max(rtol, 1e-6), where)
