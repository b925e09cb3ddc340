"""Plain data as JSON and raw arrays, and back, strictly: known kinds, known dtypes, limited depth and number.

Lists, tuples, dicts, arrays and stand-ins are tagged, so that what comes out is what went in. Never pickle.
"""

import math

import numpy as np

from helpers.exercises.definition import Named, Seeded
from helpers.exercises.running import Foreign
from helpers.grading.sealed.tokens import Callback, Dice

MOST_ITEMS = 100_000
MOST_DEPTH = 16
MOST_TEXT = 100_000
DTYPES = {"|b1", "<f2", "<f4", "<f8", "|i1", "<i2", "<i4", "<i8", "|u1", "<u2", "<u4", "<u8"}


class Packed:
    """Plain data packed once, to be sent often."""

    def __init__(self, value):
        self.arrays = []
        self.header = packed(value, self.arrays)


def packed(value, arrays):
    """Return plain data as JSON; the bytes of arrays are added to the list `arrays`."""
    if value is None or type(value) in (bool, int, float, str):
        return value
    if isinstance(value, Packed):
        arrays += value.arrays
        return value.header
    if isinstance(value, np.ndarray):
        raw = value.astype(np.float64) if value.dtype.itemsize > 8 else value
        raw = np.ascontiguousarray(raw).reshape(value.shape)
        raw = raw.astype(raw.dtype.newbyteorder("<"), copy=False)
        arrays.append(raw.tobytes())
        return {"array": [raw.dtype.str, list(raw.shape)]}
    if isinstance(value, (list, tuple)):
        return {"tuple" if isinstance(value, tuple) else "list": [packed(item, arrays) for item in value]}
    if isinstance(value, dict):
        return {"dict": [[key, packed(item, arrays)] for key, item in value.items()]}
    return stand_in(value)


def stand_in(value):
    """Return the JSON of what is neither a number, text, an array nor a container."""
    if value is ...:
        return {"blank": 0}
    if isinstance(value, np.generic):
        return {"scalar": [value.dtype.str, value.item()]}
    for kind, tag, content in (
        (Foreign, "foreign", "kind"),
        (Seeded, "seeded", "seed"),
        (Named, "named", "address"),
        (Callback, "callback", "number"),
        (Dice, "dice", "words"),
    ):
        if isinstance(value, kind):
            return {tag: getattr(value, content)}
    raise TypeError(f"cannot send an object of type {type(value).__name__}")


class Unpacker:
    """Turns the JSON of one frame back into plain data; raises ValueError and the like where it cannot."""

    def __init__(self, raw):
        self.raw, self.at, self.items = raw, 0, 0

    def unpack(self, value, depth=0):
        """Return the plain data of a JSON value."""
        self.items += 1
        if depth > MOST_DEPTH or self.items > MOST_ITEMS:
            raise ValueError("too deep or too many")
        if isinstance(value, str):
            return text(value)
        if isinstance(value, list):
            raise ValueError("a bare list")
        if not isinstance(value, dict):
            return value
        ((tag, content),) = value.items()
        if tag in ("tuple", "list"):
            return (tuple if tag == "tuple" else list)(self.unpack(item, depth + 1) for item in content)
        if tag == "dict":
            return {key_of(key): self.unpack(item, depth + 1) for key, item in content}
        return self.array(content) if tag == "array" else STAND_INS[tag](content)

    def array(self, content):
        """Return the next array of the frame."""
        dtype, shape = content
        if (
            dtype not in DTYPES
            or len(shape) > 8
            or not all(type(n) is int and 0 <= n < 1 << 31 for n in shape)
        ):
            raise ValueError("not an array")
        size = math.prod(shape) * np.dtype(dtype).itemsize
        part = self.raw[self.at : self.at + size]
        if len(part) != size:
            raise ValueError("an array without its bytes")
        self.at += size
        return np.frombuffer(part, dtype=dtype).reshape(shape).copy()


def text(value):
    """Return text that can be written anywhere: not too long, without halves of characters."""
    if len(value) > MOST_TEXT:
        raise ValueError("too long a text")
    return value if value.isascii() else value.encode("utf-8", "replace").decode("utf-8")


def key_of(key):
    """Return the key of a dict, text or a whole number."""
    if type(key) not in (str, int):
        raise ValueError("a key that is neither text nor a number")
    return text(key) if isinstance(key, str) else key


def scalar(content):
    """Return a number of NumPy's."""
    dtype, value = content
    if dtype not in DTYPES:
        raise ValueError("not a number")
    return np.dtype(dtype).type(value)


STAND_INS = {
    "scalar": scalar,
    "blank": lambda content: ...,
    "foreign": lambda content: Foreign(text(str(content)[:100])),
    "seeded": lambda content: Seeded(int(content)),
    "named": lambda content: Named(text(str(content))),
    "callback": lambda content: Callback(int(content)),
    "dice": lambda content: Dice([*content]),
}
