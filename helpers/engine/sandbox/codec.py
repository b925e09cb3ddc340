"""Plain data as JSON and raw arrays, and back, strictly: known kinds, known dtypes, limited depth and number.

Lists, tuples, dicts, arrays and stand-ins are tagged, so that what comes out is what went in. Never pickle.
"""

import json
from functools import lru_cache

import numpy as np

from helpers.engine.check.exercise import Named, Seeded
from helpers.engine.check.plain_data import Foreign
from helpers.engine.sandbox.generator_state import Callback, Dice

MOST_ITEMS = 100_000
MOST_DEPTH = 16
MOST_TEXT = 100_000
DTYPES = {"|b1", "<f2", "<f4", "<f8", "|i1", "<i2", "<i4", "<i8", "|u1", "<u2", "<u4", "<u8"}
SIZES = {dtype: np.dtype(dtype).itemsize for dtype in DTYPES}
NUMBERS = {int, float, bool, type(None)}


def packed(value, arrays):
    """Return plain data as the text of JSON; the bytes of arrays are added to the list `arrays`."""
    kind = type(value)
    if kind is np.ndarray:
        sent = value if value.dtype.str in DTYPES else little(value)
        arrays.append(sent.tobytes())
        return said_of(sent.dtype, sent.shape)
    if kind is int or kind is float:
        return kind.__repr__(value) if value - value == 0 else json.dumps(value)
    if kind is list or kind is tuple:
        items = ",".join([packed(item, arrays) for item in value])
        return f'{{"{kind.__name__}":[{items}]}}'
    if kind is dict:
        items = ",".join([f"[{json.dumps(key)},{packed(item, arrays)}]" for key, item in value.items()])
        return f'{{"dict":[{items}]}}'
    return json.dumps(value if value is None or kind in (bool, str) else stand_in(value))


@lru_cache(maxsize=1000)
def said_of(dtype, shape):
    """Return the text for an array."""
    return json.dumps({"array": [dtype.str, shape]})


def little(array):
    """Return an array as it is sent: in at most 8 bytes a number, the low ones first."""
    narrow = array.astype(np.float64) if array.dtype.itemsize > 8 else array
    return narrow.astype(narrow.dtype.newbyteorder("<"), copy=False)


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
        if depth > MOST_DEPTH:
            raise ValueError("too deep")
        if isinstance(value, str):
            return text(value)
        if isinstance(value, list):
            raise ValueError("a bare list")
        if not isinstance(value, dict):
            return value
        ((tag, content),) = value.items()
        if tag == "array":
            return self.array(*content)
        if tag in ("tuple", "list"):
            items = self.all_of(content, depth + 1)
            return tuple(items) if tag == "tuple" else items
        if tag == "dict":
            values = self.all_of([item for _, item in content], depth + 1)
            return {key_of(key): item for (key, _), item in zip(content, values, strict=True)}
        return STAND_INS[tag](content)

    def all_of(self, content, depth):
        """Return the plain data of the items of a container."""
        self.items += len(content)
        if self.items > MOST_ITEMS:
            raise ValueError("too many")
        return [item if type(item) in NUMBERS else self.unpack(item, depth) for item in content]

    def array(self, dtype, shape):
        """Return the next array of the frame."""
        size = SIZES[dtype]
        if len(shape) > 8:
            raise ValueError("not an array")
        for n in shape:
            if type(n) is not int or not 0 <= n < 1 << 31:
                raise ValueError("not an array")
            size *= n
        if self.at + size > len(self.raw):
            raise ValueError("an array without its bytes")
        array = np.ndarray(shape, dtype, self.raw, self.at).copy()
        self.at += size
        return array


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
