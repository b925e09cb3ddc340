"""What the grader and a sealed process say to each other: JSON and raw arrays, never pickle.

A frame is two lengths, a JSON header and the bytes of its arrays. Reading is strict: known kinds, known dtypes,
limited size, depth and number. Anything else is a `WireError`.
"""

import json
import math
import struct

import numpy as np

from helpers.exercises.definition import Seeded
from helpers.exercises.running import Foreign

MOST_BYTES = 64 << 20
MOST_ITEMS = 100_000
MOST_DEPTH = 16
MOST_TEXT = 100_000
DTYPES = {"|b1", "<f2", "<f4", "<f8", "|i1", "<i2", "<i4", "<i8", "|u1", "<u2", "<u4", "<u8"}
LENGTHS = struct.Struct("<II")


class WireError(Exception):
    """A frame that is not what it must be."""


class Proxy:
    """Stands for a function of the course that stays in the grader.

    For an object with named parts, `parts` maps each to its text, or to None where it is a function.
    """

    def __init__(self, address, parts=None):
        self.address, self.parts = address, parts


def send(sock, message):
    """Send one message: a dict of plain data, arrays, `Seeded` and `Proxy`."""
    arrays = []
    header = json.dumps(packed(message, arrays)).encode()
    body = b"".join(arrays)
    if len(header) + len(body) > MOST_BYTES:
        raise WireError(f"a message of {len(header) + len(body)} bytes is more than {MOST_BYTES}")
    sock.sendall(LENGTHS.pack(len(header), len(body)) + header + body)


def receive(sock):
    """Receive one message and return it, or raise `WireError`; a closed connection is one too."""
    header, body = LENGTHS.unpack(exactly(sock, LENGTHS.size))
    if header + body > MOST_BYTES:
        raise WireError(f"a message of {header + body} bytes is more than {MOST_BYTES}")
    text, raw = exactly(sock, header), exactly(sock, body)
    try:
        return Unpacker(raw).unpack(json.loads(text))
    except (ValueError, TypeError, KeyError, IndexError, RecursionError) as error:
        raise WireError(f"not a message: {type(error).__name__}") from None


def exactly(sock, n):
    """Read n bytes."""
    parts = []
    while n:
        part = sock.recv(min(n, 1 << 20))
        if not part:
            raise WireError("the connection was closed")
        parts.append(part)
        n -= len(part)
    return b"".join(parts)


def packed(value, arrays):
    """Return plain data as JSON: containers are tagged, arrays go to the list `arrays`."""
    if value is None or isinstance(value, (bool, int, float, str)):
        return value
    if isinstance(value, np.ndarray):
        raw = np.ascontiguousarray(value).reshape(value.shape)
        raw = raw.astype(raw.dtype.newbyteorder("<"), copy=False)
        arrays.append(raw.tobytes())
        return {"array": [raw.dtype.str, list(raw.shape)]}
    if isinstance(value, tuple):
        return {"tuple": [packed(item, arrays) for item in value]}
    if isinstance(value, list):
        return {"list": [packed(item, arrays) for item in value]}
    if isinstance(value, dict):
        return {"dict": [[key, packed(item, arrays)] for key, item in value.items()]}
    if value is ...:
        return {"blank": 0}
    if isinstance(value, Foreign):
        return {"foreign": value.kind[:100]}
    if isinstance(value, Seeded):
        return {"seeded": value.seed}
    if isinstance(value, Proxy):
        return {"proxy": [value.address, value.parts and list(value.parts.items())]}
    raise WireError(f"cannot send an object of type {type(value).__name__}")


class Unpacker:
    """Turns the JSON of one frame back into plain data, strictly."""

    def __init__(self, raw):
        self.raw, self.at, self.items = raw, 0, 0

    def unpack(self, value, depth=0):
        """Return the plain data of a JSON value."""
        self.items += 1
        if depth > MOST_DEPTH or self.items > MOST_ITEMS:
            raise ValueError("too deep or too many")
        if isinstance(value, str) and len(value) > MOST_TEXT:
            raise ValueError("too long a text")
        if not isinstance(value, dict):
            if isinstance(value, list):
                raise ValueError("a bare list")
            return value
        ((tag, content),) = value.items()
        return getattr(self, f"_{tag}")(content, depth + 1) if tag in TAGS else self._unknown()

    def _unknown(self):
        raise ValueError("an unknown tag")

    def _array(self, content, depth):
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

    def _tuple(self, content, depth):
        return tuple(self.unpack(item, depth) for item in content)

    def _list(self, content, depth):
        return [self.unpack(item, depth) for item in content]

    def _dict(self, content, depth):
        if not all(type(key) in (str, int) for key, _ in content):
            raise ValueError("a key that is neither text nor a number")
        return {key: self.unpack(item, depth) for key, item in content}

    def _blank(self, content, depth):
        return ...

    def _foreign(self, content, depth):
        return Foreign(str(content)[:100])

    def _seeded(self, content, depth):
        return Seeded(int(content))

    def _proxy(self, content, depth):
        address, parts = content
        return Proxy(str(address), parts and {str(name): text for name, text in parts})


TAGS = {"array", "tuple", "list", "dict", "blank", "foreign", "seeded", "proxy"}
