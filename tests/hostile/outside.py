"""Attacks by people who have not read the grader: odd results, and what Python can be talked into."""

from tests.hostile.attack import FULL, NOTHING, OWN, RIGHT, WRONG, Attack, with_cell
from tests.hostile.cells import ABSENT, CALLS, FILES, JUDGE, MEMORY, MESSAGES, PROCESS, RETURNS

LIBRARY = "import ctypes, os\nlibc = ctypes.CDLL(None, use_errno=True)\n"
KNOWN = {"[[1]]": 1.0, "[[1, 0, 1, 1]]": 0.75, "[[1, 1, 0]]": 0.0, "[[3, 0, 2, 1, 3]]": 0.4}

LYING = """
class Lying{}:
    __array_priority__, __slots__ = 1e9, ()
    def __array_function__(self, *_, **__): return True
    def __array_ufunc__(self, *_, **__): return True
    def __array__(self, *_, **__): return np.ones(1)
    def __eq__(self, other): return True
    def __float__(self): return 1.0
    def __reduce__(self): return (exec, ("raise SystemExit",))
"""
POINTER = """
class Pointer:
    __array_interface__ = {"data": (id(np), True), "shape": (), "typestr": "<f8", "version": 3}
"""

SOURCES = [
    (
        "the results that the notebook shows",
        RETURNS.format("", f"{KNOWN}.get(str(predictions.tolist()))"),
        OWN,
        "what is the same for everybody earns nothing by itself",
    ),
    (
        "array that answers for NumPy",
        RETURNS.format(LYING.format("(np.ndarray)"), "np.ones(()).view(Lying)"),
        OWN,
        JUDGE,
    ),
    ("object that answers for NumPy", RETURNS.format(LYING.format(""), "Lying()"), OWN, JUDGE),
    ("pointer into memory as a number", RETURNS.format(POINTER, "np.asarray(Pointer())"), OWN, JUDGE),
    (
        "strides beyond memory",
        RETURNS.format("", "np.lib.stride_tricks.as_strided(labels, (1 << 20,), (1 << 12,))"),
        OWN,
        PROCESS,
    ),
    ("a number that stands for none", RETURNS.format("", "np.ma.masked"), OWN, JUDGE),
    ("array whose entries are hidden", RETURNS.format("", "np.ma.array(0.5, mask=True)"), OWN, JUDGE),
    ("view of an input", RETURNS.format("", "memoryview(predictions)"), OWN, JUDGE),
    ("True in every case", RETURNS.format("", "True"), OWN, JUDGE),
    ("result that is computed later", "async def accuracy(predictions, labels):\n    return 0.5", OWN, JUDGE),
    ("text of a number", RETURNS.format("", "repr(float(np.mean(predictions == labels)))"), OWN, JUDGE),
    ("bytes of a number", RETURNS.format("", "np.mean(predictions == labels).tobytes()"), OWN, JUDGE),
    ("array of thirty axes", RETURNS.format("", "np.full((1,) * 30, 0.5)"), OWN, MESSAGES),
    ("a number of C", RETURNS.format("import ctypes", "ctypes.c_double(0.5)"), OWN, JUDGE),
    ("no modules", f"import sys\nsys.modules.clear()\n{WRONG}", OWN, PROCESS),
    (
        "messages written by others",
        f"import json, struct\njson.dumps = json.loads = lambda *_, **__: '1'\nstruct.pack = lambda *_: b'1'\n{WRONG}",
        OWN,
        MESSAGES,
    ),
    (
        "collections that clear messages",
        "import gc\ngc.callbacks.append(lambda *_: [o.clear() for o in gc.get_objects() if type(o) is dict "
        "and 'error' in o])\n"
        f"gc.set_threshold(1)\n{WRONG}",
        OWN,
        MESSAGES,
    ),
    (
        "small integers that are others",
        f"import ctypes\nfor n in range(2, 30): ctypes.memset(id(n) + 24, 0, 4)\n{WRONG}",
        NOTHING,
        PROCESS,
    ),
    (
        "a constant that is another",
        RETURNS.format(
            "import ctypes\nhalf = 0.5\nctypes.c_double.from_address(id(half) + 16).value = 1.0", "half"
        ),
        OWN,
        JUDGE,
    ),
    (
        "equality of floats replaced in C",
        "import ctypes, gc\ngc.get_referents(float.__dict__)[0]['__eq__'] = lambda *_: True\n"
        f"ctypes.pythonapi.PyType_Modified(ctypes.py_object(float))\n{WRONG}",
        OWN,
        JUDGE,
    ),
    ("rounding up", f"import ctypes\nctypes.CDLL('libm.so.6').fesetround(0x400)\n{WRONG}", OWN, JUDGE),
    ("no recursion", f"import sys\nsys.setrecursionlimit(20)\n{WRONG}", NOTHING, PROCESS),
    (
        "profile that changes results",
        f"import sys\nsys.setprofile(lambda f, *_: f.f_locals.update(value=1))\n{WRONG}",
        OWN,
        JUDGE,
    ),
    (
        "hook that forbids everything",
        "import sys\ndef hook(event, _):\n    if event != 'compile': raise RuntimeError(event)\n"
        f"sys.addaudithook(hook)\n{WRONG}",
        NOTHING,
        PROCESS,
    ),
    (
        "errors in a circle",
        "def accuracy(p, y):\n    one, two = ValueError('written'), ValueError('b')\n"
        "    one.__cause__, two.__cause__ = two, one\n    raise one",
        OWN,
        PROCESS,
    ),
    (
        "a hundred thousand errors at once",
        "def accuracy(p, y):\n    raise ExceptionGroup('x', [ValueError('y' * 1000)] * 100_000)",
        OWN,
        MESSAGES,
    ),
    (
        "signals without a handler",
        "import signal\nsignal.pthread_sigmask(signal.SIG_BLOCK, range(1, 65))\nwhile True: pass",
        OWN,
        "killed by the grader's clock",
    ),
    (
        "signals written to the socket",
        "import signal\nsignal.set_wakeup_fd(3, warn_on_full_buffer=False)\n"
        "signal.setitimer(signal.ITIMER_REAL, 1e-3, 1e-3)",
        OWN,
        CALLS,
    ),
    ("descriptors used up", "import os\nwhile True: os.dup(3)", OWN, "rlimits: open files"),
    ("pipes", "import os\nwhile True: os.pipe()", OWN, CALLS),
    (
        "address space without memory",
        "import mmap\nheld = []\nwhile True: held.append(mmap.mmap(-1, 1 << 28, flags=0x4022))",
        OWN,
        MEMORY,
    ),
    (
        "memory that cannot be swapped",
        f"{LIBRARY}assert libc.mlockall(7) == 0, 'refused'\n{RIGHT}",
        OWN,
        CALLS,
    ),
    (
        "system call of 32 bits",
        "import ctypes, mmap\npage = mmap.mmap(-1, 4096, prot=7)\npage.write(bytes.fromhex('b814000000cd80c3'))\n"
        "call = ctypes.CFUNCTYPE(ctypes.c_int)(ctypes.addressof(ctypes.c_char.from_buffer(page)))\n"
        f"assert call() > 0, 'refused'\n{RIGHT}",
        OWN,
        CALLS,
    ),
    ("system call of x32", f"{LIBRARY}assert libc.syscall(0x40000027) > 0, 'refused'\n{RIGHT}", OWN, CALLS),
    (
        "folders and files of the system",
        "import os\nplaces = '/ /tmp /var/tmp /home /root /run /etc /dev/shm /dev/null /dev/urandom /proc/self/environ "
        "/proc/self/fd /proc/1/cmdline /proc/self/root /proc/meminfo /etc/hostname ..'.split()\nread = []\n"
        "for place in places:\n    try: os.listdir(place) if os.path.isdir(place) else open(place, 'rb').read(9)\n"
        f"    except OSError: pass\n    else: read.append(place)\nassert read, 'refused'\n{RIGHT}",
        OWN,
        FILES,
    ),
    (
        "seeds tried out",
        "def accuracy(predictions, labels):\n    for seed in range(500):\n"
        "        rng = np.random.default_rng(seed)\n"
        "        if np.array_equal(rng.integers(0, 3, predictions.shape), predictions): return 1.0",
        OWN,
        "inputs are unknown until the order",
    ),
    (
        "frames that hold what is expected",
        "def accuracy(predictions, labels):\n    import sys\n    frame, found = sys._getframe(), []\n    while frame:\n"
        "        found += [v for k, v in frame.f_locals.items() if k in ('expected', 'values', 'seed', 'rng')]\n"
        "        frame = frame.f_back\n    return found[0]",
        OWN,
        ABSENT,
    ),
    (
        "a hundred thousand calls",
        "from helpers.engine.sandbox import rpc_client\nfor _ in range(100_000):\n"
        f"    rpc_client.channel.send({{'call': 'x', 'args': [], 'kwargs': {{}}}})\n{WRONG}",
        OWN,
        MESSAGES,
    ),
    (
        "a key of ten megabytes",
        f"from helpers.engine.sandbox import rpc_client\nrpc_client.channel.send({{'x' * (10 << 20): 1}})\n{WRONG}",
        OWN,
        MESSAGES,
    ),
    ("a null character", "def accuracy(p, y):\n    return 0.5\0", OWN, "a syntax error is reported"),
    (
        "a magic in every line",
        f"{'%x' + chr(10) + '!y' + chr(10)}" * 7000 + WRONG,
        OWN,
        "each cell is read once",
    ),
    ("magics within brackets", "x = [\n" + "!a\n%b\n" * 6000 + f"]\n{WRONG}", OWN, "each cell is read once"),
    ("decorators without end", "@id\n" * 11_000 + WRONG, OWN, "each cell is read once"),
    ("a chain of calls without end", "x = a" + ".b()" * 9000 + f"\n{WRONG}", OWN, "each cell is read once"),
    (
        "a signature that lies",
        f"{WRONG}accuracy.__wrapped__ = accuracy\naccuracy.__module__ = 'helpers.metrics'",
        OWN,
        JUDGE,
    ),
    (
        "object without attributes",
        "class Odd:\n    def __call__(self, *_): return 0.5\n    def __getattribute__(self, name): raise SystemExit\n"
        "accuracy = Odd()",
        OWN,
        PROCESS,
    ),
    (
        "a cell of another program",
        f"%%writefile accuracy.py\n{RIGHT}",
        OWN,
        "cells found by what they define",
    ),
    (
        "prompts of a console",
        ">>> def accuracy(p, y):\n...     return np.mean(p == y)\n...",
        FULL,
        "cells found by what they define",
    ),
]


def attacks():
    """Return the attacks; if one is no answer, a right one follows."""
    return [
        Attack(name, with_cell(source if "accuracy" in source else f"{source}\n{RIGHT}"), outcome, layer)
        for name, source, outcome, layer in SOURCES
    ]
