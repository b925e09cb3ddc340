"""Execute the learner's notebooks for the website, and keep the results until something they depend on changes."""

import hashlib
from pathlib import Path

import nbclient
import nbformat

from helpers.engine.build.execute import has_error
from helpers.engine.build.fingerprint import built_from

ROOT = Path(__file__).resolve().parents[1]
CACHE = ROOT / "build" / "executed"
MINUTES = 15  # for one cell: the machines of a continuous integration are slow


def executed(path, cache=CACHE):
    """Return a learner's notebook with its outputs; exercises are as empty as the learner gets them.

    After each failed check a notebook goes on with the course's function, so every figure is there and no solution is.
    """
    kept = cache / f"{path.stem}-{state(path)}.ipynb"
    if kept.exists():
        return nbformat.read(kept, as_version=4)
    print(f"executing {path.stem} …", flush=True)
    notebook = nbformat.read(path, as_version=4)
    nbclient.NotebookClient(
        notebook,
        timeout=60 * MINUTES,
        resources={"metadata": {"path": str(ROOT / "notebooks")}},
        extra_arguments=["--IPKernelApp.log_level=ERROR"],
    ).execute()
    if failed := [cell.id for cell in notebook.cells if cell.cell_type == "code" and has_error(cell)]:
        raise SystemExit(f"{path.name}: these cells end in an error: {', '.join(failed)}")
    cache.mkdir(parents=True, exist_ok=True)
    for old in cache.glob(f"{path.stem}-*.ipynb"):
        old.unlink()
    nbformat.write(notebook, kept)
    return notebook


def state(path):
    """Return a hash over a notebook, which may be a translation, and everything of the course that it uses."""
    name = nbformat.read(path, as_version=4).metadata.course.notebook
    return hashlib.sha256(path.read_bytes() + built_from(name).encode()).hexdigest()[:12]
