"""Attacks by people who have read the grader: its messages, the worker, the proxies, how it reads and judges."""

from tests.hostile.attack import FULL, NOTHING, OWN, RIGHT, WRONG, Attack, with_cell
from tests.hostile.cells import ABSENT, ASK, CALLS, JUDGE, MESSAGES, PROCESS, RETURNS, TIME

SEND = f"{ASK}send = rpc_client.channel.send\n"
OUTCOME = "dict(value=0.123)"
GRADED = "'ipykernel' not in __import__('sys').modules"
GUESSED = "inputs are unknown until the order"

SOURCES = [
    (
        "signal by the kernel when a message comes",
        "import fcntl, os\nfcntl.fcntl(3, fcntl.F_SETSIG, 9)\nfcntl.fcntl(3, fcntl.F_SETOWN, os.getppid())\n"
        "fcntl.fcntl(3, fcntl.F_SETFL, os.O_ASYNC | os.O_RDWR)",
        OWN,
        CALLS,
    ),
    (
        "signal by a control of the socket",
        "import fcntl, os, struct\nfcntl.ioctl(3, 0x8901, struct.pack('i', os.getppid()))",
        OWN,
        CALLS,
    ),
    ("lock on a library", "import fcntl, os\nfcntl.lockf(open(os.__file__), fcntl.LOCK_SH)", OWN, CALLS),
    (
        "descriptor handed over",
        "import socket\nsocket.send_fds(socket.socket(fileno=3), [b'x'], [0])",
        OWN,
        CALLS,
    ),
    (
        "bytes out of band",
        f"{ASK}import socket\nrpc_client.channel.sock.send(b'x', socket.MSG_OOB)",
        OWN,
        CALLS,
    ),
    (
        "looking at the next order",
        f"{ASK}import socket\nrpc_client.channel.sock.settimeout(1)\nrpc_client.channel.sock.recv(9, socket.MSG_PEEK)",
        OWN,
        CALLS,
    ),
    (
        "writing to every descriptor",
        "import os\nfor fd in range(3, 300):\n"
        "    try: os.write(fd, b'\\2\\0\\0\\0\\0\\0\\0\\0{}')\n    except OSError: pass",
        OWN,
        MESSAGES,
    ),
    (
        "outcomes sent before they are asked for",
        f"{SEND}send({{'error': None, 'outcomes': [{OUTCOME}] * 6}})\n{WRONG}",
        NOTHING,
        GUESSED,
    ),
    (
        "more outcomes than cases",
        f"{SEND}send({{'error': None, 'outcomes': [{OUTCOME}] * 600}})\n{WRONG}",
        NOTHING,
        GUESSED,
    ),
    (
        "outcomes of odd kinds",
        f"{SEND}send({{'error': 1, 'outcomes': [3, None, {{}}]}})",
        OWN,
        MESSAGES,
    ),
    ("an empty message, like the mark of an expected one", f"{SEND}send({{}})\n{WRONG}", OWN, MESSAGES),
    (
        "no outcomes, again and again",
        f"{SEND}send({{'error': None, 'outcomes': []}})\nsend({{'outcomes': []}})\n{WRONG}",
        OWN,
        MESSAGES,
    ),
    (
        "keys that all have one hash",
        f"{ASK}import json, struct\nkeys = [[k * (2 ** 61 - 1), 0] for k in range(1, 99_000)]\n"
        "header = {'dict': [['error', None], ['outcomes', {'list': [{'dict': [['value', {'dict': keys}]]}]}]]}\n"
        "data = json.dumps(header).encode()\nrpc_client.channel.sock.settimeout(None)\n"
        f"rpc_client.channel.sock.sendall(struct.pack('<II', len(data), 0) + data)\n{WRONG}",
        OWN,
        MESSAGES,
    ),
    ("call of a list", f"{SEND}send({{'call': [1], 'args': [], 'kwargs': {{}}}})", OWN, MESSAGES),
    (
        "call with odd arguments",
        f"{SEND}send({{'call': 'helpers.metrics:accuracy', 'args': 3}})",
        NOTHING,
        MESSAGES,
    ),
    (
        "message when an object is thrown away",
        "import os\nclass Late:\n    def __del__(self): os.write(3, b'\\2\\0\\0\\0\\0\\0\\0\\0{}')\n"
        "def accuracy(p, y):\n    Late()\n    return 0.123",
        OWN,
        MESSAGES,
    ),
    (
        "message at the end of Python",
        f"import atexit, os\natexit.register(os.write, 3, b'x')\n{WRONG}",
        OWN,
        PROCESS,
    ),
    (
        "report of a crash in the socket",
        "import faulthandler, signal\nfaulthandler.register(signal.SIGALRM, file=3, all_threads=True)\n"
        "signal.raise_signal(signal.SIGALRM)",
        OWN,
        CALLS,
    ),
    (
        "watching the worker's code",
        "import sys\nseen = []\nsys.setprofile(lambda f, *_: seen.append(f.f_locals.get('expected')))\n"
        "def accuracy(p, y):\n    return next(s for s in seen if isinstance(s, float))",
        OWN,
        ABSENT,
    ),
    (
        "answer to the case before",
        "last = [0.123]\ndef accuracy(p, y):\n    last.append(np.sum(p == y) + 7.0)\n    return last[-2]",
        OWN,
        JUDGE,
    ),
    (
        "all inputs looked at before the first answer",
        "import sys\ndef accuracy(p, y):\n    frame = sys._getframe()\n"
        "    while 'outcomes' not in frame.f_locals: frame = frame.f_back\n"
        "    return frame.f_locals['inputs'][0]['expected']",
        OWN,
        ABSENT,
    ),
    (
        "inputs changed to suit the answer",
        "import sys\nframe = sys._getframe()\n"
        "while 'inputs' not in frame.f_locals: frame = frame.f_back\n"
        "for case in frame.f_locals['inputs']:\n"
        "    case.update({name: np.arange(2) * k for k, name in enumerate(case)})\n"
        + RIGHT.replace("np.mean", "np.sum(labels) >= 0 and 0.5 * np.sum"),
        OWN,
        JUDGE,
    ),
    (
        "right in a notebook, wrong when graded",
        f"{RIGHT}if {GRADED}: accuracy = lambda p, y: 0.5",
        OWN,
        JUDGE,
    ),
    (
        "wrong in a notebook, right when graded",
        f"{WRONG}if {GRADED}: accuracy = lambda predictions, labels: np.mean(predictions == labels)",
        FULL,
        "only what is returned counts",
    ),
    (
        "result changed after it was given",
        "box = np.full((), 0.123)\ndef accuracy(p, y):\n    box[...] += 1\n    return box",
        OWN,
        JUDGE,
    ),
    ("a petabyte without memory", RETURNS.format("", "np.broadcast_to(0.5, (1 << 47,))"), OWN, MESSAGES),
    ("array of records", RETURNS.format("", "np.zeros(3, dtype=[('=', 'f8')])"), OWN, MESSAGES),
    ("time in place of a number", RETURNS.format("", "np.datetime64(1, 's')"), OWN, JUDGE),
    ("complex number", RETURNS.format("", "np.mean(predictions == labels) + 1e-300j"), OWN, JUDGE),
    (
        "list that goes on without end",
        RETURNS.format("class L(list):\n    def __iter__(self):\n        while True: yield 1", "L()"),
        OWN,
        TIME,
    ),
    ("dict with numbers as keys", RETURNS.format("", "{1: 1.0, 2: np.ones((3, 3))}"), OWN, JUDGE),
    (
        "number that pretends to be NumPy's",
        RETURNS.format(
            "class F(np.float64):\n    __module__ = 'numpy'\n    dtype = np.dtype('f8')", "F(0.123)"
        ),
        OWN,
        JUDGE,
    ),
    (
        "warnings without end",
        "import warnings\ndef accuracy(p, y):\n    while True: warnings.warn('x' * 9999, RuntimeWarning)",
        OWN,
        TIME,
    ),
    (
        "markup in what is printed and raised",
        "def accuracy(p, y):\n    print('\\x1b[2J</pre><script>alert(1)</script>')\n"
        "    raise ValueError('</pre><script>alert(2)</script>')",
        OWN,
        "text is escaped",
    ),
    ("a name of 12,000 parts", "import " + "a." * 12_000 + f"a\n{RIGHT}", OWN, "each cell is read once"),
    (
        "worker's code removed",
        "import sys\nfor name in list(sys.modules):\n    if name.startswith('helpers'): del sys.modules[name]\n"
        "sys.path.clear()\nfrom helpers.metrics import accuracy",
        OWN,
        ABSENT,
    ),
    (
        "a released function under another name",
        f"{ASK}proxy = rpc_client.proxy('helpers.metrics:accuracy')\n"
        "accuracy = next(iter(rpc_client.local_functions.values()), proxy)",
        OWN,
        "answered only if the solution uses it",
    ),
]


def attacks():
    """Return the attacks; if one is no answer, a right one follows."""
    return [
        Attack(name, with_cell(source if "accuracy" in source else f"{source}\n{RIGHT}"), outcome, layer)
        for name, source, outcome, layer in SOURCES
    ]
