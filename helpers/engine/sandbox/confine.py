"""Confine a process: afterwards it can compute and talk over the socket it already has, and nothing else.

On Linux: another user if it is root, resource limits, Landlock (files, TCP, signals) and a seccomp allow-list of system
calls. Elsewhere: resource limits where the system has them. Every layer that is in force is reported; `self_test` tries
to break them.
"""

import ctypes
import sys

from helpers.engine.sandbox.landlock import landlock_ruleset, restrict
from helpers.engine.sandbox.root import USER, give_up_root, is_root, user_reads
from helpers.engine.sandbox.seccomp import seccomp_filter

# Constants of the kernel's headers: linux/prctl.h, linux/seccomp.h.
PR_SET_DUMPABLE, PR_SET_SECCOMP, PR_SET_CHILD_SUBREAPER, PR_SET_NO_NEW_PRIVS = 4, 22, 36, 38
SECCOMP_MODE_FILTER = 2


class Confinement:
    """A confinement that one process prepares, which is most of its cost, and the processes forked from it apply.

    `readable` are the folders that may still be read. `limits` are seconds of CPU, bytes of memory, numbers of files
    and processes. For tests: `without` names layers to leave out, and `newest_abi` limits the version of Landlock.
    """

    def __init__(self, readable, limits, without=(), newest_abi=None):
        self.limits, self.with_rlimits = limits, "rlimits" not in without
        self.libc, self.abi, self.ruleset, self.filter, self.was_root = None, 0, None, None, False
        if sys.platform == "linux":
            self.libc = ctypes.CDLL(None, use_errno=True)
            self.was_root = is_root() and "user" not in without
            self.keep_reading = self.was_root and not user_reads(readable)
            if "landlock" not in without:
                self.abi, self.ruleset = landlock_ruleset(self.libc, readable, newest_abi)
            if "seccomp" not in without:
                self.filter = seccomp_filter()

    def apply(self):
        """Confine this process and return {layer: what it does} of the layers in force."""
        layers, limits = {}, self.limits
        if self.was_root and give_up_root(self.libc, self.keep_reading):
            layers["user"] = f"number {USER} instead of root"
        if self.with_rlimits and limit_resources(limits):
            layers["rlimits"] = (
                f"{limits['cpu']} s of CPU, {limits['memory'] >> 20} MB, no files written, no core"
            )
        if self.libc is not None:
            # No process of the same user may trace this one. Both layers below require that it gains no privileges.
            self.libc.prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)
            self.libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
        if self.ruleset is not None and restrict(self.libc, self.ruleset):
            layers["landlock"] = (
                f"ABI {self.abi}: reads only the interpreter and its libraries, writes nothing"
            )
        # Last, since the filter refuses the calls above.
        if self.filter is not None:
            if self.libc.prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, self.filter[0], 0, 0) == 0:
                layers["seccomp"] = (
                    "an allow-list of system calls: no process, no socket, no signal, files opened only to read"
                )
        return layers


def become_subreaper():
    """Make this process the parent of orphans among its descendants, so that it can end them (Linux)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def limit_resources(limits):
    """Set resource limits; return whether the system has any."""
    try:
        import resource
    except ImportError:
        return False
    wanted = {
        "RLIMIT_CPU": limits["cpu"],
        "RLIMIT_AS": limits["memory"],
        "RLIMIT_FSIZE": 0,
        "RLIMIT_CORE": 0,
        "RLIMIT_NOFILE": limits.get("files", 64),
        "RLIMIT_NPROC": limits.get("processes", 0),
    }
    for name, value in wanted.items():
        if hasattr(resource, name):
            try:
                resource.setrlimit(getattr(resource, name), (value, value))
            except (ValueError, OSError):
                pass  # an administrator's lower limit stays in force
    return True
