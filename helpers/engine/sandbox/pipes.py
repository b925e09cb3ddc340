"""A channel between a grader and a sealed process where there are no sockets that a child could inherit."""

import os
import queue
import threading
import time

from helpers.engine.sandbox.channel import Channel


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
