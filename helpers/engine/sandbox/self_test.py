"""Try to break the confinement before relying on it: an attempt that succeeds shows a layer that does not hold."""

import os
import secrets
import tempfile
from pathlib import Path

from helpers.engine.check.exercise import Quiz
from helpers.engine.course import ENGINE_ROOT, course
from helpers.engine.sandbox.root import USER, is_root
from helpers.engine.sandbox.supervisor import Sandbox

READ, WRITE = (
    "read files on this computer, the solutions among them",
    "change or empty files on this computer",
)
NETWORK, PROGRAMS = "use the network", "start programs and disturb others"
MEMORY = "use up the memory"
# {what is tried: (the code that does it, what learner code could do if that is not refused)}
ATTEMPTS = {
    "read a file of the system": ("open('/etc/passwd').read()", READ),
    "read the course's own files": ("open({root!r} + '/helpers/__init__.py').read()", READ),
    "list the processes": ("import os; os.listdir('/proc')", READ),
    "write a file": ("open({new!r}, 'w')", WRITE),
    "write into a file": ("open({kept!r}, 'r+').write('x')", WRITE),
    "empty a file": ("import os; os.open({kept!r}, 3 | os.O_TRUNC)", WRITE),
    "open a file in mode 3": ("import os; os.open({kept!r}, 3)", WRITE),
    "open a network connection": ("import socket; socket.create_connection(('127.0.0.1', 9), 1)", NETWORK),
    "send a datagram": ("import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM)", NETWORK),
    "start a process": ("import os; os.fork() or os._exit(0)", PROGRAMS),
    "signal the parent": ("import os; os.kill(os.getppid(), 0)", PROGRAMS),
    "have the parent signaled": ("import fcntl, os; fcntl.fcntl(0, fcntl.F_SETOWN, os.getppid())", PROGRAMS),
    "take eight gigabytes": ("held = bytearray(8 << 30)", MEMORY),
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
    # Fresh names: what an earlier run or another user left behind cannot refuse an attempt in place of a layer.
    with tempfile.TemporaryDirectory(prefix="self-test-") as folder:
        kept, new = (Path(folder, secrets.token_hex()) for _ in range(2))
        kept.write_text("kept")
        if is_root():
            # The worker is another user, whom file permissions must not refuse either.
            os.chown(folder, USER, USER)
            os.chown(kept, USER, USER)
        paths = {"root": str(ENGINE_ROOT), "kept": str(kept), "new": str(new)}
        try:
            sources = {label: code.format(**paths) for label, (code, _) in ATTEMPTS.items()}
            _, facts = sandbox.judge_submission(sources, 0)
        finally:
            sandbox.close()
        touched = [] if kept.read_text() == "kept" and os.listdir(folder) == [kept.name] else ["write a file"]
    held = [label for label in ATTEMPTS if refused(facts["errors"].get(label)) and label not in touched]
    lines = [f"{layer}: {what}" for layer, what in facts["layers"].items()]
    if is_root() and "user" not in facts["layers"]:
        lines.append("WARNING: learner code runs as root; grade as a user without privileges")
    return lines + [f"refused: {label}" for label in held], [label for label in ATTEMPTS if label not in held]


def refused(error):
    """Return whether an attempt ended with an error that a layer causes."""
    return bool(error) and any(kind in error for kind in REFUSALS)


def consequence(missing):
    """Return one sentence that says what learner code could do, from the attempts that were not refused."""
    could = list(dict.fromkeys(ATTEMPTS[label][1] for label in missing))
    most = ", ".join(could[:-1])
    return f"learner code could {f'{most} and {could[-1]}' if most else could[-1]}"
