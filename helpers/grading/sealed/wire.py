"""Frames between a grader and a sealed process: two lengths, a JSON header and the bytes of its arrays.

A channel is a socket, or two pipes where there are no such sockets. Receiving is strict, limited in size and in time.
"""

import json
import os
import queue
import struct
import threading
import time

from helpers.grading.sealed.packing import Unpacker, packed

MOST_HEADER = 4 << 20
MOST_BODY = 32 << 20
LENGTHS = struct.Struct("<II")


class WireError(Exception):
    """A frame that is not what it must be, or a connection that was closed."""


class Channel:
    """One end of a socket; `rest` are bytes that came with the last message."""

    def __init__(self, sock):
        self.sock, self.rest = sock, b""

    def send(self, message, seconds=None, most=MOST_HEADER):
        """Send one message, a dict of plain data; one that is too large raises `WireError` and is not sent."""
        arrays = []
        try:
            header = json.dumps(packed(message, arrays)).encode()
        except (TypeError, ValueError, RecursionError) as error:
            raise WireError(f"not to be sent: {error}") from None
        body = b"".join(arrays)
        check_size(len(header), len(body), most)
        self.write(LENGTHS.pack(len(header), len(body)) + header + body, seconds)

    def receive(self, seconds=None):
        """Return the next message; TimeoutError when it is not there, whole, after so many seconds."""
        deadline = None if seconds is None else time.monotonic() + seconds
        header, body = LENGTHS.unpack(self.read(LENGTHS.size, deadline))
        check_size(header, body)
        text, raw = self.read(header, deadline), self.read(body, deadline)
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
            parts.append(part)
            missing -= len(part)
        read = b"".join(parts)
        self.rest = read[n:]
        return read[:n]

    def read_some(self, deadline):
        """Return the next bytes; none when the connection is closed."""
        self.sock.settimeout(None if deadline is None else max(0.001, deadline - time.monotonic()))
        return self.sock.recv(1 << 16)

    def close(self):
        """Close this end."""
        self.sock.close()


class Pipes(Channel):
    """Two pipes used as a socket; a thread reads, so that waiting can end."""

    def __init__(self, reading, writing):
        self.reading, self.writing = reading, writing
        self.parts, self.rest = queue.Queue(64), b""
        threading.Thread(target=self.fill, daemon=True).start()

    def fill(self):
        """Read until the other end closes."""
        while True:
            try:
                part = os.read(self.reading, 1 << 16)
            except OSError:
                part = b""
            self.parts.put(part)
            if not part:
                return

    def write(self, data, seconds):
        """Write all bytes; how long that takes is bounded by the life of the other end."""
        while data:
            data = data[os.write(self.writing, data) :]

    def read_some(self, deadline):
        """Return the next bytes."""
        try:
            return self.parts.get(timeout=None if deadline is None else max(0, deadline - time.monotonic()))
        except queue.Empty:
            raise TimeoutError from None

    def close(self):
        """Close the writing end; the reading end closes with the process at its other side."""
        os.close(self.writing)


def check_size(header, body, most=MOST_HEADER):
    """Raise `WireError` for a frame that is too large."""
    if header > most or body > MOST_BODY:
        raise WireError(f"a message of {(header + body) >> 10} KB is too large")


def part(message, name):
    """Return one entry of a message; `WireError` where there is none."""
    if name not in message:
        raise WireError("it answered nonsense")
    return message[name]
