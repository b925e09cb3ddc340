"""Finding a learner's exercise cells in a notebook, however it was moved, copied or rewritten."""

import ast
import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Found:
    """The source handed in for one exercise, or None, and a note where that needs a word."""

    source: str = None
    note: str = None


def find(cells, name, stub):
    """Return the `Found` answer to exercise `name` among notebook cells (dicts with cell_type, id, metadata, source).

    A cell belongs to the exercise by its id, by its metadata, or because it defines the name. Copies of the
    empty stub do not count, nor do equal copies; two different answers are a note and no answer.
    """
    code = [cell for cell in cells if cell.get("cell_type") == "code" and not is_check(text_of(cell), name)]
    marked = [cell for cell in code if is_marked(cell, name)]
    defining = [cell for cell in code if defines(text_of(cell), name)]
    answers = list(dict.fromkeys(text_of(cell).strip() for cell in defining))
    written = [answer for answer in answers if answer != stub.strip()] or answers
    if len(written) == 1:
        moved = not any(is_marked(cell, name) for cell in defining if text_of(cell).strip() == written[0])
        return Found(written[0], f"{name}: found by its name, in a cell of its own" if moved else None)
    if len(written) > 1:
        return Found(
            None, f"{name}: {len(written)} different answers in the notebook; leave one and hand in again"
        )
    if marked:
        return Found(text_of(marked[0]), f"{name}: its cell does not define `{name}`")
    return Found(None, f"{name}: no cell of the notebook defines it")


def text_of(cell):
    """Return the source of a cell as one string."""
    source = cell.get("source") or ""
    return source if isinstance(source, str) else "".join(map(str, source))


def is_marked(cell, name):
    """Return whether a cell carries the exercise's id or name."""
    metadata = cell.get("metadata") or {}
    return cell.get("id") in (name, name.replace("_", "-")) or metadata.get("exercise") == name


def is_check(source, name):
    """Return whether a cell is the check cell of an exercise."""
    code = re.sub(r"#.*", "", source).strip()
    return re.fullmatch(rf"(?:{name}\s*=\s*)?check\([^()]*\b{name}\b[^()]*\)", code) is not None


def defines(source, name):
    """Return whether a cell defines `name` at its top level; lines of IPython syntax are passed over."""
    try:
        body = ast.parse(without_magics(source)).body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return re.search(rf"^(?:async )?def {name}\b", source, re.M) is not None
    for node in body:
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)) and node.name == name:
            return True
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        if any(isinstance(target, ast.Name) and target.id == name for target in targets):
            return True
        if isinstance(node, (ast.Import, ast.ImportFrom)) and any(
            (a.asname or a.name) == name for a in node.names
        ):
            return True
    return False


def without_magics(source):
    """Return the source with IPython magics, shell lines and help requests left blank."""
    return re.sub(r"^\s*(?:[%!].*|.*\?\s*)$", "", source, flags=re.M)


def absent(name):
    """Return the function that stands for an exercise whose cell did not run or is missing."""

    def function(*args, **kwargs):
        raise NotImplementedError(f"{name} is not written yet")

    function.__name__ = name
    return function
