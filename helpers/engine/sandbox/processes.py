"""In the grader: start workers, forked from a warm process, or a fresh process each if the system cannot fork."""

import json
import os
import socket
import subprocess

from helpers.engine.sandbox.channel import KILL, START, Channel, PipeChannel

# One BLAS thread: a worker may start no threads, and more of them slow down small products.
ENVIRONMENT = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "PATH": os.defpath}
ENVIRONMENT |= {"PYTHONHASHSEED": "0"}  # sets of texts have one order, for everybody
# Memory that a call frees is kept for the next one (glibc): new pages for every array took a sixth of the time of 07.
ENVIRONMENT |= {"MALLOC_MMAP_THRESHOLD_": str(32 << 20), "MALLOC_TRIM_THRESHOLD_": str(128 << 20)}
SECONDS_TO_END = 10  # that the fork server may take to end a worker, on a busy machine
UNKNOWN_COST = {"signal": 0, "cpu": 0.0, "memory": 0, "orphans": 0}


class ForkedWorkers:
    """Workers forked from one fork server, which has imported NumPy and prepared the confinement.

    `redacted` is the `RedactedCourse`, `confinement` the arguments of `Confinement`, `names` those of the exercises.
    """

    def __init__(self, redacted, confinement, names):
        self.redacted, self.confinement, self.names = redacted, confinement, names
        self.start_server()

    def start_server(self):
        """Start the fork server; of the grader's descriptors it inherits one socket, and nothing else."""
        self.control, theirs = socket.socketpair()
        arguments = f"{theirs.fileno()}, {self.redacted.imports!r}, {self.names!r}, {self.confinement!r}"
        null = subprocess.DEVNULL
        self.process = subprocess.Popen(
            self.redacted.program(f"{self.redacted.server}.main({arguments})"),
            pass_fds=[theirs.fileno()],
            env=ENVIRONMENT,
            cwd=self.redacted.folder,
            start_new_session=True,  # an interrupt at the keyboard is for the grader
            stdin=null,
            stdout=null,
            stderr=null,
        )
        theirs.close()

    def start_worker(self):
        """Start a worker and return the channel to it; a fork server that died is started again."""
        if self.process.poll() is not None:
            self.restart_server()
        ours, theirs = socket.socketpair()
        try:
            socket.send_fds(self.control, [START], [theirs.fileno()])
        finally:
            theirs.close()
        return Channel(ours)

    def end_worker(self):
        """End the worker and return what it cost; a fork server that does not answer is replaced."""
        try:
            self.control.settimeout(SECONDS_TO_END)
            self.control.sendall(KILL)
            return json.loads(self.control.recv(1 << 16))
        except (OSError, ValueError):
            self.restart_server()
            return UNKNOWN_COST

    def restart_server(self):
        """Replace the fork server."""
        self.close()
        self.start_server()

    def close(self):
        """End the fork server."""
        self.control.close()
        self.process.kill()
        self.process.wait()


class SpawnedWorkers:
    """A fresh process for every worker, over two pipes. Slower; for systems that cannot fork."""

    def __init__(self, redacted, confinement, names):
        self.call = f"{redacted.server}.single({redacted.imports!r}, {names!r}, {confinement!r})"
        self.redacted, self.process = redacted, None

    def start_worker(self):
        """Start a worker and return the channel to it."""
        self.process = subprocess.Popen(
            self.redacted.program(self.call),
            env={**ENVIRONMENT, **{k: v for k, v in os.environ.items() if k == "SYSTEMROOT"}},
            cwd=self.redacted.folder,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        return PipeChannel(os.dup(self.process.stdout.fileno()), os.dup(self.process.stdin.fileno()))

    def end_worker(self):
        """Kill the worker; what it cost is not known."""
        self.close()
        return UNKNOWN_COST

    def close(self):
        """Kill the worker, if there is one."""
        if self.process is not None:
            self.process.kill()
            self.process.communicate()
            self.process = None
