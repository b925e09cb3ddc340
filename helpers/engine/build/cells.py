"""The source of one cell, whatever wrote it: its text, its syntax, and IPython's lines in it."""

import ast
import re
import textwrap
import warnings
from functools import lru_cache

SMALL = 2000  # characters; the trees of sources below this many are kept, since a grader asks for each several times

# A prompt of Python's or IPython's, as in what was copied from a console.
PROMPT = re.compile(r"^(?:(?:>>>|\.\.\.)(?: |$)|(?:In \[\d+\]| {2,}\.{3,}): ?)")
FIRST_PROMPT = re.compile(r"\s*(?:>>> |In \[\d+\]: )")
CELL_MAGIC = re.compile(r"\s*%%(\w+)")
PYTHON_MAGICS = ("time", "capture", "prun")  # of a whole cell that runs as without them


def text_of(cell):
    """Return the source of a cell as one string."""
    source = cell.get("source") or ""
    return source if isinstance(source, str) else "".join(map(str, source))


def parsed(source):
    """Return the syntax tree of a source, which is not to be changed, or None if it is not Python."""
    return kept_tree(source) if len(source) < SMALL else tree_of(source)


def tree_of(source):
    """Return a new syntax tree of a source, or None if it is not Python."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


kept_tree = lru_cache(maxsize=200)(tree_of)


def without_magics(source):
    """Return a source with IPython's lines replaced by `pass`, or unchanged if it is Python as it stands.

    A cell that is another program's, such as one of `%%writefile`, defines nothing. Prompts, and the spaces before
    all lines, do not count.
    """
    if parsed(source) is not None:
        return source
    if (magic := CELL_MAGIC.match(source)) and magic[1] not in PYTHON_MAGICS:
        return "pass"
    lines = textwrap.dedent(source).split("\n")
    if FIRST_PROMPT.match(source):
        lines = [PROMPT.sub("", line) for line in lines]
    return "\n".join(
        line[: len(line) - len(line.lstrip())] + "pass" if is_magic(line) else line for line in lines
    )


def is_magic(line):
    """Return whether a line is IPython's: a magic, a shell command (also one assigned), a request for help."""
    code = line.strip()
    if code.startswith(("%", "!", "?")) or code.endswith("?") and not code.startswith("#"):
        return True
    target, _, value = code.partition("=")
    return value.lstrip()[:1] in ("%", "!") and target.strip().isidentifier()


def absent(name):
    """Return the function that stands for an exercise whose cell is missing or did not run."""

    def function(*args, **kwargs):
        raise NotImplementedError(f"{name} is not written yet")

    function.__name__ = name
    return function
