"""The alternative texts of figures: collected from the captions, and given to the pictures that the cells draw."""

import pytest

from helpers.engine.build.descriptions import description, descriptions_of, stored_at, with_descriptions
from helpers.engine.build.sources import SourceCell, read_source
from helpers.engine.course import course
from helpers.figures import alternative_text
from helpers.figures.alternative_text import described, descriptions, fingerprint, source_of

CELLS = [
    SourceCell("code", "ax = plot()\n", "a-1"),
    SourceCell("prose", "*A line that\nrises, w = `2`.* <!-- claim: 99-a -->\n\nMore *text*.", "a-2"),
    SourceCell("code", "x = 1", "a-3"),
    SourceCell("prose", "**Predict:** nothing *drawn* here.", "a-4"),
]


@pytest.mark.parametrize(
    "text, told",
    [
        ("*One line.*", "One line."),
        ("*Falls. <!-- claim: 99-a --> Look at $x$.*\n\nMore.", "Falls. Look at x."),
        ("*Look for the V.* <!-- alt: A V\nof two lines. --> Why?", "A V of two lines."),
        ("No caption. <!-- alt: A V. -->", ""),
        ("**Bold** is no *caption*.", ""),
    ],
)
def test_a_description_is_the_caption_or_its_comment(text, told):
    assert description(text) == told


def test_only_cells_with_a_caption_are_described():
    assert descriptions_of(CELLS) == {fingerprint("ax = plot()"): "A line that rises, w = 2."}


def test_the_other_notebooks_keep_their_descriptions():
    name = course().source_names()[1]
    cells, _ = read_source(name)
    assert with_descriptions(name, cells) == stored_at().read_text(encoding="utf-8")


@pytest.fixture
def told(monkeypatch):
    texts = {fingerprint("plot()"): 'A "V".'}
    monkeypatch.setattr(alternative_text, "descriptions", lambda: texts)


def shown(source, data, metadata=None):
    """Return the data of a display message after the alternative text was added."""
    message = {"content": {"data": dict(data), "metadata": metadata or {}}}
    return described(message, source)["content"]["data"]


def test_a_picture_gets_its_text(told):
    assert shown("plot()\n", {"image/png": "AB\nC="}) == {
        "image/png": "AB\nC=",
        "text/html": '<img alt="A &quot;V&quot;." src="data:image/png;base64,ABC=">',
    }
    sized = shown("plot()", {"image/png": "A"}, {"image/png": {"width": 300, "height": 200}})
    assert 'width="300" height="200"' in sized["text/html"]


@pytest.mark.parametrize(
    "source, data",
    [
        ("plot(2)", {"image/png": "A"}),
        ("plot()", {"text/plain": "A"}),
        ("plot()", {"image/png": "A", "text/html": "<b>"}),
    ],
)
def test_everything_else_is_left_as_it_is(told, source, data):
    assert shown(source, data) == data


def test_a_message_that_runs_no_cell_has_no_source():
    assert source_of({"content": {"code": "x"}}) == "x"
    assert source_of({"content": {}}) == source_of(None) == ""


def test_every_description_is_known_by_its_cell():
    assert len(descriptions()) > 100


def test_the_head_of_a_column_is_no_formula_alone():
    """A reader that speaks the page says nothing for a formula there; `make site` shows notebooks and tables."""
    heads = []
    for name in course().source_names():
        for cell in read_source(name)[0]:
            lines = cell.source.splitlines() if cell.role == "prose" else ()
            for head, below in zip(lines, lines[1:], strict=False):
                if head.startswith("|") and set(below) <= set("|-: ") and "---" in below:
                    heads += [entry.strip() for entry in head.strip("|").split("|")]
    assert len(heads) > 20
    assert not [
        head for head in heads if head.startswith("$") and head.count("$") == 2 and head.endswith("$")
    ]
