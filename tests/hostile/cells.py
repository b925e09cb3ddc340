"""Attacks in the code of an answer."""

from pathlib import Path

from helpers.engine.course import course
from tests.hostile.attack import FULL, NOTHING, OWN, RIGHT, WRONG, Attack, with_cell

SYSCALL = (
    "import ctypes\nlibc = ctypes.CDLL(None, use_errno=True)\nassert libc.syscall({}) >= 0, 'refused'\n"
    + RIGHT
)
RETURNS = "{}\ndef accuracy(predictions, labels):\n    return {}\n"
ASK = "from helpers.engine.sandbox import rpc_client\n"

TIME, MEMORY, CALLS, OUTPUT = "time limit", "rlimits: memory", "seccomp: system calls", "output limit"
FILES, NETWORK, JUDGE = "Landlock: files", "seccomp: no sockets", "judged outside, strictly by type"
READ_ONLY = "seccomp: files opened only to read"
PROCESS, MESSAGES, ABSENT = "its own process", "messages: plain data within limits", "the answer is not there"

SOURCES = [
    ("infinite loop in the cell", f"{RIGHT}while True: pass", FULL, TIME),
    ("infinite loop in the function", "def accuracy(p, y):\n    while True: pass", OWN, TIME),
    (
        "loop that swallows its interruption",
        "while True:\n  try:\n    while True: pass\n  except BaseException: pass",
        OWN,
        "time limit, or the grader's clock",
    ),
    (
        "loop with the alarm switched off",
        "import signal\nsignal.signal(signal.SIGALRM, signal.SIG_IGN)\nwhile True: pass",
        OWN,
        "killed by the grader's clock",
    ),
    ("uninterruptible loop in C", "10 ** 10 ** 9", OWN, "time limit, or the grader's clock"),
    (
        "clock stopped",
        "import time\ntime.monotonic = time.perf_counter = lambda: 0.0\nwhile True: pass",
        OWN,
        TIME,
    ),
    (
        "memory bomb in the cell",
        "held = [bytearray(1 << 28) for _ in range(64)]",
        OWN,
        "rlimits: memory, or the time limit",
    ),
    ("memory bomb in the function", RETURNS.format("", "np.ones((1 << 20, 1 << 14))"), OWN, MEMORY),
    ("fork bomb", "import os\nwhile True: os.fork()", OWN, CALLS),
    ("daemonized grandchild", "import os\nos.fork() or (os.setsid(), os.fork())", OWN, CALLS),
    ("subprocess", "import subprocess\nsubprocess.run(['id'])", OWN, CALLS),
    ("shell by IPython", f"!curl example.org\n{RIGHT}", FULL, "IPython's lines are left out and reported"),
    ("thread that outlives the cell", "import threading\nthreading.Thread(target=print).start()", OWN, CALLS),
    ("output flood", "while True: print('x' * 10**6)", OWN, OUTPUT),
    ("output flood past Python", "import os\nwhile True: os.write(1, b'x' * 10**6)", OWN, TIME),
    ("os._exit", "import os\nos._exit(0)", OWN, PROCESS),
    ("os._exit in the function", "def accuracy(p, y):\n    import os\n    os._exit(0)", OWN, PROCESS),
    ("sys.exit", "import sys\nsys.exit(0)", OWN, PROCESS),
    ("KeyboardInterrupt", "raise KeyboardInterrupt", OWN, PROCESS),
    ("segmentation fault", "import ctypes\nctypes.string_at(0)", OWN, PROCESS),
    ("stack overflow", "import sys\nsys.setrecursionlimit(10**9)\ndef f(): return f()\nf()", OWN, PROCESS),
    ("signal to the parent", "import os\nos.kill(os.getppid(), 9)", OWN, CALLS),
    ("signal to all", "import os\nos.kill(-1, 9)", OWN, CALLS),
    ("ptrace of the parent", SYSCALL.format("101, 16, __import__('os').getppid(), 0, 0"), OWN, CALLS),
    (
        "reading the parent's memory",
        SYSCALL.format("310, __import__('os').getppid(), 0, 0, 0, 0, 0"),
        OWN,
        CALLS,
    ),
    ("bpf, io_uring", SYSCALL.format("425, 8, 0"), OWN, CALLS),
    ("new namespaces", SYSCALL.format("272, 0x10000000"), OWN, CALLS),
    (
        "raising the limits",
        "import resource\nresource.setrlimit(resource.RLIMIT_AS, (1 << 40, 1 << 40))",
        OWN,
        CALLS,
    ),
    ("/proc walk", "import os\nopen(f'/proc/{os.getppid()}/maps').read()", OWN, FILES),
    ("own memory as a file", "open('/proc/self/mem', 'rb')", OWN, FILES),
    (
        "reading the repository",
        f"exec(open({str(course().root / 'helpers/metrics.py')!r}).read())",
        OWN,
        FILES,
    ),
    (
        "reading the reference",
        f"open({str(course().root / 'tests/reference/01_introduction.ipynb')!r})",
        OWN,
        FILES,
    ),
    ("listing the home folder", f"import os\nos.listdir({str(Path.home())!r})", OWN, FILES),
    ("writing the gradebook", "open('GRADEBOOK', 'r+b').write(b'x')", OWN, FILES),
    ("deleting the gradebook", "import os\nos.unlink('GRADEBOOK')", OWN, CALLS),
    (
        "emptying the gradebook",
        "import os\nos.close(os.open('GRADEBOOK', 3 | os.O_TRUNC))",
        OWN,
        READ_ONLY,
    ),
    (
        "opening the gradebook neither to read nor to write",
        "import os\nos.open('GRADEBOOK', 3)",
        OWN,
        READ_ONLY,
    ),
    (
        "emptying a file that may be read",
        "import os\nfrom helpers.engine.sandbox import worker\n"
        "os.close(os.open(worker.__file__, os.O_RDONLY | os.O_TRUNC))",
        OWN,
        READ_ONLY,
    ),
    (
        "a file without a name where files may be read",
        "import os\nfrom helpers.engine.sandbox import worker\n"
        "os.open(os.path.dirname(worker.__file__), os.O_TMPFILE | os.O_RDWR)",
        OWN,
        READ_ONLY,
    ),
    ("leaving a file behind", "import tempfile\ntempfile.TemporaryFile()", OWN, FILES),
    ("symbolic link", "import os\nos.symlink('/etc/passwd', 'here')", OWN, CALLS),
    (
        "shared memory",
        "from multiprocessing.shared_memory import SharedMemory\nSharedMemory(create=True, size=99)",
        OWN,
        FILES,
    ),
    ("anonymous file in memory", "import os\nos.memfd_create('x')", OWN, CALLS),
    ("becoming root again", "import os\nos.setuid(0)\nassert os.getuid() == 0", OWN, CALLS),
    (
        "poisoned memory",
        "import ctypes\nassert ctypes.CDLL(None, use_errno=True).madvise(None, 4096, 100) == 0\n",
        OWN,
        CALLS,
    ),
    ("network out", "import socket\nsocket.create_connection(('127.0.0.1', 22), 1)", OWN, NETWORK),
    ("DNS", "import socket\nsocket.getaddrinfo('example.org', 80)", OWN, NETWORK),
    ("download", "import urllib.request\nurllib.request.urlopen('http://example.org')", OWN, NETWORK),
    ("import of the answer", "from helpers.metrics import accuracy", OWN, ABSENT),
    (
        "import of the exercise",
        f"import sys\nsys.path.insert(0, {str(course().root)!r})\nimport helpers.exercises.introduction.accuracy",
        OWN,
        ABSENT,
    ),
    (
        "asking for the answer",
        f"{ASK}accuracy = rpc_client.proxy('helpers.metrics:accuracy')",
        OWN,
        "answered only if the solution uses it",
    ),
    (
        "asking for what is not the course's",
        f"{ASK}accuracy = rpc_client.proxy('os:system')",
        OWN,
        "answered only if the solution uses it",
    ),
    (
        "asking without end",
        f"{ASK}accuracy = lambda *a: [rpc_client.call('x:y', a, {{}}) for _ in iter(int, 1)]",
        OWN,
        ABSENT,
    ),
    (
        "searching the stack",
        "import sys\nframe, found = sys._getframe(), None\n"
        "while frame: found, frame = found or frame.f_locals.get('expected'), frame.f_back\nassert found",
        OWN,
        ABSENT,
    ),
    (
        "searching all objects",
        "import gc\n"
        "found = [o for o in gc.get_objects() if str(getattr(o, '__module__', '')) == 'helpers.metrics']\n"
        "accuracy = next(o for o in found if o.__name__ == 'accuracy')",
        OWN,
        ABSENT,
    ),
    (
        "reading the environment",
        "import os\nraise ValueError(os.environ['HOSTILE_SECRET'])",
        OWN,
        "an empty environment",
    ),
    (
        "monkeypatched NumPy",
        f"np.array_equal = np.allclose = lambda *_: True\nnp.ndarray.__eq__ = None\n{WRONG}",
        OWN,
        JUDGE,
    ),
    ("NumPy that lies", f"np.mean = lambda *_: 0.5\n{WRONG}", NOTHING, JUDGE),
    (
        "object that equals everything",
        RETURNS.format(
            "class E:\n    __eq__ = lambda *_: True\n    __array__ = lambda *_, **__: np.array(1.0)", "E()"
        ),
        OWN,
        JUDGE,
    ),
    (
        "lying __class__",
        RETURNS.format("class E:\n    __class__ = float\n    __float__ = lambda _: 1.0", "E()"),
        OWN,
        JUDGE,
    ),
    (
        "number with its own comparison",
        RETURNS.format("class F(float):\n    __eq__ = lambda *_: True", "F(1)"),
        OWN,
        JUDGE,
    ),
    (
        "array with its own comparison",
        RETURNS.format("class A(np.ndarray):\n    __eq__ = lambda *_: True", "np.zeros(()).view(A)"),
        OWN,
        JUDGE,
    ),
    ("not a number", RETURNS.format("", "np.nan"), OWN, JUDGE),
    ("huge reply", RETURNS.format("", "np.zeros(1 << 23)"), OWN, MESSAGES),
    ("twelve megabytes in every answer", RETURNS.format("", "np.zeros(3 << 19)"), OWN, OUTPUT),
    ("long text", RETURNS.format("", "'x' * (1 << 26)"), OWN, MESSAGES),
    (
        "nested reply",
        "def accuracy(p, y):\n    a = []\n    for _ in range(500): a = [a]\n    return a",
        OWN,
        MESSAGES,
    ),
    (
        "list that holds itself",
        "def accuracy(p, y):\n    a = []\n    a.append(a)\n    return a",
        OWN,
        MESSAGES,
    ),
    (
        "a list of lists of lists ...",
        "def accuracy(p, y):\n    a = [0]\n    for _ in range(40): a = [a, a]\n    return a",
        OWN,
        TIME,
    ),
    ("endless generator", "def accuracy(p, y):\n    while True: yield 1", OWN, MESSAGES),
    ("number of a million digits", RETURNS.format("", "10 ** 1000000"), OWN, JUDGE),
    (
        "pickled bomb",
        RETURNS.format(
            "class B:\n    __reduce__ = lambda _: (eval, ('1/0',))\nimport pickle", "[B(), pickle.dumps(B())]"
        ),
        OWN,
        "never pickle",
    ),
    ("array of objects", RETURNS.format("", "np.array([print, None])"), OWN, MESSAGES),
    (
        "half a character in an error",
        "def accuracy(p, y):\n    raise ValueError('\\ud800\\x00')",
        OWN,
        MESSAGES,
    ),
    (
        "error whose message fails",
        "class E(Exception):\n    __str__ = lambda _: 1 / 0\nraise E",
        OWN,
        PROCESS,
    ),
    (
        "forged verdict in the socket",
        "import os\nos.write(3, b'\\x10\\0\\0\\0\\0\\0\\0\\0{\"earned\": 1000}')",
        OWN,
        MESSAGES,
    ),
    ("forged lengths in the socket", "import os\nos.write(3, b'\\xff' * 8)", OWN, MESSAGES),
    (
        "torn frame in the socket",
        "import os\nos.write(3, b'\\xff\\0\\0\\0\\0\\0\\0\\0{')\nwhile True: pass",
        OWN,
        MESSAGES,
    ),
    ("closed socket", "import os\nos.close(3)", OWN, PROCESS),
    (
        "worker's code replaced",
        f"from helpers.engine.sandbox import worker\nworker.run_under = lambda *_: worker.Outcome(value=0.5)\n{WRONG}",
        NOTHING,
        JUDGE,
    ),
    (
        "import hook",
        f"import sys\nsys.meta_path.insert(0, None)\nsys.settrace(lambda *_: None)\n{WRONG}",
        OWN,
        JUDGE,
    ),
    (
        "built-ins replaced",
        f"import builtins\nbuiltins.isinstance = lambda *_: True\nbuiltins.all = lambda _: True\n{WRONG}",
        NOTHING,
        JUDGE,
    ),
    (
        "display and exception hooks",
        f"import sys\nsys.displayhook = sys.excepthook = print\n{WRONG}",
        OWN,
        JUDGE,
    ),
    (
        "transformer of the caller's syntax",
        f"import ast\nast.parse = compile = lambda *_: None\n{WRONG}",
        OWN,
        JUDGE,
    ),
    (
        "check redefined",
        f"def check(answer): return 'right'\n{WRONG}\naccuracy = check(accuracy)",
        OWN,
        JUDGE,
    ),
    (
        "changing the inputs in place",
        "def accuracy(predictions, labels):\n    labels[...] = predictions\n    return 0.123",
        OWN,
        JUDGE,
    ),
    ("Python 2", "def accuracy(p, y):\n    print 'hello'", OWN, "a syntax error is reported"),
    ("deep parentheses", "accuracy = " + "(" * 20_000 + ")" * 20_000, OWN, "a syntax error is reported"),
    ("deep unary minus", "accuracy = " + "-" * 40_000 + "1", OWN, "a syntax error is reported"),
    ("magic without end", "a" * 49_000 + " !", OWN, "a syntax error is reported"),
    ("blank lines without end", "\n" * 49_000 + "accuracy = = 1", OWN, "a syntax error is reported"),
]


def attacks(gradebook):
    """Return the attacks; `gradebook` is the path of a file that must stay as it is.

    If the attack is no answer, a right one follows: it counts only if the attack was not stopped.
    """
    return [
        Attack(name, with_cell(followed(source).replace("GRADEBOOK", str(gradebook))), outcome, layer)
        for name, source, outcome, layer in SOURCES
    ]


def followed(source):
    """Return an attack with the right answer after it, if it has none itself."""
    return source if "accuracy" in source else f"{source}\n{RIGHT}"
