"""Grading one notebook: every way in which a learner may hand it in, and what one mistake costs."""

import dataclasses
import io
import json
import os
import subprocess
import sys
from types import SimpleNamespace
from xml.etree import ElementTree

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell

from helpers.engine.build.answers import find
from helpers.engine.check.exercise import Quiz, mistaken, patched, solution_source
from helpers.engine.course import course
from helpers.engine.grade.__main__ import main
from helpers.engine.grade.graft import graft
from helpers.engine.grade.item_analysis import Analysis
from helpers.engine.grade.one_notebook import grade_notebook
from helpers.engine.grade.reference import exercises_of, notebook_names, stubs_of
from helpers.engine.grade.report import as_html
from helpers.engine.grade.result import ExerciseResult, Grade, GradingError
from helpers.engine.grade.similarity import Group

NAME = "02_logistic_regression"


def empty():
    return nbformat.read(course().notebooks / f"{NAME}.ipynb", as_version=4)


def solutions():
    """Return {exercise: the solved cell's source} of the reference."""
    reference = nbformat.read(course().references / f"{NAME}.ipynb", as_version=4)
    return {c.metadata.exercise: c.source for c in reference.cells if c.metadata.get("exercise")}


def handed_in(tmp_path, change):
    """Return the path of a learner's notebook after `change(notebook)`."""
    notebook = empty()
    change(notebook)
    path = tmp_path / "ada.ipynb"
    nbformat.write(notebook, path)
    return path


def solve(notebook, **other):
    """Write the solutions into the exercise cells, with other sources for some."""
    answers = {**solutions(), **other}
    for cell in notebook.cells:
        if cell.metadata.get("exercise"):
            cell.source = answers[cell.metadata.exercise]


def lost(graded):
    return {r.exercise for r in graded.results if not r.right}


def strip_identity(notebook):
    for number, cell in enumerate(notebook.cells):
        cell.id, cell.metadata = f"cell-{number}", nbformat.from_dict({})


def test_solutions_pasted_in_by_cell_get_full_marks_and_the_file_is_only_read(tmp_path):
    path = handed_in(tmp_path, solve)
    before = path.read_bytes(), path.stat().st_mtime_ns
    graded = grade_notebook(path)
    assert lost(graded) == set() and graded.earned == graded.points
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before


def test_solutions_found_by_name_in_another_order_with_extra_cells_and_edited_checks_get_full_marks(tmp_path):
    def shuffle(notebook):
        solve(notebook)
        strip_identity(notebook)
        for cell in notebook.cells:
            if "= check(" in cell.source:
                cell.source = "print('all right')  # NBVAL_SKIP"
        notebook.cells = [new_code_cell("1 / 0"), new_markdown_cell("hello"), *reversed(notebook.cells)]
        notebook.metadata = {}

    path = handed_in(tmp_path, shuffle).rename(tmp_path / f"ada_{NAME}.ipynb")
    graded = grade_notebook(path)
    assert lost(graded) == set()
    assert any("found by its name" in note for note in graded.notes)


def test_one_wrong_function_costs_exactly_its_own_points(tmp_path):
    exercise = graft(course().notebooks / f"{NAME}.ipynb").exercises["sigmoid"]
    mistake = exercise.mistakes[0]
    wrong = patched(solution_source(exercise), [mistake])
    graded = grade_notebook(handed_in(tmp_path, lambda n: solve(n, sigmoid=wrong)))
    assert lost(graded) == {"sigmoid"}
    result = next(r for r in graded.results if r.exercise == "sigmoid")
    assert result.mistakes == (mistake.name,) and mistake.why in result.reason
    assert 0 <= result.earned < result.points


def test_a_cell_that_raises_ends_or_does_not_parse_costs_only_its_own_points(tmp_path):
    bad = {"sigmoid": "def sigmoid(z:\n  return", "loss": "import os\nos._exit(1)", "cost": "1 / 0"}
    graded = grade_notebook(handed_in(tmp_path, lambda n: solve(n, **bad)))
    assert lost(graded) == set(bad)
    reasons = {r.exercise: r.reason for r in graded.results}
    assert "SyntaxError" in reasons["sigmoid"] and "ZeroDivisionError" in reasons["cost"]
    assert "kernel died" in reasons["loss"]


def test_comments_that_steer_nbval_cannot_matter(tmp_path):
    marked = {"sigmoid": "# NBVAL_SKIP\ndef sigmoid(z):\n    return 3"}
    assert lost(grade_notebook(handed_in(tmp_path, lambda n: solve(n, **marked)))) == {"sigmoid"}


def test_an_untouched_notebook_gets_no_points_and_status_1(tmp_path, capsys):
    path = handed_in(tmp_path, lambda n: None)
    assert main([str(path), "--out", str(tmp_path / "reports")]) == 1
    assert "not written yet" in capsys.readouterr().out
    data = json.loads((tmp_path / "reports" / "ada.json").read_text(encoding="utf-8"))
    assert data["earned"] == 0 and all(r["earned"] == 0 for r in data["results"])
    suite = ElementTree.parse(tmp_path / "reports" / "ada.xml").getroot()
    assert suite.get("failures") == suite.get("tests") == str(len(data["results"]))
    page = (tmp_path / "reports" / "ada.html").read_text(encoding="utf-8")
    assert "<title>02_logistic_regression: 0 of" in page


@pytest.mark.parametrize("content", [None, "", "{", "[]", '{"cells": 3}', "<html>", '{"nbformat": 99}'])
def test_a_file_that_is_not_a_notebook_is_reported_in_a_sentence(tmp_path, capsys, content):
    path = tmp_path / "ada.ipynb"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    assert main([str(path)]) == 2
    assert capsys.readouterr().err.startswith(f"error: {path}")


def test_a_notebook_of_another_course_is_refused(tmp_path):
    path = tmp_path / "poem.ipynb"
    nbformat.write(nbformat.v4.new_notebook(), path)
    with pytest.raises(GradingError, match="poem is no notebook of this course; they are: 0"):
        graft(path)


STUB = 'def f(x):\n    """Return x."""\n    raise NotImplementedError'
IN_CHINESE = STUB.replace("Return x.", "返回 x。")
MINE = "def f(x):\n    return x"


def cell(source, **more):
    return {"cell_type": "code", "metadata": {}, "source": source, **more}


@pytest.mark.parametrize(
    "cells, source, note",
    [
        ([cell(MINE, id="f")], MINE, None),
        ([cell(MINE, metadata={"exercise": "f"})], MINE, None),
        ([cell(MINE)], MINE, "found by its name"),
        ([cell(STUB, id="f"), cell(MINE)], MINE, "found by its name"),
        ([cell(IN_CHINESE, id="f"), cell(MINE)], MINE, "found by its name"),
        ([cell(STUB), cell(IN_CHINESE, id="f")], STUB, "found by its name"),
        ([cell(f"f = 0x{'9' * 5000}", id="f"), cell(MINE)], MINE, "found by its name"),
        ([cell(MINE, id="f"), cell("f = f(3)"), cell("f = np.mean(f)"), cell("f = g(f)")], MINE, None),
        ([cell(MINE, id="f"), cell("f = lambda x: 0")], None, "2 different answers"),
        ([cell(MINE, id="f"), cell(MINE)], MINE, None),
        ([cell(MINE, id="f"), cell(MINE.replace("x", "y"))], None, "2 different answers"),
        ([cell(STUB, id="f")], STUB, None),
        ([cell("g = 3", id="f")], "g = 3", "does not define"),
        ([cell("f = lambda x: x", id="f")], "f = lambda x: x", None),
        ([cell("%time 3\ndef f(x): return x", id="f")], "%time 3\ndef f(x): return x", None),
        ([cell("def f(x:\n", id="f")], "def f(x:", None),
        ([cell("f = check(f)", id="check-f")], None, "no cell of the notebook defines it"),
        ([cell(["def f(x):\n", "    return x"], id="f")], MINE, None),
        ([{"cell_type": "markdown", "source": MINE}], None, "no cell"),
        ([cell(None, id="f", metadata=None)], "", "does not define"),
    ],
)
def test_an_answer_is_found_wherever_it_went(cells, source, note):
    found = find(cells, "f", STUB)
    assert found.source == source
    assert (found.note is None) if note is None else (note in found.note)


def test_a_quiz_in_chinese_without_answers_is_no_answer():
    empty, chinese, mine = (
        'q = {"cat": ..., "dog": ...}',
        'q = {"猫": ..., "狗": ...}',
        'q = {"猫": 1, "狗": ...}',
    )
    assert find([cell(chinese, id="q"), cell(mine)], "q", empty).source == mine


def test_a_letter_of_another_alphabet_in_a_name_is_named():
    written = MINE.replace("def f", "def \u0441ost")
    assert (
        "'\u0441' is CYRILLIC SMALL LETTER ES, not 'c'" in find([cell(written, id="cost")], "cost", STUB).note
    )
    assert "like it" not in find([cell(written.replace("ost", "osts"), id="cost")], "cost", STUB).note


def test_the_graft_of_every_reference_is_complete():
    for path in course().references.glob("*.ipynb"):
        grafted = graft(path)
        assert not grafted.notes
        for name, exercise in grafted.exercises.items():
            assert isinstance(exercise, Quiz) or mistaken(exercise)
            assert any(c.metadata.get("exercise") == name for c in grafted.notebook.cells)


def test_every_reference_carries_the_stubs_of_the_learners_notebook():
    for name in notebook_names():
        learner = nbformat.read(course().notebooks / f"{name}.ipynb", as_version=4)
        cells = [c for c in learner.cells if c.metadata.get("exercise")]
        assert stubs_of(name) == {c.metadata.exercise: c.source for c in cells}
        assert {*stubs_of(name)} == {*exercises_of(name)}


def test_importing_the_grader_leaves_other_packages_alone():
    modules = [
        f"helpers.engine.grade.{name}" for name in ("__main__", "one_submission", "class_run", "report")
    ]
    found = "[name for name, module in sys.modules.items() if module is None]"
    code = f"import sys, {', '.join(modules)}; print({found})"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"


ODD = "</pre><script>alert('1')</script>\0\ud800 `<b>`"


def odd_grade():
    """Return a grade in which everything a learner can write is odd."""
    exercise = SimpleNamespace(name="sigmoid", points=3)
    verdict = {"earned": 1.5, "passed": 1, "cases": 2, "state": "wrong", "line": "sigmoid: 1 of 2 <cases>"}
    verdict |= {"details": [["text", ODD], ["values", f"{ODD}\n{ODD}"]], "mistakes": [ODD]}
    result = ExerciseResult.from_verdict(exercise, verdict, ODD)
    return Grade(NAME, f"{ODD[:30]}.ipynb", results=(result,), notes=(ODD[:34],), sources={"sigmoid": "é"})


def test_a_grade_survives_json_and_utf_8():
    text = json.dumps(odd_grade().to_dict(), ensure_ascii=False).encode().decode()
    assert Grade.from_dict(json.loads(text)) == odd_grade()
    assert (odd_grade().earned, odd_grade().points, odd_grade().results[0].right) == (1.5, 3, False)


def test_an_answer_that_was_not_given_earns_nothing_whatever_its_verdict():
    exercise = SimpleNamespace(name="sigmoid", points=3)
    verdict = {**odd_grade().results[0].to_dict(), "details": [], "earned": 4}
    assert ExerciseResult.from_verdict(exercise, verdict).earned == 3
    assert ExerciseResult.from_verdict(exercise, verdict, answered=False).earned == 0
    missing = ExerciseResult.from_verdict(exercise, None, "the kernel died")
    assert (missing.earned, missing.state, missing.reason) == (0, "not graded", "the kernel died")


def test_nothing_a_learner_writes_is_markup_in_a_page():
    failed = Grade(NAME, "ada", status="failed", error=ODD)
    analysis = Analysis()
    for grade in (odd_grade(), failed):
        analysis.add(SimpleNamespace(place=grade.file, grade=grade))
    pages = [
        as_html(odd_grade()),
        as_html(failed),
        analysis.page([Group(ODD, (ODD, ODD))], [ODD], [ODD], [ODD]),
    ]
    for page in pages:
        assert page.count("<script") == 0 and "&lt;script&gt;" in page
        assert "<b>" not in page and page.count("<main>") == 1
    assert "<code>&lt;b&gt;</code>" in pages[0]


def test_an_analysis_without_mistakes_has_no_table_of_mistakes():
    right = dataclasses.replace(odd_grade().results[0], earned=3)
    analysis = Analysis()
    analysis.add(SimpleNamespace(place="ada", grade=dataclasses.replace(odd_grade(), results=(right,))))
    page = analysis.page([], [])
    assert "The median is 3 of 3 points." in page and "<table>" not in page


class Full(io.RawIOBase):
    """A disk without space."""

    def writable(self):
        return True

    def write(self, _):
        raise OSError("no space left on device")


@pytest.mark.parametrize("stream, status", [(io.BytesIO, 1), (Full, 2)])
def test_the_stream_of_a_run_never_costs_its_report(tmp_path, monkeypatch, stream, status):
    monkeypatch.setattr("helpers.engine.grade.one_notebook.grade_notebook", lambda *_: odd_grade())
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(stream(), encoding="cp1252", write_through=True))
    assert main([str(tmp_path / "ada.ipynb"), "--out", str(tmp_path / "reports")]) == status
    assert len(list((tmp_path / "reports").iterdir())) == 3


def test_a_kernel_that_cannot_start_is_no_grade_and_the_reports_are_kept(tmp_path, monkeypatch, capsys):
    (tmp_path / "ipykernel_launcher.py").write_text("raise OSError('no room')", encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path), prepend=os.pathsep)
    path, out = handed_in(tmp_path, solve), tmp_path / "reports"
    out.mkdir()
    (out / "ada.html").write_text("the former", encoding="utf-8")
    assert main([str(path), "--out", str(out)]) == 2
    error = capsys.readouterr().err
    assert "nothing could be graded: OSError: no room" in error
    assert [p.read_text(encoding="utf-8") for p in out.iterdir()] == ["the former"]


def test_the_folder_of_the_reports_is_looked_at_first(tmp_path, monkeypatch, capsys):
    def grade(*_):
        raise AssertionError("graded in vain")

    monkeypatch.setattr("helpers.engine.grade.one_notebook.grade_notebook", grade)
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert main([str(tmp_path / "ada.ipynb"), "--out", str(tmp_path / "file" / "reports")]) == 2
    error = capsys.readouterr().err
    assert "reports cannot be written" in error and "--out" in error and error.count("\n") == 1


def test_looking_at_the_folder_of_the_reports_leaves_nothing_there(tmp_path):
    assert main([str(tmp_path / "none.ipynb"), "--out", str(tmp_path / "new" / "reports")]) == 2
    assert not list(tmp_path.iterdir())
