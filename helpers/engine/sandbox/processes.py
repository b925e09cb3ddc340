"""Starting sealed processes: forked from a warm one, or where a system cannot fork, a fresh one each."""

import json
import os
import socket
import subprocess

from helpers.engine.sandbox.channel import BEGIN, CASES, KILL, Channel
from helpers.engine.sandbox.pipes import Pipes

ENVIRONMENT = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "PATH": os.defpath}
SECONDS = 60.0  # that a warm process may take to start and read, on a busy machine
NOTHING = {"signal": 0, "cpu": 0.0, "memory": 0, "orphans": 0}


class Forking:
    """A warm process that forks a sealed child for every submission."""

    def __init__(self, copy, order, names):
        self.copy, self.order, self.names = copy, order, names
        self.start()

    def start(self):
        """Start the warm process with nothing of the grader's but one socket."""
        self.control, theirs = socket.socketpair()
        call = f"fork_server.main({theirs.fileno()}, {self.copy.lines!r}, {self.names!r}, {self.order!r})"
        null = subprocess.DEVNULL
        self.process = subprocess.Popen(
            self.copy.program(call),
            pass_fds=[theirs.fileno()],
            env=ENVIRONMENT,
            cwd=self.copy.folder,
            start_new_session=True,
            stdin=null,
            stdout=null,
            stderr=null,
        )
        theirs.close()
        self.told = b""

    def begin(self, cases):
        """Start a sealed process that knows the inputs `cases`, as they are sent, and return the channel to it.

        A warm process that died is started again.
        """
        if self.process.poll() is not None:
            self.close()
            self.start()
        if cases != self.told:
            channel = self.order_with_channel(CASES)
            channel.write(cases, SECONDS)
            channel.close()
            self.told = cases
        return self.order_with_channel(BEGIN)

    def order_with_channel(self, order):
        """Give the warm process an order and one end of a channel; return the other."""
        ours, theirs = socket.socketpair()
        try:
            socket.send_fds(self.control, [order], [theirs.fileno()])
        finally:
            theirs.close()
        return Channel(ours)

    def end(self):
        """End the sealed process and return what it cost; a warm process that does not answer is started afresh."""
        try:
            self.control.settimeout(10)
            self.control.sendall(KILL)
            return json.loads(self.control.recv(1 << 16))
        except (OSError, ValueError):
            self.close()
            self.start()
            return NOTHING

    def close(self):
        """End the warm process."""
        self.control.close()
        self.process.kill()
        self.process.wait()


class Spawning:
    """A fresh process for every submission, over two pipes. Slower; for systems that cannot fork."""

    def __init__(self, copy, order, names):
        self.call = f"fork_server.alone({copy.lines!r}, {names!r}, {order!r})"
        self.copy, self.process = copy, None

    def begin(self, cases):
        """Start a process, tell it the inputs `cases`, and return the channel to it."""
        self.process = subprocess.Popen(
            self.copy.program(self.call),
            env={**ENVIRONMENT, **{k: v for k, v in os.environ.items() if k == "SYSTEMROOT"}},
            cwd=self.copy.folder,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        channel = Pipes(os.dup(self.process.stdout.fileno()), os.dup(self.process.stdin.fileno()))
        channel.write(cases, SECONDS)
        return channel

    def end(self):
        """Kill the process; what it cost is not known."""
        self.close()
        return NOTHING

    def close(self):
        """Kill the process, if there is one."""
        if self.process is not None:
            self.process.kill()
            self.process.communicate()
            self.process = None
