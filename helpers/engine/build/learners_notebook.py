"""A learner's notebook as `update` reads it: every cell of it, whatever other programs made of its file."""

from pathlib import Path

import nbformat

from helpers.engine.build.cells import text_of
from helpers.engine.build.notebook_file import UnreadableError, cells_of, identified, loaded
from helpers.engine.build.sources import exercise_package
from helpers.engine.course import AuthoringError, course
from helpers.engine.language import translated

KINDS = ("code", "markdown", "raw")


def read_old(path):
    """Return the learner's notebook and the name of its source."""
    try:
        if Path(path).exists() and not Path(path).is_file():
            raise AuthoringError(f"{path} is no file")
        data = loaded(Path(path).read_bytes())
        cells = [plain(cell) for cell in cells_of(data) if isinstance(cell, dict)]
    except FileNotFoundError:
        raise AuthoringError(f"{path}: there is no such file") from None
    except OSError as error:
        raise AuthoringError(f"{path} cannot be read: {error.strerror}") from None
    except UnreadableError as error:
        raise AuthoringError(f"{path}: {translated(str(error))}") from None
    names, metadata = course().source_names(), dict_in(data, "metadata")
    name = identified(metadata, Path(path).stem, cells, names, exercise_names)
    if name is None:
        raise AuthoringError(f"{path} is not a notebook of this course; these are: {', '.join(names)}")
    entry = dict_in(metadata, "course")
    metadata = {"course": {**entry, "hashes": dict_in(entry, "hashes")}}
    return nbformat.from_dict({"cells": cells, "metadata": metadata}), name


def exercise_names(name):
    """Return the names of a notebook's exercises, and of the few modules that lie beside them."""
    folder = course().module_path(f"{course().exercises}.{exercise_package(name)}")
    return {path.stem for path in folder.glob("*.py")}


def plain(cell):
    """Return a cell in the newest format, with only what has the form that it should have."""
    kind, source = cell.get("cell_type"), text_of({"source": cell.get("source", cell.get("input", ""))})
    if kind == "heading":  # of format 3
        level = cell.get("level")
        source = f"{'#' * (level if isinstance(level, int) else 1)} {source}"
    made = {"cell_type": kind if kind in KINDS else "markdown", "metadata": dict_in(cell, "metadata")}
    made["source"] = source.removeprefix("\ufeff").encode("utf-8", "replace").decode("utf-8")
    if isinstance(cell.get("id"), str):
        made["id"] = cell["id"]
    if attachments := dict_in(cell, "attachments"):
        made["attachments"] = attachments
    if kind == "code":
        outputs, number = cell.get("outputs"), cell.get("execution_count")
        outputs = [o for o in outputs if is_output(o)] if isinstance(outputs, list) else []
        made |= {"outputs": outputs, "execution_count": number if isinstance(number, int) else None}
    return made


def is_output(output):
    """Return whether an output is one in the newest format."""
    try:
        nbformat.validate(nbformat.from_dict(output), "output", version=4)
    except Exception:
        return False
    return True


def dict_in(found, key):
    """Return the dict at a key, or an empty one if something else is there."""
    value = found.get(key)
    return value if isinstance(value, dict) else {}


def with_own_ids(cells):
    """Give each cell an id that is its own, where it has none or one that is taken or not allowed."""
    taken = set()
    for number, cell in enumerate(cells, 1):
        allowed = cell.get("id", "").replace("-", "").replace("_", "").isalnum() and len(cell.id) <= 64
        if not allowed or not cell.id.isascii() or cell.id in taken:
            cell.id = f"own-{number}"
        taken.add(cell.id)
