"""The system calls that a worker may make: by name, some with certain arguments only. All others fail with EPERM.

Refused are those that make processes, threads, sockets, files, links or namespaces, send signals, pass descriptors,
trace, mount, or change limits and owners.
"""

import ctypes
import platform
import struct

# Constants of the kernel's headers: linux/seccomp.h, linux/audit.h, asm/unistd.h, asm/fcntl.h, asm/mman.h.
SECCOMP_RET_ALLOW, SECCOMP_RET_EPERM, SECCOMP_RET_KILL_PROCESS = 0x7FFF0000, 0x00050001, 0x80000000
MACHINES = ("x86_64", "aarch64")
AUDIT_ARCH = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}

# What computing in Python needs, with the numbers on x86-64 and ARM (None: not there).
# fmt: off
SYSTEM_CALLS = {
    # Look for modules and libraries, and read them. Landlock decides which files.
    "access": (21, None), "faccessat": (269, 48), "faccessat2": (439, 439),
    "stat": (4, None), "lstat": (6, None), "fstat": (5, 80), "newfstatat": (262, 79), "statx": (332, 291),
    "readlink": (89, None), "readlinkat": (267, 78), "getdents64": (217, 61), "getcwd": (79, 17),
    "lseek": (8, 62), "pread64": (17, 67),
    # Use descriptors that are open: such files, and the socket to the grader. `sendmsg`, which could pass a
    # descriptor on, is not here.
    "read": (0, 63), "readv": (19, 65), "write": (1, 64), "writev": (20, 66), "close": (3, 57), "dup": (32, 23),
    "poll": (7, None), "ppoll": (271, 73), "select": (23, None), "pselect6": (270, 72),
    # Allocate memory, load libraries, and order memory accesses between threads. RLIMIT_AS limits how much.
    "brk": (12, 214), "mmap": (9, 222), "munmap": (11, 215), "mremap": (25, 216), "mprotect": (10, 226),
    "membarrier": (324, 283),
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
# Allowed with these values of one argument only: {name: (numbers, index of the argument, values)}. Left out on purpose:
# commands that have the kernel signal a process of one's choice when a message comes (F_SETOWN, F_SETSIG, F_SETFL with
# O_ASYNC, FIOSETOWN), locks on files, and advice that takes memory away from other processes (MADV_HWPOISON).
COMMANDS = {
    "fcntl": ((72, 25), 1, {  # copy a descriptor, close it on exec
        "F_DUPFD": 0, "F_GETFD": 1, "F_SETFD": 2, "F_GETFL": 3, "F_DUPFD_CLOEXEC": 1030,
    }),
    "ioctl": ((16, 29), 1, {  # is it a terminal, does it block, how many bytes are there, close it on exec
        "TCGETS": 0x5401, "FIONBIO": 0x5421, "FIONREAD": 0x541B, "FIONCLEX": 0x5450, "FIOCLEX": 0x5451,
    }),
    "madvise": ((28, 233), 2, {  # how the memory is used, and that some is not used any more
        "MADV_NORMAL": 0, "MADV_RANDOM": 1, "MADV_SEQUENTIAL": 2, "MADV_WILLNEED": 3, "MADV_DONTNEED": 4,
        "MADV_FREE": 8, "MADV_HUGEPAGE": 14, "MADV_NOHUGEPAGE": 15,
    }),
}
# Allowed with no flags but these: {name: (numbers, index of the argument, flags)}. To open is to open for reading
# (O_RDONLY is 0): Landlock before ABI 3 lets a file be emptied, and no version of it looks at access mode 3. `sendto`
# and `recvfrom` are Python's send and recv; bytes out of band (MSG_OOB) are rarely used, and had a hole in the kernel.
OPEN_FLAGS = {
    "O_CLOEXEC": (0o2000000, 0o2000000), "O_DIRECTORY": (0o200000, 0o40000), "O_NOFOLLOW": (0o400000, 0o100000),
    "O_LARGEFILE": (0o100000, 0o400000), "O_NONBLOCK": (0o4000, 0o4000), "O_NOCTTY": (0o400, 0o400),
}
MESSAGE_FLAGS = {"MSG_NOSIGNAL": (0x4000, 0x4000)}
FLAGS = {
    "open": ((2, None), 1, OPEN_FLAGS), "openat": ((257, 56), 2, OPEN_FLAGS),
    "sendto": ((44, 206), 3, MESSAGE_FLAGS), "recvfrom": ((45, 207), 3, MESSAGE_FLAGS),
}
# fmt: on

# Instructions of BPF: load a word, skip instructions if it is equal or has a bit in common, return.
LOAD, JUMP_IF_EQUAL, JUMP_IF_ANY, RETURN = 0x20, 0x15, 0x45, 0x06
ALLOW, REFUSE = (RETURN, 0, 0, SECCOMP_RET_ALLOW), (RETURN, 0, 0, SECCOMP_RET_EPERM)
NUMBER, MACHINE = 0, 4  # bytes of the kernel's `struct seccomp_data` where these are


def seccomp_filter():
    """Return (the filter as `prctl` takes it, what it points to), or None on other machines."""
    if platform.machine() not in MACHINES:
        return None
    program = instructions(MACHINES.index(platform.machine()))
    code = b"".join(struct.pack("<HBBI", *step) for step in program)
    buffer = ctypes.create_string_buffer(code, len(code))
    header = struct.pack("@HP", len(program), ctypes.addressof(buffer))
    # `header` holds the address of `buffer`, and the pointer that of `header`: all three have to stay alive together.
    return ctypes.c_char_p(header), buffer, header


def instructions(machine):
    """Return the BPF program for a machine, by its index; each instruction with the steps to skip if true, if not."""
    # Calls of another machine's numbering (32-bit ones on x86-64) would mean other things: they end the process.
    program = [
        (LOAD, 0, 0, MACHINE),
        (JUMP_IF_EQUAL, 1, 0, AUDIT_ARCH[MACHINES[machine]]),
        (RETURN, 0, 0, SECCOMP_RET_KILL_PROCESS),
        (LOAD, 0, 0, NUMBER),
    ]
    for numbers in SYSTEM_CALLS.values():
        program += if_called(numbers[machine], [ALLOW])
    for numbers, index, values in COMMANDS.values():
        checks = [step for value in values.values() for step in ((JUMP_IF_EQUAL, 0, 1, value), ALLOW)]
        program += if_called(numbers[machine], [(LOAD, 0, 0, argument(index)), *checks, REFUSE])
    for numbers, index, flags in FLAGS.values():
        others = 0xFFFFFFFF & ~sum(flag[machine] for flag in flags.values())
        checks = [(JUMP_IF_ANY, 0, 1, others), REFUSE, ALLOW]
        program += if_called(numbers[machine], [(LOAD, 0, 0, argument(index)), *checks])
    return [*program, REFUSE]


def if_called(number, steps):
    """Return steps that are taken for one system call only; none if the machine does not have it."""
    return [] if number is None else [(JUMP_IF_EQUAL, 0, len(steps), number), *steps]


def argument(index):
    """Return where an argument's lower half is; the kernel looks at no more of a command or of flags."""
    return 16 + 8 * index
