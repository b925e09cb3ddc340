"""Landlock, which the kernel has since 5.13: no files but some to read, no TCP, no signals to other processes.

What it controls grew with its versions (ABI). What an older one does not control is left to `seccomp`.
"""

import ctypes
import os
import struct

CREATE_RULESET, ADD_RULE, RESTRICT_SELF = 444, 445, 446  # system calls, the same on all machines
CREATE_RULESET_VERSION, RULE_PATH_BENEATH = 1, 1
# The rights that it controls, each one bit from the lowest, and with which ABI version the later ones came.
FILE_RIGHTS = (
    *("execute", "write_file", "read_file", "read_dir", "remove_dir", "remove_file", "make_char", "make_dir"),
    *("make_reg", "make_sock", "make_fifo", "make_block", "make_sym"),  # ABI 1
    *("refer", "truncate", "ioctl_dev"),  # ABI 2, 3, 5
)
FILE_RIGHTS_OF_ABI = {1: 13, 2: 14, 3: 15, 4: 15}  # how many of them; all of them from ABI 5 on
ABI_WITH_NETWORK, ABI_WITH_SCOPES = 4, 6
NETWORK_RIGHTS = 0b11  # bind and connect TCP
SCOPES = 0b11  # abstract Unix sockets and signals stay inside the confinement


def landlock_ruleset(libc, readable, newest_abi=None):
    """Return (the ABI version, descriptor of a ruleset that allows reading below `readable`), or (0, None).

    With `newest_abi` it controls what a kernel of that version would, to test what such a kernel needs.
    """
    abi = libc.syscall(CREATE_RULESET, None, ctypes.c_size_t(0), ctypes.c_uint(CREATE_RULESET_VERSION))
    if abi <= 0:
        return 0, None
    abi = min(abi, newest_abi or abi)
    # A ruleset denies every right that it names, unless a rule allows it. The structure grew with the versions, and
    # an older kernel refuses a longer one.
    controlled = (1 << FILE_RIGHTS_OF_ABI.get(abi, len(FILE_RIGHTS))) - 1
    size = 8 if abi < ABI_WITH_NETWORK else 16 if abi < ABI_WITH_SCOPES else 24
    attributes = struct.pack("<QQQ", controlled, NETWORK_RIGHTS, SCOPES)[:size]
    ruleset = libc.syscall(CREATE_RULESET, attributes, ctypes.c_size_t(size), ctypes.c_uint(0))
    if ruleset < 0:
        return 0, None
    for path in filter(os.path.exists, readable):
        # "execute" allows to map a library.
        names = ["execute", "read_file"] + (["read_dir"] if os.path.isdir(path) else [])
        rights = sum(1 << FILE_RIGHTS.index(name) for name in names)
        parent = os.open(path, os.O_PATH | os.O_CLOEXEC)
        libc.syscall(ADD_RULE, ruleset, RULE_PATH_BENEATH, struct.pack("<Qi", rights, parent), 0)
        os.close(parent)
    return abi, ruleset


def restrict(libc, ruleset):
    """Put a ruleset in force and return whether that worked."""
    restricted = libc.syscall(RESTRICT_SELF, ruleset, 0) == 0
    os.close(ruleset)
    return restricted
