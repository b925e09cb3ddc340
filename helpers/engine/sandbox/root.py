"""If the grader runs as root, a worker becomes another user: root may do what no file permission forbids.

Where that user could not read Python itself (it is installed in root's home, for example), one capability of root's
stays, to read files; which files, Landlock decides.
"""

import os
import struct

USER = 65534  # nobody: on every Linux the user who owns nothing
PR_SET_KEEPCAPS = 8
CAPSET = {"x86_64": 126, "aarch64": 91}
CAPABILITY_VERSION = 0x20080522  # _LINUX_CAPABILITY_VERSION_3
CAP_DAC_READ_SEARCH = 1 << 2


def is_root():
    """Return whether this process runs as root."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def user_reads(paths):
    """Return whether `USER` may read these paths; asked as root."""
    if os.access not in os.supports_effective_ids:
        return False
    groups = os.getgroups()
    try:
        os.setgroups([])
        os.setegid(USER)
        os.seteuid(USER)
        return all(os.access(path, mode_to_read(path), effective_ids=True) for path in paths)
    except OSError:
        return False  # a container may not have this user
    finally:
        os.seteuid(0)
        os.setegid(0)
        os.setgroups(groups)


def mode_to_read(path):
    """Return what reading a file, or all in a folder, asks of its permissions."""
    return os.R_OK | os.X_OK if os.path.isdir(path) else os.R_OK


def give_up_root(libc, keep_reading):
    """Become `USER` for good and return whether that worked; `keep_reading` keeps the right to read all files."""
    try:
        if keep_reading:
            libc.prctl(PR_SET_KEEPCAPS, 1, 0, 0, 0)
        os.setgroups([])
        os.setresgid(USER, USER, USER)
        os.setresuid(USER, USER, USER)
    except OSError:
        return False
    if keep_reading:
        # Two structures of effective, permitted and inheritable capabilities, for the lower and the upper 32 of them.
        header = struct.pack("<Ii", CAPABILITY_VERSION, 0)
        data = struct.pack("<6I", CAP_DAC_READ_SEARCH, CAP_DAC_READ_SEARCH, 0, 0, 0, 0)
        return libc.syscall(CAPSET[os.uname().machine], header, data) == 0
    return True
