"""Execute the learner's notebooks for the website, and keep the results until something they depend on changes."""

import hashlib
import os
from pathlib import Path

import nbclient
import nbformat

from helpers.engine.build.execute import has_error
from helpers.engine.build.fingerprint import built_from
from helpers.engine.language.choice import language_in

ROOT = Path(__file__).resolve().parents[1]
CACHE = ROOT / "build" / "executed"
MINUTES = 15  # for one cell: the machines of a continuous integration are slow


def executed(path, cache=CACHE):
    """Return a learner's notebook with its outputs; exercises are as empty as the learner gets them.

    After each failed check a notebook goes on with the course's function, so every figure is there and no solution is.
    """
    language = language_in(path) or "en"
    cache = cache if language == "en" else cache / language
    kept = cache / f"{path.stem}-{state(path, language)}.ipynb"
    if kept.exists():
        return nbformat.read(kept, as_version=4)
    print(f"executing {path.relative_to(ROOT)} …", flush=True)
    notebook = nbformat.read(path, as_version=4)
    nbclient.NotebookClient(
        notebook,
        timeout=60 * MINUTES,
        resources={"metadata": {"path": str(ROOT / "notebooks")}},
        extra_arguments=["--IPKernelApp.log_level=ERROR"],
    ).execute(env=os.environ | {"COURSE_LANGUAGE": language})
    if failed := [cell.id for cell in notebook.cells if cell.cell_type == "code" and has_error(cell)]:
        raise SystemExit(f"{path.name}: these cells end in an error: {', '.join(failed)}")
    cache.mkdir(parents=True, exist_ok=True)
    for old in cache.glob(f"{path.stem}-*.ipynb"):
        old.unlink()
    nbformat.write(notebook, kept)
    return notebook


def state(path, language):
    """Return a hash over a notebook, everything of the course that it uses, and the translations, if it needs any."""
    name = nbformat.read(path, as_version=4).metadata.course.notebook
    digest = hashlib.sha256(path.read_bytes() + built_from(name).encode())
    for translation in sorted((ROOT / "helpers").glob(f"*/*{language}.json")):
        digest.update(translation.read_bytes())
    return digest.hexdigest()[:12]
