"""Attacks by the system calls that a kernel may have: none of a list may be answered."""

from tests.hostile.attack import OWN, RIGHT, Attack, with_cell
from tests.hostile.cells import CALLS

# Of x86-64: the number and the arguments of each call. n and m are names of files, b is a buffer, p the parent.
TRIED = {
    "files made, moved and emptied": """
        85 n 438; 437 -100 n b 24; 76 n 0; 77 3 0; 82 n m; 316 -100 n -100 m 0; 86 n m; 265 -100 n
        -100 m 0; 266 n -100 m; 133 n 4534 0; 259 -100 n 4534 0; 83 n 511; 258 -100 n 511; 84 n; 263
        -100 n 0; 285 3 0 0 9; 161 n
    """,
    "owners, dates and rights of files": """
        90 n 511; 268 -100 n 511; 452 -100 n 511 0; 92 n 0 0; 280 -100 n 0 0; 132 n 0; 188 n n n 1
        0; 95 0; 80 n
    """,
    "files copied, watched and flushed": """
        326 3 0 3 0 9 0; 40 3 3 0 9; 275 3 0 3 0 9 0; 278 3 b 1 0; 276 3 3 1 0; 304 3 b 0; 303 -100
        n b b 0; 162; 306 3; 74 3; 294 0; 300 0 0; 447 0; 165 n n n 0 0
    """,
    "calls on other processes": """
        310 p b 1 b 1 0; 311 p b 1 b 1 0; 312 p p 0 0 0; 434 p 0; 424 3 0 0 0; 438 3 0 0; 440 3 b 1
        3 0; 279 p 1 b b b 0; 203 p 8 b; 144 p 0 b; 314 p b 0; 109 0 0; 129 p 0 b; 251 1 0 0; 141 2
        0 19; 302 p 7 0 b; 61 -1 b 1 0; 247 0 0 b 1 0
    """,
    "calls on the process itself": """
        157 4 1 0 0 0; 157 1 9 0 0 0; 157 36 1 0 0 0; 157 22 2 b; 317 1 0 b; 444 0 0 1; 135 0; 154 0
        b 4; 308 3 0; 116 0 0; 126 b b; 149 b 4096
    """,
    "calls between processes": """
        29 0 4096 950; 64 0 1 950; 68 1 950; 240 n 66 438 0; 323 1; 248 n n n 1 -3; 250 0 -3 1; 249
        n n 0 0; 290 0 0; 291 0; 283 0 0; 222 0 0 b; 289 -1 b 8 0; 298 b 0 -1 -1 0
    """,
    "calls on sockets, and flags of messages": """
        41 1 1 0; 53 1 1 0 b; 41 16 3 0; 41 17 3 0; 41 38 5 0; 41 40 1 0; 49 3 b 2; 50 3 1; 42 3 b
        2; 48 3 0; 46 3 b 0; 307 3 b 1 0; 47 3 b 64; 299 3 b 1 64 0; 54 3 1 8 b 4; 44 3 0 0 1 0 0;
        44 3 0 0 4 0 0; 44 3 0 0 8 0 0; 44 3 0 0 32 0 0; 44 3 0 0 2048 0 0; 44 3 0 0 32768 0 0; 44 3
        0 0 65536 0 0; 44 3 0 0 67108864 0 0; 44 3 0 0 536870912 0 0; 45 3 b 0 1 0 0; 45 3 b 0 2 0
        0; 45 3 b 0 32 0 0; 45 3 b 0 64 0 0; 45 3 b 0 256 0 0; 45 3 b 0 8192 0 0
    """,
}
CODE = """
import ctypes, os
libc, free = ctypes.CDLL(None, use_errno=True), []
meant = {"n": b"new", "m": b"moved", "b": ctypes.create_string_buffer(4096), "p": os.getppid()}
for call in %r.split(";"):
    arguments = [meant[a] if a in meant else int(a) for a in call.split()]
    if libc.syscall(*arguments) >= 0 or ctypes.get_errno() not in (1, 38): free.append(call)
assert free, "refused"
"""


def attacks():
    """Return the attacks; the answer is right if one call is not refused."""
    return [Attack(name, with_cell(CODE % calls + RIGHT), OWN, CALLS) for name, calls in TRIED.items()]
