"""Comparing an expected with an actual value, and saying in a sentence how they differ.

The most telling fact comes first: kind, shape, not a number, sign, factor, transposition, which entries.
"""

import numpy as np

from helpers.exercises.running import Foreign

TINY = 1e-12


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


def close(e, a, rtol, atol=0.0):
    """Return whether two float arrays agree; entries near zero are measured against the largest."""
    if e.shape != a.shape or not np.array_equal(np.isfinite(e), np.isfinite(a)):
        return False
    finite = np.isfinite(e)
    if not np.array_equal(e[~finite], a[~finite], equal_nan=True):
        return False
    largest = np.max(np.abs(e[finite]), initial=0.0)
    slack = max(atol, 1e-15, TINY * min(1.0, largest) if largest else TINY, 1e-2 * rtol * largest)
    return bool(np.all(np.abs(e[finite] - a[finite]) <= slack + rtol * np.abs(e[finite])))


def shape_fact(expected, actual, rtol, where):
    """Say how two shapes differ."""
    said = f"{where} has shape {actual.shape}; expected {expected.shape or 'a number'}"
    if expected.ndim == 0:
        return f"{where} is an array of shape {actual.shape}; expected a number."
    if actual.ndim == 0:
        return f"{where} is a number; expected an array of shape {expected.shape}."
    if expected.ndim == 2 and actual.shape == expected.shape[::-1]:
        transposed = close(expected.astype(float), actual.T.astype(float), max(rtol, 1e-6))
        return said + (
            ": it is the right result, transposed." if transposed else ": rows and columns are swapped."
        )
    if actual.size == expected.size and actual.ndim == 1:
        return said + ": a rank-1 array is neither a row nor a column (`keepdims=True` or `reshape`)."
    return said + "."


def value_fact(e, a, rtol, where):
    """Say how two arrays of one shape differ."""
    if np.isnan(a).any() and not np.isnan(e).any():
        return f"{where} is not a number (nan)" + at(np.isnan(a)) + "."
    if np.isinf(a).any() and not np.isinf(e).any():
        return f"{where} is infinite" + at(np.isinf(a)) + "."
    if close(e, -a, rtol):
        return f"{where} has the wrong sign" + (" everywhere." if e.ndim else ".")
    factor = constant_ratio(e, a)
    if factor is not None:
        return f"{where} is {factor:.6g} times the expected one" + (" everywhere." if e.size > 1 else ".")
    offset = a - e
    if e.size > 1 and np.ptp(offset) <= rtol * np.max(np.abs(a)):
        return f"{where} is off by {offset.flat[0]:.6g} everywhere."
    if e.ndim == 2 and e.shape[0] == e.shape[1] and close(e.T, a, rtol):
        return f"{where} is the right one, transposed."
    wrong = ~np.isclose(a, e, rtol=rtol, atol=rtol * np.max(np.abs(e[np.isfinite(e)]), initial=TINY))
    if e.size == 1:
        return f"{where} differs."
    return f"{where} differs in {wrong.sum()} of {e.size} entries, the first" + at(wrong) + "."


def constant_ratio(e, a):
    """Return c where a = c·e in every entry of several that are not zero, else None."""
    nonzero = np.abs(e) > TINY
    if nonzero.sum() < 2 or not np.isfinite(a).all() or not np.isfinite(e).all():
        return None
    ratio = a[nonzero] / e[nonzero]
    steady = np.ptp(ratio) <= 1e-6 * np.abs(ratio).max() and np.abs(a[~nonzero]).max(initial=0) <= TINY
    return float(np.median(ratio)) if steady and abs(ratio.flat[0]) > TINY else None


def at(mask):
    """Return " at index (i, j)" for the first entry of a mask, nothing for a number."""
    return f" at index {tuple(int(i) for i in np.argwhere(mask)[0])}" if mask.ndim else ""


def is_single(value):
    """Return whether a value is, or holds, an array of float32."""
    if isinstance(value, (tuple, list)):
        return any(map(is_single, value))
    if isinstance(value, dict):
        return any(map(is_single, value.values()))
    return getattr(value, "dtype", None) == np.float32


def is_numeric(value):
    """Return whether a plain value is a real number or an array of them."""
    return isinstance(value, (bool, int, float, np.generic, np.ndarray))


def kind(value):
    """Return a few words for the kind of a plain value."""
    if isinstance(value, np.ndarray) and value.ndim:
        return f"an array of shape {value.shape}"
    if is_numeric(value):
        return "a number"
    if isinstance(value, (tuple, list, dict)):
        return f"a {type(value).__name__} of {len(value)}"
    if value is ...:
        return "`...`, not answered yet"
    return "None" if value is None else f"an object of type {getattr(value, 'kind', type(value).__name__)}"


def show(value, width=70):
    """Return a value as a learner would print it, shortened; arrays with their shape."""
    if isinstance(value, np.ndarray) and value.ndim:
        text = np.array2string(
            value, precision=6, threshold=20, edgeitems=2, max_line_width=width, separator=", "
        )
        return f"{text}  shape {value.shape}"
    if isinstance(value, (np.generic, np.ndarray)):
        return show(value.item())
    if isinstance(value, float):
        return f"{value:.8g}"
    if isinstance(value, (tuple, list)):
        shown = [show(item, width).replace("\n", "\n ") for item in value]
        inner = (
            ", ".join(shown)
            if sum(map(len, shown)) < width and "shape" not in str(shown)
            else ",\n ".join(shown)
        )
        return f"({inner})" if isinstance(value, tuple) else f"[{inner}]"
    return repr(value)
