"""Frames between a grader and a sealed process: two lengths, a JSON header and the bytes of its arrays.

A channel is a socket, or where there are no such sockets, two pipes (`pipes`). Receiving is strict, limited in size and
in time.
"""

import json
import struct
import time

from helpers.engine.sandbox.codec import Unpacker, packed

BEGIN, CASES, KILL = b"begin", b"cases", b"kill."  # what a warm process is told, of one length
MOST_HEADER = 4 << 20
MOST_BODY = 32 << 20
LENGTHS = struct.Struct("<II")


AS_AWAITED = {}  # the message that says so


class WireError(Exception):
    """A frame that is not what it must be, or a connection that was closed."""


class Channel:
    """One end of a socket; `rest` are bytes that came with the last message, `most` those that may still come."""

    most = None

    def __init__(self, sock):
        self.sock, self.rest = sock, b""

    def send(self, message, seconds=None, most=MOST_HEADER, after=b""):
        """Send one message, a dict of plain data, and a frame made before after it.

        One that is too large raises `WireError` and is not sent.
        """
        self.write(framed(message, most) + after, seconds)

    def receive(self, seconds=None, awaited=None):
        """Return the next message, or `AS_AWAITED` where it is the answer that is awaited (`awaited`).

        TimeoutError when it is not there, whole, after so many seconds.
        """
        deadline = None if seconds is None else time.monotonic() + seconds
        lengths = self.read(LENGTHS.size, deadline)
        header, body = LENGTHS.unpack(lengths)
        check_size(header, body)
        text, raw = self.read(header, deadline), self.read(body, deadline)
        if awaited is not None and awaited.met_by(lengths + text, raw):
            return AS_AWAITED
        try:
            message = Unpacker(raw).unpack(json.loads(text))
        except (
            ValueError,
            TypeError,
            KeyError,
            RecursionError,
            AttributeError,
            OverflowError,
            MemoryError,
        ) as error:
            raise WireError(f"not a message: {type(error).__name__}") from None
        if not isinstance(message, dict):
            raise WireError("not a message")
        return message

    def write(self, data, seconds):
        """Write all bytes."""
        self.sock.settimeout(seconds)
        self.sock.sendall(data)

    def read(self, n, deadline):
        """Return n bytes."""
        parts, missing = [self.rest], n - len(self.rest)
        while missing > 0:
            part = self.read_some(deadline)
            if not part:
                raise WireError("the connection was closed")
            self.count(part)
            parts.append(part)
            missing -= len(part)
        read = b"".join(parts)
        self.rest = read[n:]
        return read[:n]

    def count(self, part):
        """Raise `WireError` when more has come than may."""
        if self.most is not None:
            self.most -= len(part)
            if self.most < 0:
                raise WireError("it handed in more than the limit of output allows")

    def read_some(self, deadline):
        """Return the next bytes; none when the connection is closed."""
        self.sock.settimeout(None if deadline is None else max(0.001, deadline - time.monotonic()))
        return self.sock.recv(1 << 16)

    def close(self):
        """Close this end."""
        self.sock.close()


def framed(message, most=MOST_HEADER):
    """Return the frame of a message; one that is too large raises `WireError`."""
    arrays = []
    try:
        header = packed(message, arrays).encode()
    except (TypeError, ValueError, RecursionError) as error:
        raise WireError(f"not to be sent: {error}") from None
    body = b"".join(arrays)
    check_size(len(header), len(body), most)
    return LENGTHS.pack(len(header), len(body)) + header + body


def check_size(header, body, most=MOST_HEADER):
    """Raise `WireError` for a frame that is too large."""
    if header > most or body > MOST_BODY:
        raise WireError(f"a message of {(header + body) >> 10} KB is too large")


def part(message, name):
    """Return one entry of a message; `WireError` where there is none."""
    if name not in message:
        raise WireError("it answered nonsense")
    return message[name]
