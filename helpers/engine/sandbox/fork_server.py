"""The fork server: imports NumPy once and forks a confined worker for every submission.

It is a program of its own, so that nothing of the grader is in its memory. Over a socket it receives `START` with one
end of the worker's channel, and `KILL` to end the worker. If the system cannot fork, `single` is one worker in a fresh
process, with the grader at standard input and output.
"""

import gc
import json
import os
import socket
import time

import numpy

from helpers.engine.check.exercise import Seeded
from helpers.engine.sandbox import dummy_packages, rpc_client
from helpers.engine.sandbox.channel import START, Channel, PipeChannel, ProtocolError, frame_of
from helpers.engine.sandbox.confine import Confinement, become_subreaper
from helpers.engine.sandbox.reaper import wait_for
from helpers.engine.sandbox.worker import Worker, initial_names

LAZY_MODULES = (
    numpy.random,
    numpy.linalg,
    numpy.fft,
    numpy.polynomial,
)  # named here, so that they are imported once
CHANNEL_FD, RULESET_FD = 3, 4  # the only descriptors of a worker besides the standard ones
SPARE_FDS = (62, 63)  # numbers that no descriptor of the fork server has
MAX_FDS = 256  # more than the fork server ever opens

TRIAL_CELL = """
def trial(X, rng):
    W = rng.standard_normal((3, 3))
    print(X.shape)
    return 1 / (1 + np.exp(-(W @ X))), {"costs": [float(np.sum(W, axis=0, keepdims=True).mean())]}
"""


def main(fd, imports, exercises, confinement, kind=Worker):
    """Serve the grader at the other end of a socket until it closes; `kind` is the class of the workers."""
    become_subreaper()
    control = socket.socket(fileno=fd)
    dummy_packages.install()
    names, confinement = initial_names(imports, exercises), Confinement(**confinement)
    dummy_packages.install_absent(rpc_client.package)
    warm_up(names)
    gc.freeze()  # no collection writes to these objects, so children go on sharing their pages
    while True:
        message, fds, _, _ = socket.recv_fds(control, len(START), 1)
        if not message:
            return
        if not fds:
            continue  # KILL for a worker that had ended by itself
        before, child = time.process_time(), os.fork()
        if not child:
            be_worker(fds[0], control, confinement, names, kind)
        os.close(fds[0])
        cost = wait_for(child, control)
        cost["cpu"] += time.process_time() - before
        control.sendall(json.dumps(cost).encode() + b"\n")


def warm_up(names):
    """Run one trial exercise, so that children inherit loaded modules and memory in use."""
    ours, theirs = map(Channel, socket.socketpair())
    order = {"instructions": (), "name": "trial", "source": TRIAL_CELL, "cell_seconds": 1.0}
    order |= {"call_seconds": 1.0, "probe": None, "has_inputs": True, "chance": 0}
    inputs = {"inputs": [{"X": numpy.eye(3), "rng": Seeded(0)}] * 3}
    theirs.send(order, following=frame_of(inputs))
    Worker(ours, dict(names), 1 << 20).handle_order()
    theirs.receive()
    for channel in (ours, theirs):
        channel.close()


def be_worker(fd, control, confinement, names, kind):
    """In a child: give up what was inherited, serve the grader, and end without running anything else."""
    try:
        control.close()
        os.setsid()
        close_standard_streams()
        # The ruleset could be at number 3 and the channel at 4, so both go by way of spare numbers. Everything else
        # that the fork server has open is closed.
        ruleset = confinement.ruleset
        os.dup2(fd, SPARE_FDS[0])
        if ruleset is not None:
            os.dup2(ruleset, SPARE_FDS[1])
            confinement.ruleset = os.dup2(SPARE_FDS[1], RULESET_FD)
        os.dup2(SPARE_FDS[0], CHANNEL_FD)
        os.closerange(CHANNEL_FD + 1 if ruleset is None else RULESET_FD + 1, MAX_FDS)
        serve(Channel(socket.socket(fileno=CHANNEL_FD)), confinement, names, kind)
    finally:
        os._exit(0)  # no handler that the learner's code registered runs, and nothing is flushed


def single(imports, exercises, confinement, kind=Worker):
    """Be the only worker of a process of its own, with the grader at standard input and output."""
    dummy_packages.install()
    names = initial_names(imports, exercises)
    dummy_packages.install_absent(rpc_client.package)
    channel = PipeChannel(os.dup(0), os.dup(1))
    close_standard_streams()
    try:
        serve(channel, Confinement(**confinement), names, kind)
    finally:
        os._exit(0)


def close_standard_streams():
    """Connect the standard streams to nothing."""
    null = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(null, standard)


def serve(channel, confinement, names, kind):
    """Confine this process, report the layers in force, and serve the grader until it closes the channel."""
    try:
        channel.send({"layers": confinement.apply()})
        kind(channel, names, confinement.limits["output"]).serve()
    except (ProtocolError, OSError):
        pass  # the grader is gone, or cannot be answered: it sees a closed connection
