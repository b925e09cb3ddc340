"""Plain data: numbers, arrays, text, and tuples, lists and dicts of these. How it is made and copied.

A learner's function gets copies of plain data, and only plain data is taken from what it returns: an object that
claims to equal everything is never compared with anything.
"""

import copy
import types
from dataclasses import dataclass

import numpy as np

from helpers.engine.check import words
from helpers.engine.check.exercise import Named, Seeded

NUMERIC = (bool, int, float, np.generic, np.ndarray)  # real numbers and arrays of them, once they are plain
IMMUTABLE = {bool, int, float, str, type(None)}
MOST_YIELDED = 10_000  # items taken from a generator, which may be endless
ITERATORS = (
    "generator",
    "map",
    "zip",
    "filter",
    "enumerate",
    "reversed",
    "list_iterator",
)  # kinds of objects


@dataclass(frozen=True)
class Foreign:
    """Stands for a returned object that is neither a number, an array, text nor a container of these."""

    kind: str

    def __repr__(self):
        return f"<{self.kind}>"


def yielded(value):
    """Return what a function yields as a list, where it yields instead of returning; any other value as it is.

    Only for the whole of what comes back: a generator within it is used up after one look, and no list.
    """
    if isinstance(value, types.GeneratorType):
        return [item for _, item in zip(range(MOST_YIELDED), value, strict=False)]
    return value


def plain(value):
    """Return a value with everything but numbers, arrays, text and containers replaced by `Foreign`."""
    kind = type(value)
    if kind in IMMUTABLE or value is ...:
        large = kind is int and abs(value) >= 1 << 63
        return Foreign("int, too large for an array") if large else value
    # Exact types only: a subclass, such as np.matrix, may redefine comparison.
    if kind is np.ndarray or isinstance(value, np.generic) and kind.__module__ == "numpy":
        return np.array(value) if value.dtype.kind in "biuf" else Foreign(f"array of dtype {value.dtype}")
    if isinstance(value, (tuple, list)):
        items = [plain(item) for item in kind.__iter__(value)]
        return tuple(items) if isinstance(value, tuple) else items
    if kind is dict:
        return {key: plain(item) for key, item in value.items() if type(key) in (str, int)}
    return Foreign(kind.__name__)


def fresh(value):
    """Return a copy of an argument in which `Named` and `Seeded` are replaced by the objects they stand for."""
    kind = type(value)
    if kind is np.ndarray and not value.dtype.hasobject:
        return value.copy(order="K")
    if kind in IMMUTABLE:
        return value
    if isinstance(value, (list, tuple)):
        return kind([fresh(item) for item in value])
    if isinstance(value, dict):
        return {key: fresh(item) for key, item in value.items()}
    return value.make() if isinstance(value, (Named, Seeded)) else copy.deepcopy(value)


def key_of(value):
    """Return what tells the arguments of one case from those of another."""
    if isinstance(value, np.ndarray):
        return value.shape, value.dtype.str, value.tobytes()
    if isinstance(value, (list, tuple)):
        return tuple(map(key_of, value))
    if isinstance(value, dict):
        return tuple((name, key_of(item)) for name, item in value.items())
    if isinstance(value, np.random.Generator):
        return str(value.bit_generator.state)
    return getattr(value, "__name__", None) or repr(value)


def kind_of(value):
    """Return a few words that say what a plain value is, for a sentence."""
    if isinstance(value, np.ndarray) and value.ndim:
        return words.AN_ARRAY.format(shape=value.shape)
    if isinstance(value, NUMERIC):
        return words.A_NUMBER
    if isinstance(value, (tuple, list, dict)):
        kind = type(value).__name__
        if not value:
            return words.AN_EMPTY.format(kind=kind)
        if isinstance(value, dict):
            return words.A_DICT.format(keys=words.listed(value))
        return words.A_CONTAINER.format(kind=kind, n=len(value))
    if value is ...:
        return words.UNANSWERED
    if value is None:
        return "None"
    kind = getattr(value, "kind", type(value).__name__)
    if kind in ITERATORS:
        return words.AN_ITERATOR.format(kind=kind)
    return (words.AN_UNUSABLE if kind.startswith(("array of", "int,")) else words.AN_OBJECT).format(kind=kind)


def only_number(expected, actual):
    """Return the number that every entry of some values is where several different ones are expected, or None."""
    found = {entry for value in actual for entry in entries_of(value)}
    wanted = {entry for value in expected for entry in entries_of(value)}
    return found.pop() if len(found) == 1 and len(wanted) > 1 else None


def entries_of(value):
    """Return the numbers in a value, as floats."""
    if isinstance(value, NUMERIC):
        return np.ravel(value).astype(float).tolist()
    parts = value if isinstance(value, (tuple, list)) else ()
    return [entry for part in parts for entry in entries_of(part)]
