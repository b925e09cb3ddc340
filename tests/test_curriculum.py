"""The tables of docs/curriculum.md: every topic explained, shown and exercised, in cells that exist."""

import re

import nbformat
import pytest

from helpers.engine.course import course

NOTEBOOKS = course().root / "notebooks"
LINE = re.compile(r"^\| ([SB]\d+): [^|]+ \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$", re.M)
CELL = re.compile(r"`(\d\d):([\w-]+)`")


def rows():
    """Return [(topic, explained, shown, exercised)] of both tables, the last three as lists of (notebook, cell id)."""
    text = (course().root / "docs" / "curriculum.md").read_text(encoding="utf-8")
    return [(topic, *map(CELL.findall, columns)) for topic, *columns in LINE.findall(text)]


def kinds():
    """Return {(notebook, cell id): what kind of cell it is}."""
    found = {}
    for path in NOTEBOOKS.glob("[0-9]*.ipynb"):
        cells = nbformat.read(path, as_version=4).cells
        checked = {cell.id.removeprefix("check-") for cell in cells if cell.id.startswith("check-")}
        for cell in cells:
            found[path.name[:2], cell.id] = "exercise" if cell.id in checked else cell.cell_type
    return found


def test_every_section_of_the_lecture_notes_has_its_line():
    topics = [topic for topic, *_ in rows()]
    assert [topic for topic in topics if topic[0] == "S"] == [f"S{k}" for k in range(1, 34)]
    assert [topic for topic in topics if topic[0] == "B"] == [f"B{k}" for k in range(1, len(topics) - 32)]


@pytest.mark.parametrize(("column", "kind"), [(0, "markdown"), (1, "code"), (2, "exercise")])
def test_every_topic_has_cells_of_the_right_kind(column, kind):
    have = kinds()
    for topic, *columns in rows():
        assert columns[column], topic
        assert {cell: have.get(cell) for cell in columns[column]} == dict.fromkeys(columns[column], kind), (
            topic
        )


def test_every_exercise_belongs_to_a_topic():
    named = {cell for _, _, _, exercised in rows() for cell in exercised}
    assert sorted(cell for cell, kind in kinds().items() if kind == "exercise" and cell not in named) == []
