"""The warm process: NumPy imported once, one forked and sealed child for every submission.

A separate program, so that nothing of the grader is in its memory. It is told over a socket what to do: `CASES` with a
socket to read the inputs of the exercises from, `BEGIN` with one for a child to start, `KILL` to end it. Where a system
cannot fork, a fresh process is one sealed room over its standard input and output.
"""

import gc
import json
import os
import socket
import time

import numpy

from helpers.engine.check.exercise import Seeded
from helpers.engine.check.run import unused_state
from helpers.engine.sandbox import dummy_packages
from helpers.engine.sandbox.channel import BEGIN, CASES, Channel, WireError, framed
from helpers.engine.sandbox.confine import Seal, become_subreaper
from helpers.engine.sandbox.pipes import Pipes
from helpers.engine.sandbox.reaper import watch
from helpers.engine.sandbox.worker import Room, surroundings

LAZY = (numpy.random, numpy.linalg, numpy.fft, numpy.polynomial)  # imported here, once

TRIAL = """
def trial(X, rng):
    W = rng.standard_normal((3, 3))
    print(X.shape)
    return 1 / (1 + np.exp(-(W @ X))), {"costs": [float(np.sum(W, axis=0, keepdims=True).mean())]}
"""


def main(fd, lines, absentees, order):
    """Serve the grader at the other end of a socket until it closes."""
    become_subreaper()
    control = socket.socket(fileno=fd)
    dummy_packages.install()
    names, seal = surroundings(lines, absentees), Seal(**order)
    warm_up(names)
    known = {}
    while True:
        message, fds, _, _ = socket.recv_fds(control, len(BEGIN), 1)
        if not message:
            return
        if not fds:
            continue
        if message == CASES:
            known = cases_told(Channel(socket.socket(fileno=fds[0])))
            gc.freeze()  # so that the pages that children share stay shared
            continue
        before, child = time.process_time(), os.fork()
        if not child:
            work(fds[0], control, seal, names, known)
        os.close(fds[0])
        cost = watch(child, control)
        cost["cpu"] += time.process_time() - before
        control.sendall(json.dumps(cost).encode() + b"\n")


def warm_up(names):
    """Do once what every child will do, so that it finds in place what that brings in, and the memory for it."""
    ours, theirs = map(Channel, socket.socketpair())
    theirs.write(
        framed({"name": "trial", "cases": [{"X": numpy.eye(3), "rng": Seeded(0)}] * 3}) + framed({}), None
    )
    room = Room(ours, dict(names), cases_told(ours), 1 << 20)
    room.news = {"error": room.cell("trial", TRIAL, 1.0)}
    room.calls("trial", 1.0, None, time.monotonic())
    theirs.receive()
    for channel in (ours, theirs):
        channel.close()


def cases_told(channel):
    """Return the inputs of the exercises, {name: [arguments of each case]}, as the grader tells them."""
    known = {}
    while told := channel.receive():
        known[told["name"]] = told["cases"]
        for value in (
            value for args in told["cases"] for value in args.values() if isinstance(value, Seeded)
        ):
            unused_state(value)  # once for all children
    return known


def work(fd, control, seal, names, known):
    """Be the child: seal, say which layers hold, serve, and end without running anything else."""
    try:
        control.close()
        os.setsid()
        null = os.open(os.devnull, os.O_RDWR)
        for standard in (0, 1, 2):
            os.dup2(null, standard)
        kept = [os.dup2(fd, 62)] + ([os.dup2(seal.rules, 63)] if seal.rules is not None else [])
        kept = [os.dup2(high, low) for low, high in enumerate(kept, 3)]  # by way of numbers that neither has
        os.closerange(3 + len(kept), 256)
        channel, seal.rules = Channel(socket.socket(fileno=kept[0])), kept[1] if kept[1:] else None
        serve(channel, seal, names, known)
    finally:
        os._exit(0)


def alone(lines, absentees, order):
    """Be the only room of a process of its own, with the grader at standard input and output."""
    dummy_packages.install()
    names = surroundings(lines, absentees)
    channel = Pipes(os.dup(0), os.dup(1))
    null = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(null, standard)
    try:
        serve(channel, Seal(**order), names, cases_told(channel))
    finally:
        os._exit(0)


def serve(channel, seal, names, known):
    """Seal this process and serve the grader until it closes the channel."""
    try:
        channel.send({"layers": seal.put_on()})
        Room(channel, names, known, seal.limits["output"]).serve()
    except (WireError, OSError):
        pass
