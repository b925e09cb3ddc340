"""Zip files that are damaged, or cost far more to read than they are large, are problems of their owners only."""

import io
import zipfile

import pytest

from helpers.engine.grade import zips
from helpers.engine.grade.collect import find_submissions
from tests.hostile.attack import NAME, honest


def packed(entries, method=zipfile.ZIP_DEFLATED):
    """Return the bytes of a zip of (name, content)."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as archive:
        for name, content in entries:
            archive.writestr(name, content)
    return made.getvalue()


def damaged(content):
    """Return a zip with other bytes where the data of its first entry are."""
    return content[:60] + b"\xff" * 40 + content[100:]


INNER = packed([(f"{NAME}.ipynb", honest())])
CASES = {
    "entries": ([(f"{n}.txt", b"") for n in range(40)], "it holds more than 30 files"),
    "a long list of entries": (
        [(f"{n}{'x' * 500}.txt", b"") for n in range(20)],
        "it holds more than 30 files",
    ),
    "zips": ([(f"{n}.zip", INNER) for n in range(12)], "it holds more than 10 zip files"),
}


@pytest.mark.parametrize("case", CASES)
def test_a_zip_that_holds_too_much_costs_only_its_owner(tmp_path, monkeypatch, case):
    monkeypatch.setattr(zips, "MOST_ENTRIES", 30)
    monkeypatch.setattr(zips, "MOST_CONTENTS", 10_000)
    monkeypatch.setattr(zips, "MOST_ZIPS", 10)
    entries, problem = CASES[case]
    (tmp_path / "eve.zip").write_bytes(packed(entries))
    (tmp_path / f"ada_{NAME}.ipynb").write_text(honest())
    problems = {s.place: s.problem for s in find_submissions(tmp_path)}
    assert problems == {f"ada_{NAME}.ipynb": None, "eve.zip": f"the zip file cannot be read: {problem}"}


@pytest.mark.parametrize("entries", [[], [("work/", b"")]])
def test_who_hands_in_an_empty_zip_is_listed(tmp_path, entries):
    (tmp_path / "eve.zip").write_bytes(packed(entries))
    assert [(s.learner, s.problem) for s in find_submissions(tmp_path)] == [("eve", "the zip file is empty")]


def test_the_export_of_a_class_may_hold_any_number(tmp_path, monkeypatch):
    monkeypatch.setattr(zips, "MOST_ENTRIES", 3)
    monkeypatch.setattr(zips, "MOST_ZIPS", 3)
    (tmp_path / "export.zip").write_bytes(packed([(f"learner{n}.zip", INNER) for n in range(5)]))
    assert [s.problem for s in find_submissions(tmp_path / "export.zip")] == [None] * 5


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_zip_with_a_damaged_zip_in_it_is_a_problem_and_no_crash(tmp_path, method):
    (tmp_path / "eve.zip").write_bytes(damaged(packed([("inner.zip", INNER)], method)))
    (tmp_path / f"ada_{NAME}.ipynb").write_text(honest())
    problems = [s.problem for s in find_submissions(tmp_path) if s.place.startswith("eve")]
    assert len(problems) == 1 and problems[0].startswith("the zip file cannot be read")
