"""Confine a process: afterwards it can compute and talk over the socket it already has, and nothing else.

On Linux: resource limits, Landlock (files, TCP, signals) and a seccomp allow-list of system calls. Elsewhere: resource
limits where the system has them. Every layer that is in force is reported; `self_test` tries to break them.
"""

import ctypes
import os
import platform
import struct
import sys

# Constants of the kernel's headers: linux/prctl.h, linux/seccomp.h, linux/audit.h, asm/unistd.h.
PR_SET_DUMPABLE, PR_SET_SECCOMP, PR_SET_CHILD_SUBREAPER, PR_SET_NO_NEW_PRIVS = 4, 22, 36, 38
SECCOMP_MODE_FILTER = 2
SECCOMP_RET_ALLOW, SECCOMP_RET_EPERM, SECCOMP_RET_KILL_PROCESS = 0x7FFF0000, 0x00050001, 0x80000000
LANDLOCK_CREATE_RULESET, LANDLOCK_ADD_RULE, LANDLOCK_RESTRICT_SELF = 444, 445, 446  # the same on all machines
MACHINES = ("x86_64", "aarch64")
AUDIT_ARCH = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}

# The system calls that computing in Python needs, with their numbers on x86-64 and ARM (None: not there). All others
# fail with EPERM: those that make processes, threads, sockets, links or namespaces, send signals, pass descriptors,
# trace, mount, or change limits and owners.
# fmt: off
SYSTEM_CALLS = {
    # Look for modules and libraries, and read them. Landlock decides which files; none can be written or created.
    "open": (2, None), "openat": (257, 56), "access": (21, None), "faccessat": (269, 48), "faccessat2": (439, 439),
    "stat": (4, None), "lstat": (6, None), "fstat": (5, 80), "newfstatat": (262, 79), "statx": (332, 291),
    "readlink": (89, None), "readlinkat": (267, 78), "getdents64": (217, 61), "getcwd": (79, 17),
    "lseek": (8, 62), "pread64": (17, 67),
    # Use descriptors that are open: such files, and the socket to the grader. `sendto` and `recvfrom` are Python's
    # send and recv; `sendmsg`, which could pass a descriptor on, is not here.
    "read": (0, 63), "readv": (19, 65), "write": (1, 64), "writev": (20, 66), "close": (3, 57), "dup": (32, 23),
    "sendto": (44, 206), "recvfrom": (45, 207),
    "poll": (7, None), "ppoll": (271, 73), "select": (23, None), "pselect6": (270, 72),
    # Allocate memory, load libraries, and order memory accesses between threads. RLIMIT_AS limits how much.
    "brk": (12, 214), "mmap": (9, 222), "munmap": (11, 215), "mremap": (25, 216), "mprotect": (10, 226),
    "madvise": (28, 233), "membarrier": (324, 283),
    # The timer that ends a call which takes too long, and handlers in this process. No call that sends a signal.
    "setitimer": (38, 103), "getitimer": (36, 102), "rt_sigaction": (13, 134), "rt_sigprocmask": (14, 135),
    "rt_sigreturn": (15, 139), "sigaltstack": (131, 132),
    # Read clocks, wait.
    "clock_gettime": (228, 113), "clock_getres": (229, 114), "gettimeofday": (96, 169), "times": (100, 153),
    "nanosleep": (35, 101), "clock_nanosleep": (230, 115), "sched_yield": (24, 124),
    # Locks inside this process, and what the C library sets up for them.
    "futex": (202, 98), "set_robust_list": (273, 99), "rseq": (334, 293), "arch_prctl": (158, None),
    # Questions about this process, its limits and the machine; random bytes for a generator without a seed.
    "getpid": (39, 172), "getppid": (110, 173), "gettid": (186, 178), "getuid": (102, 174), "geteuid": (107, 175),
    "getgid": (104, 176), "getegid": (108, 177), "uname": (63, 160), "getrlimit": (97, 163), "getrusage": (98, 165),
    "sched_getaffinity": (204, 123), "getrandom": (318, 278),
    # End.
    "exit": (60, 93), "exit_group": (231, 94),
}
# Two more are allowed with these commands only. Left out on purpose: commands that have the kernel signal a process of
# one's choice when a message comes (F_SETOWN, F_SETSIG, F_SETFL with O_ASYNC, FIOSETOWN), and locks on files.
COMMANDS = {
    ("fcntl", (72, 25)): {  # copy a descriptor, close it on exec
        "F_DUPFD": 0, "F_GETFD": 1, "F_SETFD": 2, "F_GETFL": 3, "F_DUPFD_CLOEXEC": 1030,
    },
    ("ioctl", (16, 29)): {  # is it a terminal, does it block, how many bytes are there, close it on exec
        "TCGETS": 0x5401, "FIONBIO": 0x5421, "FIONREAD": 0x541B, "FIONCLEX": 0x5450, "FIOCLEX": 0x5451,
    },
}
# The rights that Landlock controls, each one bit from the lowest, and with which ABI version the later ones came.
FILE_RIGHTS = (
    "execute", "write_file", "read_file", "read_dir", "remove_dir", "remove_file", "make_char", "make_dir",
    "make_reg", "make_sock", "make_fifo", "make_block", "make_sym",  # ABI 1
    "refer", "truncate", "ioctl_dev",  # ABI 2, 3, 5
)
FILE_RIGHTS_OF_ABI = {1: 13, 2: 14, 3: 15, 4: 15}  # how many of them; all of them from ABI 5 on
# fmt: on
ABI_WITH_NETWORK, ABI_WITH_SCOPES = 4, 6
NETWORK_RIGHTS = 0b11  # bind and connect TCP
SCOPES = 0b11  # abstract Unix sockets and signals stay inside the confinement
LANDLOCK_CREATE_RULESET_VERSION, LANDLOCK_RULE_PATH_BENEATH = 1, 1


class Confinement:
    """A confinement that one process prepares, which is most of its cost, and the processes forked from it apply.

    `readable` are the folders that may still be read. `limits` are seconds of CPU, bytes of memory, numbers of files
    and processes. `without` names layers to leave out.
    """

    def __init__(self, readable, limits, without=()):
        self.limits, self.with_rlimits = limits, "rlimits" not in without
        self.libc, self.abi, self.ruleset, self.filter = None, 0, None, None
        if sys.platform == "linux":
            self.libc = ctypes.CDLL(None, use_errno=True)
            if "landlock" not in without:
                self.abi, self.ruleset = landlock_ruleset(self.libc, readable)
            if "seccomp" not in without:
                self.filter = seccomp_filter()

    def apply(self):
        """Confine this process and return {layer: what it does} of the layers in force."""
        layers, limits = {}, self.limits
        if self.with_rlimits and limit_resources(limits):
            layers["rlimits"] = (
                f"{limits['cpu']} s of CPU, {limits['memory'] >> 20} MB, no files written, no core"
            )
        if self.libc is not None:
            self.libc.prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)  # no process of the same user may trace this one
            self.libc.prctl(
                PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0
            )  # both layers below require it of unprivileged users
        if self.ruleset is not None:
            if self.libc.syscall(LANDLOCK_RESTRICT_SELF, self.ruleset, 0) == 0:
                layers["landlock"] = (
                    f"ABI {self.abi}: reads only the interpreter and its libraries, writes nothing"
                )
            os.close(self.ruleset)
        # Last, since the filter refuses the calls above.
        if self.filter is not None:
            if self.libc.prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, self.filter[0], 0, 0) == 0:
                layers["seccomp"] = "an allow-list of system calls: no process, no socket, no signal"
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


def landlock_ruleset(libc, readable):
    """Return (the kernel's ABI version, descriptor of a ruleset that allows reading below `readable`), or (0, None)."""
    abi = libc.syscall(
        LANDLOCK_CREATE_RULESET, None, ctypes.c_size_t(0), ctypes.c_uint(LANDLOCK_CREATE_RULESET_VERSION)
    )
    if abi <= 0:
        return 0, None
    # A ruleset denies every right that it names, unless a rule allows it. The structure grew with the versions, and
    # an older kernel refuses a longer one.
    controlled = (1 << FILE_RIGHTS_OF_ABI.get(abi, len(FILE_RIGHTS))) - 1
    size = 8 if abi < ABI_WITH_NETWORK else 16 if abi < ABI_WITH_SCOPES else 24
    attributes = struct.pack("<QQQ", controlled, NETWORK_RIGHTS, SCOPES)[:size]
    ruleset = libc.syscall(LANDLOCK_CREATE_RULESET, attributes, ctypes.c_size_t(size), ctypes.c_uint(0))
    if ruleset < 0:
        return 0, None
    for path in filter(os.path.exists, readable):
        names = ["execute", "read_file"] + (
            ["read_dir"] if os.path.isdir(path) else []
        )  # execute: map a library
        rights = sum(1 << FILE_RIGHTS.index(name) for name in names)
        parent = os.open(path, os.O_PATH | os.O_CLOEXEC)
        rule = struct.pack("<Qi", rights, parent)
        libc.syscall(LANDLOCK_ADD_RULE, ruleset, LANDLOCK_RULE_PATH_BENEATH, rule, 0)
        os.close(parent)
    return abi, ruleset


def seccomp_filter():
    """Return (the filter as `prctl` takes it, what it points to), or None on other machines.

    The filter is a BPF program that reads the kernel's `struct seccomp_data`: the number of the call at byte 0, the
    machine at 4, the second argument at 24. The commands of fcntl and ioctl are the lower half of that argument, which
    is all that the kernel looks at.
    """
    if platform.machine() not in MACHINES:
        return None
    which = MACHINES.index(platform.machine())
    load, jump_if_equal, stop = 0x20, 0x15, 0x06  # BPF_LD+W+ABS, BPF_JMP+JEQ+K, BPF_RET+K
    allow, refuse = (stop, 0, 0, SECCOMP_RET_ALLOW), (stop, 0, 0, SECCOMP_RET_EPERM)
    # Calls of another machine's numbering (32-bit ones on x86-64) would mean other things: they end the process.
    program = [
        (load, 0, 0, 4),
        (jump_if_equal, 1, 0, AUDIT_ARCH[MACHINES[which]]),
        (stop, 0, 0, SECCOMP_RET_KILL_PROCESS),
        (load, 0, 0, 0),
    ]
    for number in sorted(numbers[which] for numbers in SYSTEM_CALLS.values() if numbers[which] is not None):
        program += [(jump_if_equal, 0, 1, number), allow]  # the two numbers: steps to skip if equal, if not
    for (_, numbers), commands in COMMANDS.items():
        checks = [step for command in commands.values() for step in ((jump_if_equal, 0, 1, command), allow)]
        program += [(jump_if_equal, 0, len(checks) + 2, numbers[which]), (load, 0, 0, 24), *checks, refuse]
    program.append(refuse)
    code = b"".join(struct.pack("<HBBI", *step) for step in program)
    buffer = ctypes.create_string_buffer(code, len(code))
    header = struct.pack("@HP", len(program), ctypes.addressof(buffer))
    # `header` holds the address of `buffer`, and the pointer that of `header`: all three have to stay alive together.
    return ctypes.c_char_p(header), buffer, header
