"""The warm process: NumPy imported once, one forked and sealed child for every submission.

A separate program, so that nothing of the grader is in its memory. It is told over a socket what to do:
`{"readable", "limits"}` with a socket for the child starts one, `{"kill": true}` ends it. Where a system cannot
fork, a fresh process is one sealed room over its standard input and output.
"""

import gc
import json
import os
import select
import signal
import socket

import numpy

from helpers.grading.sealed import harmless
from helpers.grading.sealed.room import Room, surroundings
from helpers.grading.sealed.seal import become_subreaper, seal
from helpers.grading.sealed.wire import Channel, Pipes, WireError

LAZY = (numpy.random, numpy.linalg, numpy.fft, numpy.polynomial)  # imported here, once


def main(fd, lines, absentees):
    """Serve the grader at the other end of a socket until it closes."""
    become_subreaper()
    control = socket.socket(fileno=fd)
    harmless.install()
    names = surroundings(lines, absentees)
    gc.freeze()  # so that the pages that children share stay shared
    while True:
        message, fds, _, _ = socket.recv_fds(control, 1 << 16, 1)
        if not message:
            return
        order = json.loads(message.splitlines()[-1])
        if not fds:
            continue
        child = os.fork()
        if not child:
            work(fds[0], control, order, names)
        os.close(fds[0])
        control.sendall(json.dumps(watch(child, control)).encode() + b"\n")


def work(fd, control, order, names):
    """Be the child: seal, say which layers hold, serve, and end without running anything else."""
    try:
        control.close()
        os.setsid()
        null = os.open(os.devnull, os.O_RDWR)
        for standard in (0, 1, 2):
            os.dup2(null, standard)
        channel = Channel(socket.socket(fileno=os.dup2(fd, 3)))
        os.closerange(4, 256)
        serve(channel, order, names)
    finally:
        os._exit(0)


def alone(lines, absentees, order):
    """Be the only room of a process of its own, with the grader at standard input and output."""
    harmless.install()
    names = surroundings(lines, absentees)
    channel = Pipes(os.dup(0), os.dup(1))
    null = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(null, standard)
    try:
        serve(channel, order, names)
    finally:
        os._exit(0)


def serve(channel, order, names):
    """Seal this process and serve the grader until it closes the channel."""
    try:
        channel.send({"layers": seal(order["readable"], order["limits"], order["without"])})
        Room(channel, names).serve()
    except (WireError, OSError):
        pass


def watch(child, control):
    """Wait for the child, kill it when told to, and everything it left behind; return how it ended."""
    handle = os.pidfd_open(child) if hasattr(os, "pidfd_open") else None
    while True:
        waiting = [control] + ([handle] if handle is not None else [])
        ready, _, _ = select.select(waiting, [], [], None if handle is not None else 0.01)
        if control in ready:
            control.recv(1 << 16)
            kill(child)
        pid, status, usage = os.wait4(child, 0 if handle in ready or control in ready else os.WNOHANG)
        if pid:
            break
    if handle is not None:
        os.close(handle)
    left = reap_orphans()
    return {
        "signal": os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0,
        "cpu": usage.ru_utime + usage.ru_stime,
        "memory": usage.ru_maxrss,
        "orphans": left,
    }


def kill(child):
    """Kill the child and its session."""
    for end in (os.killpg, os.kill):
        try:
            end(child, signal.SIGKILL)
        except (ProcessLookupError, PermissionError):
            pass


def reap_orphans():
    """Kill and collect processes that a child left behind; return how many there were."""
    count = 0
    while True:
        for pid in own_children():
            kill(pid)
        try:
            pid, _ = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return count
        count += pid > 0


def own_children():
    """Return the ids of this process's children, where /proc tells."""
    try:
        with open(f"/proc/self/task/{os.getpid()}/children") as file:
            return [int(pid) for pid in file.read().split()]
    except OSError:
        return []
