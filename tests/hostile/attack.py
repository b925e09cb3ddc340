"""Define what an attack is, and the honest notebook that each one modifies."""

import json
from dataclasses import dataclass
from functools import cache

from helpers.engine.course import course

NAME = "01_introduction"
TARGET = "accuracy"  # the exercise that is attacked
RIGHT = "def accuracy(predictions, labels):\n    return np.mean(predictions == labels)\n"
WRONG = "def accuracy(predictions, labels):\n    return 0.5\n"

# The possible results of an attack.
FULL = "full marks, since the answer is right"
OWN = "no points for the exercise, full points for all others"
NOTHING = "no points for the exercise"
REFUSED = "reported as unreadable, with the reason"


@dataclass(frozen=True)
class Attack:
    """One attack: `content` are the bytes of the file handed in; `layer` says what stops it."""

    name: str
    content: bytes
    outcome: str
    layer: str


@cache
def honest():
    """Return the honest notebook as text."""
    return (course().references / f"{NAME}.ipynb").read_text(encoding="utf-8")


def notebook():
    """Return the honest notebook as data."""
    return json.loads(honest())


def target(data):
    """Return the cell of the attacked exercise."""
    return next(cell for cell in data["cells"] if cell["metadata"].get("exercise") == TARGET)


def with_cell(source):
    """Return the bytes of the honest notebook with another answer to the attacked exercise."""
    data = notebook()
    target(data)["source"] = source
    return json.dumps(data).encode()


def with_changes(change):
    """Return the bytes of the honest notebook after `change(data)`."""
    data = notebook()
    change(data)
    return json.dumps(data).encode()
