"""Reading the file of a notebook, the same for both graders; a file that is something else is told what it is."""

import json
import re

from helpers.engine.build.cells import text_of
from helpers.engine.grade.result import GradingError, storable

NEWEST_FORMAT = 4  # of notebooks
MOST_CELL = 50_000  # characters of one cell
MOST_CODE = 2_000_000  # characters of all code cells
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


def read_cells(content):
    """Return (code cells as dicts, metadata) of the bytes of a notebook; `GradingError` says what else they are."""
    data = loaded(content)
    cells = [plain_cell(cell) for cell in cells_of(data) if isinstance(cell, dict)]
    if sum(len(cell["source"]) for cell in cells) > MOST_CODE:
        raise GradingError(f"its code is longer than {MOST_CODE} characters")
    return cells, data["metadata"] if isinstance(data.get("metadata"), dict) else {}


def language_of(metadata):
    """Return the language of a notebook as a field of its grade, or nothing if it is English."""
    course = metadata.get("course")
    language = course.get("language") if isinstance(course, dict) else None
    return {"language": language} if isinstance(language, str) and len(language) < 10 else {}


def loaded(content):
    """Return the JSON object in the bytes of a notebook."""
    if not content.strip(b"\0 \t\r\n"):
        raise GradingError(
            "the file is empty" if not content else "the file holds nothing but blanks or zeros"
        )
    for start, what in OTHER_FILES:
        if content.startswith(start):
            raise GradingError(f"it is {what}, not a notebook")
    text = decoded(content)
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise GradingError(f"it cannot be read as a notebook: {what_else(content, text, error)}") from None
    if not isinstance(data, dict):
        raise GradingError(f"it cannot be read as a notebook: it is JSON, but a {type(data).__name__}")
    return data


def decoded(content):
    """Return the text of a file in UTF-8, or in UTF-16 if it starts with a byte order mark."""
    encoding = OTHER_ENCODINGS.get(content[:2], "utf-8-sig")
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise GradingError(
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
        raise GradingError(f"it is in format {version} of notebooks, which is newer than the grader knows")
    if isinstance(data.get("cells"), list):
        return data["cells"]
    if isinstance(sheets, list):
        return [
            c for s in sheets if isinstance(s, dict) and isinstance(s.get("cells"), list) for c in s["cells"]
        ]
    if isinstance(version, int) and version < 3:
        raise GradingError(
            f"it is in format {version} of notebooks, from the time of Python 2; open it in Jupyter and save it"
        )
    raise GradingError("it cannot be read as a notebook: it is JSON, but has no cells")


def plain_cell(cell):
    """Return a cell with only the parts that count, each of the type it should have; prose is left empty."""
    source = cell.get("source", cell.get("input", ""))
    if cell.get("cell_type") != "code" or not isinstance(source, (str, list)):
        return {"cell_type": None, "source": ""}
    metadata = cell.get("metadata")
    metadata = metadata if isinstance(metadata, dict) else {}
    return {
        "cell_type": "code",
        "id": cell.get("id") if isinstance(cell.get("id"), str) else None,
        "metadata": {"exercise": metadata["exercise"]} if isinstance(metadata.get("exercise"), str) else {},
        "source": unmarked(storable(text_of({"source": source})[:MOST_CELL])),
    }


def unmarked(source):
    """Return a source as an editor saves it: without a byte order mark, and with one kind of line end."""
    return source.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
