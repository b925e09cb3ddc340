"""Reading the file of a notebook, the same for both graders."""

from helpers.engine.build.cells import text_of
from helpers.engine.build.notebook_file import UnreadableError, cells_of, loaded
from helpers.engine.grade.result import GradingError, storable

MOST_CELL = 50_000  # characters of one cell
MOST_CODE = 2_000_000  # characters of all code cells


def read_cells(content):
    """Return (code cells as dicts, metadata) of the bytes of a notebook; `GradingError` says what else they are."""
    try:
        data = loaded(content)
        cells = [plain_cell(cell) for cell in cells_of(data) if isinstance(cell, dict)]
    except UnreadableError as error:
        raise GradingError(str(error)) from None
    if sum(len(cell["source"]) for cell in cells) > MOST_CODE:
        raise GradingError(f"its code is longer than {MOST_CODE} characters")
    return cells, data["metadata"] if isinstance(data.get("metadata"), dict) else {}


def language_of(metadata):
    """Return the language of a notebook as a field of its grade, or nothing if it is English."""
    course = metadata.get("course")
    language = course.get("language") if isinstance(course, dict) else None
    return {"language": language} if isinstance(language, str) and len(language) < 10 else {}


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
