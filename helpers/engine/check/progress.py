"""Which exercises are done, recorded in a small file beside the notebooks, which may be deleted at any time.

Only a notebook that is open in a front end is recorded: grading and building write nothing.
"""

import contextlib
import json
import os
import sys
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


def folder_of(notebook):
    """Return the folder of the open notebook if it is the one of this name, or None."""
    path = open_notebook()
    if path is not None:
        return path.parent if notebook in path.stem else None
    # In a browser a kernel is not told which notebook it belongs to, but it works in the notebook's folder.
    return Path() if sys.platform == "emscripten" and [*Path().glob(f"*{notebook}*.ipynb")] else None


def record(notebook, exercise, state):
    """Record the state of an exercise beside the open notebook; do nothing if that is not possible."""
    folder = folder_of(notebook) if notebook else None
    if folder is None:
        return
    found = recorded(folder)
    if found.get(notebook, {}).get(exercise) != state:
        found.setdefault(notebook, {})[exercise] = state
        write_atomically(folder / FILE, json.dumps(found, indent=1))


def write_atomically(path, text):
    """Write a file so that a reader finds either the old text or the new one; give up if writing is not allowed."""
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        draft.write_text(text, encoding="utf-8")
        os.replace(draft, path)
    except OSError:
        with contextlib.suppress(OSError):
            draft.unlink()
