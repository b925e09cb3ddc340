"""Copies of a case's arguments, what came back as plain data, and whether an argument is still what it was."""

import copy
import types
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from helpers.engine.check.exercise import Named, Seeded

ATOMS = {bool, int, float, str, type(None)}  # need no copy


@dataclass(frozen=True)
class Foreign:
    """Stands for a returned object that is neither a number, an array, text nor a container of these."""

    kind: str

    def __repr__(self):
        return f"<{self.kind}>"


def made(value):
    """Return a fresh copy of an argument, with `Named` and `Seeded` made real."""
    kind = type(value)
    if kind is np.ndarray and not value.dtype.hasobject:
        return value.copy(order="K")
    if kind in ATOMS:
        return value
    if isinstance(value, (list, tuple)):
        return kind([made(item) for item in value])
    if isinstance(value, dict):
        return {key: made(item) for key, item in value.items()}
    return value.make() if isinstance(value, (Named, Seeded)) else copy.deepcopy(value)


def plain(value):
    """Return `value` with everything but numbers, arrays, text and containers replaced by `Foreign`."""
    kind = type(value)
    if kind in ATOMS or value is ...:
        large = kind is int and abs(value) >= 1 << 63
        return Foreign("int, too large for an array") if large else value
    if kind is np.ndarray or isinstance(value, np.generic) and kind.__module__ == "numpy":
        return np.array(value) if value.dtype.kind in "biuf" else Foreign(f"array of dtype {value.dtype}")
    if isinstance(value, (tuple, list)):
        items = [plain(item) for item in kind.__iter__(value)]
        return tuple(items) if isinstance(value, tuple) else items
    if kind is dict:
        return {key: plain(item) for key, item in value.items() if type(key) in (str, int)}
    if isinstance(value, types.GeneratorType):
        return [plain(item) for _, item in zip(range(10_000), value, strict=False)]
    return Foreign(kind.__name__)


def unchanged(before, after):
    """Return whether an argument is still what the case gave, a random generator too; functions are not looked at."""
    if isinstance(before, np.ndarray):
        if not isinstance(after, np.ndarray) or before.shape != after.shape or before.dtype != after.dtype:
            return False
        if before.tobytes() == after.tobytes():  # nearly always, and faster to find out
            return True
        return np.array_equal(before, after, equal_nan=before.dtype.kind == "f")
    if isinstance(before, (list, tuple)):
        return len(before) == len(after) and all(map(unchanged, before, after))
    if isinstance(before, dict):
        return before.keys() == after.keys() and all(unchanged(before[key], after[key]) for key in before)
    if isinstance(before, Seeded):
        return isinstance(after, np.random.Generator) and untouched(before) == dice(after)
    return True


@lru_cache(maxsize=1000)
def untouched(seeded):
    """Return `dice` of a random generator that was not used."""
    return dice(seeded.make())


def dice(rng):
    """Return what a random generator will draw next, as text, and how many generators have come from it."""
    return str(rng.bit_generator.state), rng.bit_generator.seed_seq.n_children_spawned
