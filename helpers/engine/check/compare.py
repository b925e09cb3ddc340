"""Compare an expected with an actual value: whether they are equal, and if not, one sentence that says how they differ.

`equal` alone decides. The sentence is written afterwards, and the most telling fact comes first: another kind, another
shape, not a number, a difference in the last digits, the sign, a factor, an offset, transposed, and then which entries.
"""

import numpy as np

from helpers.engine.check import words
from helpers.engine.check.plain_data import NUMERIC, Foreign, kind_of
from helpers.engine.check.shown import show

# The names of the parts of a list that has one part per layer.
LAYERED = {"parameters": ("W{}", "b{}"), "gradients": ("dW{}", "db{}"), "errors": "dZ{}"}
FLOAT32 = 1e-4  # the relative tolerance for results in single precision
TINY = 1e-12


def compare(expected, actual, rtol=1e-7, atol=0.0, names=()):
    """Return None when two values are equal, else one sentence that says how they differ.

    Numbers are equal when they differ by at most rtol relative or atol absolute; if any part is float32, by 1e-4.
    `names` are those of the parts: a tuple, which may contain tuples, or a key of `LAYERED`.
    """
    rtol = loosened(rtol, expected, actual)
    with np.errstate(all="ignore"):  # infinite numbers, and differences that overflow
        same = matches(expected, actual, rtol, atol, names)
        return None if same else difference(expected, actual, rtol, atol, names, words.THE_RESULT)


def equal(expected, actual, rtol=1e-7, atol=0.0):
    """Return whether `compare` finds no difference between two values whose parts have no names."""
    loosest = max(rtol, FLOAT32)
    with np.errstate(all="ignore"):
        if not matches(expected, actual, loosest, atol):  # mostly, and faster than looking for float32 first
            return False
        exact = loosened(rtol, expected, actual)
        return exact == loosest or matches(expected, actual, exact, atol)


def loosened(rtol, *values):
    """Return the relative tolerance for these values: at least 1e-4 if any part is float32."""
    return max(rtol, FLOAT32) if any(map(has_float32, values)) else rtol


def has_float32(value):
    """Return whether a value is, or contains, an array of float32."""
    if isinstance(value, (tuple, list)):
        return any([has_float32(item) for item in value if type(item) is not float])  # there may be thousands
    if isinstance(value, dict):
        return any(map(has_float32, value.values()))
    return isinstance(value, np.ndarray) and value.dtype.char == "f"


def matches(expected, actual, rtol, atol, names=()):
    """Return whether an actual value is equal to the expected one, part by part."""
    if isinstance(expected, NUMERIC):
        return isinstance(actual, NUMERIC) and numbers_match(expected, actual, rtol, atol)
    if isinstance(expected, dict):
        same_keys = isinstance(actual, dict) and expected.keys() == actual.keys()
        return same_keys and all([matches(expected[key], actual[key], rtol, atol) for key in expected])
    if isinstance(expected, (tuple, list)):
        names, parts = names_of_parts(names, len(expected)), parts_of(actual, expected, names)
        if parts is None or len(parts) != len(expected):
            return False
        triples = zip(expected, parts, names, strict=True)
        return all(matches(e, a, rtol, atol, names_within(name)) for e, a, name in triples)
    return type(expected) is type(actual) and expected == actual


def numbers_match(expected, actual, rtol, atol):
    """Return whether two numbers, or two arrays, have one shape and equal entries."""
    if type(expected) is type(actual) is float:  # long lists of costs: without making arrays of them
        return entries_equal(expected, actual, allowed(expected, rtol, atol))
    e, a = np.asarray(expected), np.asarray(actual)
    if e.dtype == a.dtype and e.shape == a.shape and e.tobytes() == a.tobytes():  # mostly, and faster
        return True
    return close(e.astype(float), a.astype(float), rtol, atol)


def close(expected, actual, rtol, atol=0.0):
    """Return whether two float arrays have one shape and equal entries."""
    if expected.shape != actual.shape:
        return False
    return bool(np.all(entries_equal(expected, actual, allowed(expected, rtol, atol))))


def entries_equal(expected, actual, allowed):
    """Return for each entry whether it differs by at most `allowed`; infinite entries and nan must be the same."""
    both_nan = (expected != expected) & (actual != actual)
    return (abs(expected - actual) <= allowed) | (expected == actual) | both_nan


def allowed(expected, rtol, atol=0.0):
    """Return by how much each entry of a number or float array may differ.

    An entry near zero is often the sum of large ones that cancel: it is measured against the largest entry.
    """
    size = abs(expected)
    if isinstance(size, float):
        size = largest = size if size < np.inf else 0.0
    else:
        size = np.where(np.isfinite(size), size, 0.0)
        largest = size.max(initial=0.0)
    rounding = TINY * min(1.0, largest) if largest else TINY
    return max(atol, 1e-15, rounding, 1e-2 * rtol * largest) + rtol * size


def parts_of(actual, expected, names):
    """Return the parts of a tuple or list, else None; an array of one axis counts as a list of numbers."""
    if isinstance(actual, np.ndarray) and actual.ndim == 1:
        numbers = all([isinstance(e, NUMERIC) and np.ndim(e) == 0 for e in expected])
        # With names, a tuple of numbers is several results, and an array is not.
        as_list = isinstance(expected, list) or numbers and not any(names_of_parts(names, len(expected)))
        return list(actual) if as_list else None
    return actual if isinstance(actual, (tuple, list)) else None


def names_of_parts(names, n):
    """Return the names of n parts, "" for those without; layers are counted from 1."""
    if isinstance(names, tuple):
        return [*names[:n], *[""] * (n - len(names))]
    patterns = LAYERED[names]
    if isinstance(patterns, str):
        return [patterns.format(layer + 1) for layer in range(n)]
    return [tuple(pattern.format(layer + 1) for pattern in patterns) for layer in range(n)]


def names_within(name):
    """Return the names of the parts of a part, if it has any."""
    return name if isinstance(name, tuple) or name in LAYERED else ()


def subject(name, index, where):
    """Return the beginning of a sentence about a part: its name, else its index in what contains it."""
    if isinstance(name, tuple):
        return f"`({', '.join(name)})`"
    if name:
        return f"`{name}`"
    return f"`{where.strip('`')}[{index}]`" if where.startswith("`") else words.PART.format(index=index)


def difference(expected, actual, rtol, atol, names, where):
    """Return a sentence that says how an actual value differs from the expected one; `where` begins the sentence."""
    if isinstance(expected, Foreign) or isinstance(actual, Foreign):
        return words.ANOTHER_KIND.format(where=where, actual=kind_of(actual), expected=kind_of(expected))
    if isinstance(expected, (tuple, list)):
        return difference_of_parts(expected, actual, rtol, atol, names, where)
    if isinstance(expected, dict):
        if not isinstance(actual, dict) or expected.keys() != actual.keys():
            keys = ", ".join(map(repr, expected))
            return words.ANOTHER_DICT.format(where=where, actual=kind_of(actual), keys=keys)
        key = next(key for key in expected if not matches(expected[key], actual[key], rtol, atol))
        return difference(expected[key], actual[key], rtol, atol, (), f"`{key}`")
    if expected is None or isinstance(expected, str):
        return words.ANOTHER_KIND.format(where=where, actual=show(actual), expected=show(expected))
    if isinstance(actual, list) and shape_of(actual) == np.shape(expected):
        return words.LIST_FOR_ARRAY.format(where=where)
    if not isinstance(actual, NUMERIC):
        return words.ANOTHER_KIND.format(where=where, actual=kind_of(actual), expected=kind_of(expected))
    e, a = np.asarray(expected), np.asarray(actual)
    if e.shape != a.shape:
        return difference_of_shapes(e, a, rtol, where)
    return difference_of_entries(e.astype(float), a.astype(float), rtol, atol, where)


def difference_of_parts(expected, actual, rtol, atol, names, where):
    """Return the sentence for a tuple or list: about its length, else about the first part that differs."""
    names, parts = names_of_parts(names, len(expected)), parts_of(actual, expected, names)
    named = ", ".join(subject(name, 0, "").strip("`") for name in names if name)
    if parts is None:
        template = words.ANOTHER_KIND_OF_PARTS if named else words.ANOTHER_KIND
        return template.format(where=where, actual=kind_of(actual), expected=kind_of(expected), names=named)
    if len(parts) != len(expected):
        one = (words.ONE_PART, words.ONE_PART_OF_NAMES)
        template = (one if len(parts) == 1 else (words.PARTS, words.PARTS_OF_NAMES))[bool(named)]
        return template.format(where=where, actual=len(parts), expected=len(expected), names=named)
    inner = [names_within(name) for name in names]
    i = next(i for i, e in enumerate(expected) if not matches(e, parts[i], rtol, atol, inner[i]))
    return difference(expected[i], parts[i], rtol, atol, inner[i], subject(names[i], i, where))


def difference_of_shapes(e, a, rtol, where):
    """Return the sentence for two arrays of different shapes."""
    if e.ndim == 0:
        template = words.ARRAY_FOR_NUMBER if a.size != 1 else words.NUMBER_IN_ARRAY
        return template.format(where=where, shape=a.shape)
    if a.ndim == 0:
        return words.NUMBER_FOR_ARRAY.format(where=where, shape=e.shape)
    template = words.SHAPES
    if e.ndim == 2 and a.shape == e.shape[::-1]:
        same = close(e.astype(float), a.T.astype(float), max(rtol, 1e-6))
        template = words.SHAPE_TRANSPOSED if same else words.SHAPE_SWAPPED
    elif a.size == e.size and a.ndim == 1 and 1 in e.shape:
        template = words.SHAPE_RANK_1
    return template.format(where=where, actual=a.shape, expected=e.shape)


def difference_of_entries(e, a, rtol, atol, where):
    """Return the sentence for two float arrays of one shape, or two numbers."""
    wrong = ~entries_equal(e, a, allowed(e, rtol, atol))
    rtol = max(rtol, 1e-6)  # enough to recognize a sign, an offset or a transposed array
    several = e.size > 1
    if np.isnan(a).any() and not np.isnan(e).any():
        return at(words.NAN, words.NAN_AT, np.isnan(a), where=where)
    if np.isinf(a).any() and not np.isinf(e).any():
        return at(words.INFINITE, words.INFINITE_AT, np.isinf(a), where=where)
    if gap := small_gap(e, a):
        return (words.NEARLY_UP_TO if several else words.NEARLY).format(where=where, gap=gap)
    # In a single number a sign or a factor may be chance: `factors` looks at several cases.
    factor, offset = constant_ratio(e, a), a - e
    if factor is not None and abs(factor + 1) <= rtol:
        return words.WRONG_SIGN.format(where=where)
    if factor is not None and min(abs(factor - 2), abs(factor - 0.5)) <= 1e-6:
        return words.FACTOR.format(where=where, factor=factor)
    if several and np.ptp(e) and np.ptp(offset) <= rtol * np.max(np.abs(a)):
        return words.OFFSET.format(where=where, offset=offset.flat[0])
    if e.ndim == 2 and e.shape[0] == e.shape[1] and several and close(e.T, a, rtol):
        return words.TRANSPOSED.format(where=where)
    of_all = wrong.all() if wrong.all() else wrong
    return at(words.DIFFERS, words.ENTRIES_DIFFER, of_all, where=where, wrong=wrong.sum(), size=e.size)


def where_different(expected, actual, rtol=1e-7, atol=0.0):
    """Return the index of the first entry in which two arrays of one shape differ; () for other values."""
    if not all(isinstance(v, np.ndarray) for v in (expected, actual)) or expected.shape != actual.shape:
        return ()
    e, a = expected.astype(float), actual.astype(float)
    with np.errstate(all="ignore"):
        wrong = np.argwhere(~entries_equal(e, a, allowed(e, loosened(rtol, expected, actual), atol)))
    return tuple(wrong[0].tolist()) if len(wrong) else ()


def small_gap(e, a):
    """Return the largest difference if it is below 1/10,000 of the largest entry, else 0."""
    if not (np.isfinite(e).all() and np.isfinite(a).all()):
        return 0.0
    gap = float(np.max(np.abs(a - e), initial=0.0))
    return gap if gap <= 1e-4 * np.max(np.abs(e), initial=0.0) else 0.0


def constant_ratio(e, a):
    """Return c if a = c·e in all entries, at least two of which have different sizes other than zero, else None."""
    nonzero = np.abs(e) > TINY
    if not (np.isfinite(a).all() and np.isfinite(e).all() and nonzero.any()):
        return None
    sizes, ratio = np.abs(e[nonzero]), a[nonzero] / e[nonzero]
    if np.ptp(sizes) <= 1e-6 * sizes.max():
        return None
    steady = np.ptp(ratio) <= 1e-6 * np.abs(ratio).max() and np.abs(a[~nonzero]).max(initial=0) <= TINY
    return float(np.median(ratio)) if steady and abs(ratio.flat[0]) > TINY else None


def at(of_number, of_array, mask, **fields):
    """Return the sentence about a number, or that about an array with the index of the first entry of a mask."""
    if not mask.ndim:
        return of_number.format(**fields)
    return of_array.format(index=tuple(int(i) for i in np.argwhere(mask)[0]), **fields)


def shape_of(numbers):
    """Return the shape of the array that nested lists of numbers make, or None if they make none."""
    try:
        array = np.array(numbers)
    except ValueError:
        return None
    return array.shape if array.dtype.kind in "biuf" else None
