"""The file of a notebook, whoever reads it: a file that is something else is told what it is."""

import json
import re
from collections import Counter

from helpers.engine.build.answers import may_answer

NEWEST_FORMAT = 4  # of notebooks
CONFLICT = re.compile(rb"^(?:<{7}|={7}|>{7})(?: |\r?$)", re.MULTILINE)
OTHER_ENCODINGS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}  # by the first bytes of a file
OTHER_FILES = (
    (b"%PDF", "a PDF file"),
    (b"PK\x03\x04", "a zip file or an office document"),
    (b"\x1f\x8b", "a gzip file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"{\\rtf", "a text document in RTF format"),
)
FEWEST_EXERCISES = 2  # that identify a notebook


class UnreadableError(Exception):
    """A file that is no notebook, explained in one sentence."""


def loaded(content):
    """Return the JSON object in the bytes of a notebook."""
    if not content.strip(b"\0 \t\r\n"):
        raise UnreadableError(
            "the file is empty" if not content else "the file holds nothing but blanks or zeros"
        )
    for start, what in OTHER_FILES:
        if content.startswith(start):
            raise UnreadableError(f"it is {what}, not a notebook")
    text = decoded(content)
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UnreadableError(f"it cannot be read as a notebook: {what_else(content, text, error)}") from None
    if not isinstance(data, dict):
        raise UnreadableError(f"it cannot be read as a notebook: it is JSON, but a {type(data).__name__}")
    return data


def decoded(content):
    """Return the text of a file in UTF-8, or in UTF-16 if it starts with a byte order mark."""
    encoding = OTHER_ENCODINGS.get(content[:2], "utf-8-sig")
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise UnreadableError(
            f"it is not UTF-8, the encoding of notebooks (line {line}); save it again in Jupyter"
        ) from None


def what_else(content, text, error):
    """Return in words what a text is that is not JSON."""
    if found := CONFLICT.search(content):
        line = content.count(b"\n", 0, found.start()) + 1
        return f"line {line} is a conflict marker of Git; resolve the conflict and hand in again"
    start = text.lstrip()[:500].lower()
    if start.startswith(("<!doctype html", "<html", "<?xml", "<head")):
        title = re.search(r"<title[^>]*>([^<]{1,80})", text[:20_000], re.IGNORECASE)
        named = f' with the title "{" ".join(title[1].split())}"' if title else ""
        return f"it is a web page{named}, perhaps the login page that a download without login gives"
    if start.startswith("version https://git-lfs"):
        return "it is a pointer of Git LFS, not the file itself"
    if re.search(r"^(?:import|from|def|#|print)\b|^# ?%%", text[:20_000], re.MULTILINE) and start[:1] != "{":
        return "it is a Python script; hand in the notebook itself, .ipynb"
    if isinstance(error, RecursionError):
        return "it is nested too deeply"
    if start[:1] == "{" and isinstance(error, json.JSONDecodeError) and error.pos >= len(text.rstrip()) - 1:
        return "its end is missing, as after an interrupted download"
    line = getattr(error, "lineno", 1)
    return f"it is not JSON (line {line})"


def cells_of(data):
    """Return the list of cells of a notebook, also of one in format 3, which has them in worksheets."""
    version, sheets = data.get("nbformat"), data.get("worksheets")
    if isinstance(version, int) and version > NEWEST_FORMAT:
        raise UnreadableError(f"it is in format {version} of notebooks, which is newer than the grader knows")
    if isinstance(data.get("cells"), list):
        return data["cells"]
    if isinstance(sheets, list):
        return [
            c for s in sheets if isinstance(s, dict) and isinstance(s.get("cells"), list) for c in s["cells"]
        ]
    if isinstance(version, int) and version < 3:
        raise UnreadableError(
            f"it is in format {version} of notebooks, from the time of Python 2; open it in Jupyter and save it"
        )
    raise UnreadableError("it cannot be read as a notebook: it is JSON, but has no cells")


def identified(metadata, stem, cells, names, exercises):
    """Return which of some notebooks this is, by its metadata, its file name, else its exercises; None if none is.

    exercises: returns the names of the exercises of a notebook
    """
    entry = metadata.get("course", {})
    for guess in (entry.get("notebook") if isinstance(entry, dict) else None, stem):
        if guess in names:
            return guess
    if (within := [name for name in names if name in stem]) and len(within) == 1:
        return within[0]
    found = set().union(*map(may_answer, cells))
    numbers = Counter({name: n for name in names if (n := len(found & exercises(name))) >= FEWEST_EXERCISES})
    if numbers and list(numbers.values()).count(max(numbers.values())) == 1:
        return numbers.most_common(1)[0][0]
    return None
