"""Sealing a process: after `seal` it can compute and talk over one socket, and nothing else.

On Linux: resource limits, Landlock (files, TCP, signals) and a seccomp allow-list of system calls. Elsewhere:
resource limits where there are any. Every layer that holds is reported; none is taken for granted.
"""

import ctypes
import os
import platform
import struct
import sys

PR_SET_SECCOMP, PR_SET_NO_NEW_PRIVS, PR_SET_CHILD_SUBREAPER, PR_SET_DUMPABLE = 22, 38, 36, 4
LANDLOCK_CREATE, LANDLOCK_ADD, LANDLOCK_RESTRICT = 444, 445, 446
SECCOMP_ALLOW, SECCOMP_ERRNO_EPERM, SECCOMP_KILL = 0x7FFF0000, 0x00050001, 0x80000000

# System calls that computing in Python needs, by machine: none makes a process, socket, signal or mount.
# The machine, the numbers of fcntl and ioctl, and all others.
ALLOWED = {
    "x86_64": (
        0xC000003E,
        (72, 16),
        "0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 17 19 20 21 23 24 25 28 32 35 36 38 39 44 45 60 63 79 89 96 97 98 "
        "100 102 104 107 108 110 131 158 186 202 204 217 228 229 230 231 257 262 267 269 270 271 273 318 324 332 334 "
        "439",
    ),
    "aarch64": (
        0xC00000B7,
        (25, 29),
        "17 23 48 56 57 61 62 63 64 65 66 67 72 73 78 79 80 93 94 98 99 101 102 103 113 114 115 123 124 132 134 "
        "135 139 153 160 163 165 169 172 173 174 175 176 177 178 206 207 214 215 216 222 226 233 278 283 291 293 439",
    ),
}
# What fcntl and ioctl may be asked: copies and flags of a descriptor; whether it is a terminal, blocks, has bytes.
# Not among them: those that have the kernel signal a process of one's choice when a message comes, or lock a file.
COMMANDS = ((0, 1, 2, 3, 1030), (0x5401, 0x5421, 0x541B, 0x5450, 0x5451))


class Seal:
    """A seal made ready in one process and put on in those forked from it, which is most of its cost.

    `readable` are the folders that may still be read. `limits` are seconds of CPU, and bytes of memory.
    `without` names layers to leave out.
    """

    def __init__(self, readable, limits, without=()):
        self.limits, self.resources = limits, "rlimits" not in without
        self.libc, self.abi, self.rules, self.filter = None, 0, None, None
        if sys.platform == "linux":
            self.libc = ctypes.CDLL(None, use_errno=True)
            if "landlock" not in without:
                self.abi, self.rules = landlock_rules(self.libc, readable)
            if "seccomp" not in without:
                self.filter = seccomp_filter()

    def put_on(self):
        """Seal this process and return {layer: what it does} of the layers in force."""
        layers, limits = {}, self.limits
        if self.resources and limit_resources(limits):
            said = f"{limits['cpu']} s of CPU, {limits['memory'] >> 20} MB, no files written, no core"
            layers["rlimits"] = said
        if self.libc is not None:
            self.libc.prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)
            self.libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
        if self.rules is not None:
            if self.libc.syscall(LANDLOCK_RESTRICT, self.rules, 0) == 0:
                layers["landlock"] = (
                    f"ABI {self.abi}: reads only the interpreter and its libraries, writes nothing"
                )
            os.close(self.rules)
        if self.filter is not None and self.libc.prctl(PR_SET_SECCOMP, 2, self.filter[0], 0, 0) == 0:
            layers["seccomp"] = "an allow-list of system calls: no process, no socket, no signal"
        return layers


def become_subreaper():
    """Become the parent of whatever children leave behind (Linux)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def limit_resources(limits):
    """Set resource limits where the system has them; return whether it has."""
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
                pass
    return True


def landlock_rules(libc, readable):
    """Return (the kernel's ABI, descriptor of rules: read below `readable`, write nowhere), or (0, None)."""
    abi = max(0, libc.syscall(LANDLOCK_CREATE, None, ctypes.c_size_t(0), ctypes.c_uint(1)))
    if not abi:
        return 0, None
    everything = (1 << {1: 13, 2: 14, 3: 15, 4: 15}.get(abi, 16)) - 1
    ruleset = struct.pack("<QQQ", everything, 3, 3)[: 8 if abi < 4 else 16 if abi < 6 else 24]
    fd = libc.syscall(LANDLOCK_CREATE, ruleset, ctypes.c_size_t(len(ruleset)), ctypes.c_uint(0))
    if fd < 0:
        return 0, None
    for path in readable:
        if os.path.exists(path):
            parent = os.open(path, os.O_PATH | os.O_CLOEXEC)
            may = (
                0b1101 if os.path.isdir(path) else 0b0101
            )  # execute (map libraries), read files, read folders
            libc.syscall(LANDLOCK_ADD, fd, 1, struct.pack("<Qi", may, parent), 0)
            os.close(parent)
    return abi, fd


def seccomp_filter():
    """Return a filter that allows only the listed system calls, any other fails with EPERM; None for other machines.

    What it points to comes after it in the tuple, to be kept with it.
    """
    if platform.machine() not in ALLOWED:
        return None
    machine, two, numbers = ALLOWED[platform.machine()]
    load, equal, done = 0x20, 0x15, 0x06  # BPF: load a word, jump if equal, return
    allow, refuse = (done, 0, 0, SECCOMP_ALLOW), (done, 0, 0, SECCOMP_ERRNO_EPERM)
    program = [(load, 0, 0, 4), (equal, 1, 0, machine), (done, 0, 0, SECCOMP_KILL), (load, 0, 0, 0)]
    for number in map(int, numbers.split()):
        program += [(equal, 0, 1, number), allow]
    for number, commands in zip(two, COMMANDS, strict=True):  # the command is the second argument, at byte 24
        some = [step for command in commands for step in ((equal, 0, 1, command), allow)]
        program += [(equal, 0, len(some) + 2, number), (load, 0, 0, 24), *some, refuse]
    program.append(refuse)
    code = b"".join(struct.pack("<HBBI", *step) for step in program)
    buffer = ctypes.create_string_buffer(code, len(code))
    header = struct.pack("@HP", len(program), ctypes.addressof(buffer))
    return ctypes.c_char_p(header), buffer, header
