"""Messages between the grader and a worker: two lengths, a JSON header, and the bytes of the header's arrays.

A channel is a socket, or two pipes on systems where a child cannot inherit a socket. Whatever the worker sends is
untrusted: receiving is strict, and limited in size and in time.
"""

import json
import os
import queue
import struct
import threading
import time

from helpers.engine.sandbox.codec import Decoder, encode

MAX_HEADER = 4 << 20  # bytes of one message
MAX_BODY = 32 << 20
LENGTHS = struct.Struct("<II")
START, KILL = b"start", b"kill."  # the grader's orders to the fork server, all of one length

AS_EXPECTED = {}  # what `receive` returns for the expected message; recognized by identity, never by value


class ProtocolError(Exception):
    """A message that breaks the protocol, or a connection that was closed."""


class Channel:
    """One end of a socket.

    `buffer` holds bytes that came with the last message, `quota` how many bytes may still come (None: any number).
    """

    quota = None

    def __init__(self, sock):
        self.sock, self.buffer = sock, b""

    def send(self, message, timeout=None, max_header=MAX_HEADER, following=b""):
        """Send a message, a dict of plain data, and after it a frame that was built before.

        A message that is too large raises `ProtocolError`; nothing is sent then.
        """
        self.write(frame_of(message, max_header) + following, timeout)

    def receive(self, timeout=None, expected=None):
        """Return the next message, or `AS_EXPECTED` if it matches an `ExpectedFrame`.

        Raises TimeoutError if the message is not complete after `timeout` seconds.
        """
        deadline = None if timeout is None else time.monotonic() + timeout
        lengths = self.read(LENGTHS.size, deadline)
        header_size, body_size = LENGTHS.unpack(lengths)
        check_size(header_size, body_size)
        header, body = self.read(header_size, deadline), self.read(body_size, deadline)
        if expected is not None and expected.matches(lengths + header, body):
            return AS_EXPECTED
        try:
            message = Decoder(body).decode(json.loads(header))
        except (
            # Everything that malformed JSON, odd tags and odd lengths raise on their way through the decoder.
            ValueError,
            TypeError,
            KeyError,
            RecursionError,
            AttributeError,
            OverflowError,
            MemoryError,
        ) as error:
            raise ProtocolError(f"a malformed message: {type(error).__name__}") from None
        if not isinstance(message, dict):
            raise ProtocolError("a malformed message")
        return message

    def write(self, data, timeout):
        """Write all bytes."""
        self.sock.settimeout(timeout)
        self.sock.sendall(data)

    def read(self, n, deadline):
        """Return n bytes."""
        parts, missing = [self.buffer], n - len(self.buffer)
        while missing > 0:
            part = self.read_some(deadline)
            if not part:
                raise ProtocolError("the connection was closed")
            self.charge(part)
            parts.append(part)
            missing -= len(part)
        data = b"".join(parts)
        self.buffer = data[n:]
        return data[:n]

    def charge(self, part):
        """Count received bytes against the quota; raise `ProtocolError` if it is used up."""
        if self.quota is not None:
            self.quota -= len(part)
            if self.quota < 0:
                raise ProtocolError("it sent more than the output limit allows")

    def read_some(self, deadline):
        """Return the next bytes; none if the connection is closed."""
        # A timeout of zero would make the socket non-blocking, so the least is a millisecond.
        self.sock.settimeout(None if deadline is None else max(0.001, deadline - time.monotonic()))
        return self.sock.recv(1 << 16)

    def close(self):
        """Close this end."""
        self.sock.close()


class PipeChannel(Channel):
    """Two pipes used as a channel; a thread does the reading, since reading a pipe cannot time out everywhere."""

    def __init__(self, read_fd, write_fd):
        self.read_fd, self.write_fd = read_fd, write_fd
        self.parts, self.buffer = queue.Queue(64), b""  # bounded: a flood waits in the pipe, not in memory
        threading.Thread(target=self.read_all, daemon=True).start()

    def read_all(self):
        """Read until the other end closes."""
        while True:
            try:
                part = os.read(self.read_fd, 1 << 16)
            except OSError:
                part = b""
            self.parts.put(part)
            if not part:
                return

    def write(self, data, timeout):
        """Write all bytes; `timeout` has no effect, but killing the other process ends the wait."""
        while data:
            data = data[os.write(self.write_fd, data) :]

    def read_some(self, deadline):
        """Return the next bytes; none if the connection is closed."""
        try:
            return self.parts.get(timeout=None if deadline is None else max(0, deadline - time.monotonic()))
        except queue.Empty:
            raise TimeoutError from None

    def close(self):
        """Close the writing end; the reading end closes when the other process ends."""
        os.close(self.write_fd)


def frame_of(message, max_header=MAX_HEADER):
    """Return the bytes of a message; raise `ProtocolError` if it cannot be sent or is too large."""
    arrays = []
    try:
        header = encode(message, arrays).encode()
    except (TypeError, ValueError, RecursionError) as error:
        raise ProtocolError(f"cannot be sent: {error}") from None
    body = b"".join(arrays)
    check_size(len(header), len(body), max_header)
    return LENGTHS.pack(len(header), len(body)) + header + body


def check_size(header_size, body_size, max_header=MAX_HEADER):
    """Raise `ProtocolError` if a message is too large."""
    if header_size > max_header or body_size > MAX_BODY:
        raise ProtocolError(
            "a message is too large"
        )  # its size, which a report would show, could tell anything


def field(message, name, kind=object):
    """Return one field of a message, which must be of type `kind`; raise `ProtocolError` if it is not there."""
    if name not in message or (kind is not object and type(message[name]) is not kind):
        raise ProtocolError(f"a message without a proper {name!r}")
    return message[name]
