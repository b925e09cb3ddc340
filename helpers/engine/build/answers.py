"""Finding a learner's exercise cells in a notebook, however it was moved, copied or rewritten."""

import ast
import re
import warnings
from dataclasses import dataclass
from functools import lru_cache

SMALL = 10_000  # characters of a cell of which many are remembered


@dataclass(frozen=True)
class Found:
    """The source handed in for one exercise, or None, and a note where that needs a word."""

    source: str = None
    note: str = None


def find_all(cells, stubs):
    """Return {exercise: `Found`} for the empty answers {exercise: stub}."""
    some = {name: [] for name in stubs}
    for cell in cells:
        for name in may_answer(cell) & stubs.keys():
            some[name].append(cell)
    return {name: find(some[name], name, stub) for name, stub in stubs.items()}


def may_answer(cell):
    """Return the names that a cell is marked with or defines."""
    if cell.get("cell_type") != "code":
        return set()
    marks = (cell.get("id"), (cell.get("metadata") or {}).get("exercise"))
    return top_names(text_of(cell)) | {str(mark).replace("-", "_") for mark in marks}


def find(cells, name, stub):
    """Return the `Found` answer to exercise `name` among notebook cells (dicts with cell_type, id, metadata, source).

    A cell belongs to the exercise by its id, by its metadata, or because it defines the name. Copies of the
    empty stub do not count, nor do equal copies; two different answers are a note and no answer.
    """
    code = [cell for cell in cells if cell.get("cell_type") == "code" and not is_check(text_of(cell), name)]
    marked = [cell for cell in code if is_marked(cell, name)]
    defining = [cell for cell in code if name in top_names(text_of(cell))]
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
    if "check(" not in source:
        return False
    code = re.sub(r"#.*", "", source).strip()
    pattern = rf"(?:{name}\s*=\s*)?check\([^()]*\b{name}\b[^()]*\)"
    return len(code) < 1000 and re.fullmatch(pattern, code) is not None


def top_names(source):
    """Return the names that a cell defines at its top level; lines of IPython syntax are passed over."""
    return names_of_small(source) if len(source) < SMALL else names_of_large(source)


def names_defined(source):
    """Return the names of `top_names`, read from the source."""
    tree = parsed(source) or parsed(without_magics(source))
    if tree is None:
        return set(re.findall(r"^(?:async )?def (\w+)", source, re.M))
    return {name for node in tree.body for name in bound(node)}


names_of_small = lru_cache(maxsize=1000)(names_defined)  # the cells of a notebook are asked for each exercise
names_of_large = lru_cache(maxsize=50)(names_defined)


def bound(node):
    """Return the names that a statement defines."""
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        return [node.name]
    if isinstance(node, (ast.Import, ast.ImportFrom)):
        return [alias.asname or alias.name for alias in node.names]
    targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
    return [target.id for target in targets if isinstance(target, ast.Name)]


def parsed(source):
    """Return the syntax tree of a source, or None where it is not Python."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def without_magics(source):
    """Return a source with IPython's lines replaced by `pass`; one that is Python as it stands is left alone."""
    if parsed(source) is not None:
        return source
    return "\n".join(
        line[: len(line) - len(line.lstrip())] + "pass" if is_magic(line) else line
        for line in source.split("\n")
    )


def is_magic(line):
    """Return whether a line is IPython's: a magic, a shell command (also one assigned), a request for help."""
    code = line.strip()
    if code.startswith(("%", "!", "?")) or code.endswith("?") and not code.startswith("#"):
        return True
    target, _, value = code.partition("=")
    return value.lstrip()[:1] in ("%", "!") and target.strip().isidentifier()


def absent(name):
    """Return the function that stands for an exercise whose cell did not run or is missing."""

    def function(*args, **kwargs):
        raise NotImplementedError(f"{name} is not written yet")

    function.__name__ = name
    return function
