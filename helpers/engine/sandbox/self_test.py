"""Try to break the confinement before relying on it: an attempt that succeeds shows a layer that does not hold."""

import tempfile

from helpers.engine.check.exercise import Quiz
from helpers.engine.course import ENGINE_ROOT, course
from helpers.engine.sandbox.supervisor import Sandbox

ATTEMPTS = {
    "read a file of the system": "open('/etc/passwd').read()",
    "read the course's own files": "open({root!r} + '/helpers/__init__.py').read()",
    "list the processes": "import os; os.listdir('/proc')",
    "write a file": "open('{folder}/probe', 'w')",
    "open a network connection": "import socket; socket.create_connection(('127.0.0.1', 9), 1)",
    "send a datagram": "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM)",
    "start a process": "import os; os.fork() or os._exit(0)",
    "signal the parent": "import os; os.kill(os.getppid(), 0)",
    "have the parent signaled": "import fcntl, os; fcntl.fcntl(0, fcntl.F_SETOWN, os.getppid())",
    "take eight gigabytes": "held = bytearray(8 << 30)",
}
REFUSALS = ("PermissionError", "MemoryError", "BlockingIOError", "AttributeError")


def layers_in_force(**options):
    """Return (what holds, what does not), each a list of lines, found by trying.

    `options` are those of `Sandbox`.
    """
    name = sorted(path.stem for path in course().references.glob("*.ipynb"))[0]
    # A quiz runs its cell and nothing else, so each attempt is the cell of one.
    exercises = {label: Quiz(label, 1, {"x": 1}) for label in ATTEMPTS}
    sandbox = Sandbox(name, exercises, {"cell": 3, "wall": 30}, **options)
    sources = {
        k: code.format(root=str(ENGINE_ROOT), folder=tempfile.gettempdir()) for k, code in ATTEMPTS.items()
    }
    try:
        _, facts = sandbox.judge_submission(sources, 0)
    finally:
        sandbox.close()
    held = [label for label in ATTEMPTS if refused(facts["errors"].get(label))]
    lines = [f"{layer}: {what}" for layer, what in facts["layers"].items()]
    return lines + [f"refused: {label}" for label in held], [label for label in ATTEMPTS if label not in held]


def refused(error):
    """Return whether an attempt ended with an error that a layer causes."""
    return bool(error) and any(kind in error for kind in REFUSALS)
