"""Whether two values agree, without a word: nearly all that is compared does, and then no words are needed."""

import math

import numpy as np

TINY = 1e-12


def close(e, a, rtol, atol=0.0):
    """Return whether two float arrays agree; entries near zero are measured against the largest."""
    if e.shape == a.shape == ():
        return close_numbers(float(e), float(a), rtol, atol)
    if e.shape != a.shape:
        return False
    finite = np.isfinite(e)
    if not finite.all():
        others = ~finite
        if not np.array_equal(e[others], a[others], equal_nan=True):
            return False
        e, a = e[finite], a[finite]
    size = np.abs(e)
    may_differ = slack(size.max(initial=0.0), rtol, atol) + rtol * size
    return bool((np.abs(e - a) <= may_differ).all())  # never where only a is infinite, or nan


def close_numbers(e, a, rtol, atol=0.0):
    """Return `close` for two numbers, of which there are long lists, without making arrays."""
    if not (math.isfinite(e) and math.isfinite(a)):
        return e == a or e != e and a != a
    return abs(e - a) <= slack(abs(e), rtol, atol) + rtol * abs(e)


def slack(largest, rtol, atol):
    """Return what entries may differ by in any case, where the largest of them is so large."""
    return max(atol, 1e-15, TINY * min(1.0, largest) if largest else TINY, 1e-2 * rtol * largest)


def agree(expected, actual, rtol, atol):
    """Return whether two values of one kind agree, or None where that takes a closer look."""
    kind = type(expected)
    if kind is not type(actual):
        return None
    if kind is np.ndarray:
        return expected.shape == actual.shape and numbers_agree(expected, actual, rtol, atol)
    if kind is tuple or kind is list:
        return len(expected) == len(actual) and parts_agree(expected, actual, rtol, atol)
    return close_numbers(expected, actual, rtol, atol) if kind is float else None


def parts_agree(expected, actual, rtol, atol):
    """Return `agree` for as many parts: one that does not decides."""
    agreed = True
    for e, a in zip(expected, actual, strict=True):
        found = agree(e, a, rtol, atol)
        if not found:
            if found is not None:
                return False
            agreed = None
    return agreed


def numbers_agree(expected, actual, rtol, atol):
    """Return whether two arrays of one shape agree."""
    if expected.dtype == actual.dtype and expected.tobytes() == actual.tobytes():
        return True
    return close(expected.astype(float), actual.astype(float), rtol, atol)


def is_single(value):
    """Return whether a value is, or holds, an array of float32."""
    if isinstance(value, (tuple, list)):
        return any(map(is_single, value))
    if isinstance(value, dict):
        return any(map(is_single, value.values()))
    return isinstance(value, np.ndarray) and value.dtype.char == "f"
