"""Which exercises are done, recorded in a small file beside the notebooks, which may be deleted at any time.

Only a notebook that is open in a front end is recorded: grading and building write nothing.
"""

import contextlib
import json
import os
from pathlib import Path

FILE = ".progress.json"


def open_notebook():
    """Return the path of the notebook that a front end has opened for this kernel, or None."""
    try:
        from IPython import get_ipython
    except ImportError:
        return None
    shell = get_ipython()
    named = shell and (shell.user_ns.get("__vsc_ipynb_file__") or os.environ.get("JPY_SESSION_NAME"))
    return Path(named) if named and named.endswith(".ipynb") else None


def recorded(folder):
    """Return {notebook: {exercise: right, wrong or unwritten}} from the file in a folder; {} if it cannot be read."""
    try:
        found = json.loads((Path(folder) / FILE).read_text(encoding="utf-8"))
        return {name: dict(states) for name, states in found.items()}
    except (OSError, ValueError, AttributeError, TypeError):
        return {}


def record(notebook, exercise, state):
    """Record the state of an exercise beside the open notebook; do nothing if that is not possible."""
    path = open_notebook()
    if path is None or not notebook or notebook not in path.stem:
        return
    found = recorded(path.parent)
    if found.get(notebook, {}).get(exercise) != state:
        found.setdefault(notebook, {})[exercise] = state
        write_atomically(path.parent / FILE, json.dumps(found, indent=1))


def write_atomically(path, text):
    """Write a file so that a reader finds either the old text or the new one; give up if writing is not allowed."""
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        draft.write_text(text, encoding="utf-8")
        os.replace(draft, path)
    except OSError:
        with contextlib.suppress(OSError):
            draft.unlink()
