"""In the fork server: wait for a worker, kill it on request, and end whatever it left behind."""

import os
import select
import signal

from helpers.engine.sandbox.channel import KILL


def wait_for(child, control):
    """Wait until a child has ended, kill it if the grader says so; return how it ended and what it cost."""
    # With a pidfd both events can be waited for at once; elsewhere the child is looked at every 10 ms.
    handle = os.pidfd_open(child) if hasattr(os, "pidfd_open") else None
    while True:
        waiting = [control] + ([handle] if handle is not None else [])
        ready, _, _ = select.select(waiting, [], [], None if handle is not None else 0.01)
        if control in ready:
            control.recv(len(KILL))
            kill(child)
        pid, status, usage = os.wait4(child, 0 if handle in ready or control in ready else os.WNOHANG)
        if pid:
            break
    if handle is not None:
        os.close(handle)
    orphans = kill_orphans()
    return {
        "signal": os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0,
        "cpu": usage.ru_utime + usage.ru_stime,
        "memory": usage.ru_maxrss,
        "orphans": orphans,
    }


def kill(child):
    """Kill a child and the processes of its session."""
    for end in (os.killpg, os.kill):
        try:
            end(child, signal.SIGKILL)
        except (ProcessLookupError, PermissionError):
            pass


def kill_orphans():
    """Kill and collect the processes that a child left behind; return how many there were."""
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
    """Return the ids of this process's children, if /proc lists them."""
    try:
        with open(f"/proc/self/task/{os.getpid()}/children") as file:
            return [int(pid) for pid in file.read().split()]
    except OSError:
        return []
