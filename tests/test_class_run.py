"""Grading a class: collecting, regrading, the files that a teacher gets, and interrupted runs."""

import csv
import io
import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
import zipfile

import pytest

from helpers.engine.course import course
from helpers.engine.grade import class_run
from helpers.engine.grade.__main__ import main
from helpers.engine.grade.class_reports import write_class_reports
from helpers.engine.grade.class_run import grade_class
from helpers.engine.grade.collect import find_submissions
from helpers.engine.grade.executors import LocalExecutor
from helpers.engine.grade.exports import MOODLE, without_formula
from helpers.engine.grade.gradebook import Gradebook
from helpers.engine.grade.one_submission import grade_submission
from helpers.engine.grade.result import Grade, GradingError
from tests.hostile.attack import NAME, RIGHT, TARGET, honest, notebook, target, with_cell

FILE = f"{NAME}.ipynb"
# Right where there are two classes, in one of the cases that are drawn.
WRONG = "def accuracy(predictions, labels):\n    return 1 - np.mean(np.abs(predictions - labels))"


@pytest.fixture(autouse=True)
def a_sandbox_everywhere(monkeypatch):
    """Let the command run where layers of the sandbox are missing, too: these tests are about what it does then."""
    if sys.platform != "linux":
        monkeypatch.setattr("helpers.engine.sandbox.self_test.layers_in_force", lambda: ([], []))


def put(folder, *places, content=None):
    """Write a notebook to places below a folder."""
    for place in places:
        path = folder / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content or honest().encode())


def zipped(*places):
    """Return the bytes of a zip with a notebook at each place."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for place in places:
            archive.writestr(place, honest())
    return packed.getvalue()


def learners(folder):
    """Return [(learner, identity, form, problem)] of what is collected."""
    return [(s.learner, s.identity, s.form, s.problem) for s in find_submissions(folder)]


@pytest.mark.parametrize(
    "place, learner, identity, form",
    [
        (f"ada/{FILE}", "ada", "", "plain"),
        ("ada.ipynb", "ada", "", "plain"),
        (f"ada/week1/{FILE}", "ada", "", "nbgrader"),
        (f"lovelaceada_1234_99887_{FILE}", "lovelaceada", "1234", "canvas"),
        (f"lovelaceada_LATE_1234_99887_{NAME}-1.ipynb", "lovelaceada", "1234", "canvas"),
        (f"Ada Lovelace_5678_assignsubmission_file_/{FILE}", "Ada Lovelace", "5678", "moodle"),
        (f"Ada Lovelace_5678_assignsubmission_file_{FILE}", "Ada Lovelace", "5678", "moodle"),
        ("Zoë/Übung.ipynb", "Zoë", "", "plain"),
    ],
)
def test_learners_are_read_from_every_form_in_folders_and_zips(tmp_path, place, learner, identity, form):
    put(tmp_path / "folder", place)
    assert learners(tmp_path / "folder") == [(learner, identity, form, None)]
    (tmp_path / "all.zip").write_bytes(zipped(place))
    assert learners(tmp_path / "all.zip") == [(learner, identity, form, None)]
    assert find_submissions(tmp_path / "all.zip")[0].read_bytes() == honest().encode()


def test_zips_of_learners_are_read_also_inside_the_zip_of_a_course_system(tmp_path):
    put(tmp_path / "in", "ada.zip", content=zipped(FILE))
    assert learners(tmp_path / "in") == [("ada", "", "plain", None)]
    with zipfile.ZipFile(tmp_path / "moodle.zip", "w") as archive:
        archive.writestr("Ada Lovelace_5678_assignsubmission_file_/work.zip", zipped(f"my work/{FILE}"))
    (found,) = find_submissions(tmp_path / "moodle.zip")
    assert (found.learner, found.identity, found.read_bytes()) == ("Ada Lovelace", "5678", honest().encode())


def test_two_learners_with_the_same_name_are_kept_apart_by_their_ids(tmp_path):
    put(tmp_path, f"Ada_1_assignsubmission_file_/{FILE}", f"Ada_2_assignsubmission_file_/{FILE}")
    put(tmp_path, f"ada/a/{FILE}", f"ada/b/{FILE}")
    found = find_submissions(tmp_path)
    assert {(s.learner, s.identity) for s in found} == {("Ada", "1"), ("Ada", "2"), ("ada", "")}


@pytest.mark.parametrize(
    "own",
    ["eve.zip", "eve_1_2_work.zip", "Eve_1_assignsubmission_file_/work.zip"],
    ids=["plain", "canvas", "moodle"],
)
def test_nobody_hands_in_for_another_by_names_inside_a_zip(tmp_path, own):
    others = [f"Ada_5_assignsubmission_file_/{FILE}", f"ada_5_77_{FILE}"]
    put(tmp_path, own, content=zipped(*others))
    put(tmp_path, f"Ada_5_assignsubmission_file_/{FILE}")
    assert {(s.learner.lower()[:3], s.identity) for s in find_submissions(tmp_path)} <= {
        ("ada", "5"),
        ("eve", "1"),
        ("eve", ""),
    }
    assert sum(s.identity == "5" for s in find_submissions(tmp_path)) == 1


def test_a_notebook_named_like_an_export_stays_with_the_learner_whose_folder_it_is_in(tmp_path):
    put(tmp_path, f"ada/homework_3_{FILE}", f"bob/homework_3_{FILE}")
    assert {(s.learner, s.identity) for s in find_submissions(tmp_path)} == {("ada", ""), ("bob", "")}


def test_an_export_inside_one_folder_is_recognized(tmp_path):
    put(tmp_path, f"CS1-Week 1-77/Ada_5_assignsubmission_file_/{FILE}", f"CS1-Week 1-77/bob_6_7_{FILE}")
    assert {s[:3] for s in learners(tmp_path)} == {("Ada", "5", "moodle"), ("bob", "6", "canvas")}


def test_two_notebooks_of_one_learner_with_an_id_are_one_line_for_the_course_system(tmp_path):
    put(tmp_path, f"Ada_5_assignsubmission_file_/{FILE}", f"Ada_5_assignsubmission_file_/copy/{FILE}")
    put(tmp_path, f"Bob_6_assignsubmission_file_/{FILE}")
    assert {(s.learner, s.identity) for s in find_submissions(tmp_path)} == {("Ada", "5"), ("Bob", "6")}


def test_a_flood_of_notebooks_is_one_problem(tmp_path):
    put(tmp_path, "eve.zip", content=zipped(*(f"{i}/{FILE}" for i in range(101))))
    put(tmp_path, f"ada/{FILE}")
    (ada, eve) = find_submissions(tmp_path)
    assert ada.problem is None and "more than 100 notebooks" in eve.problem


def test_two_zip_entries_with_the_same_name_are_both_kept(tmp_path):
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        archive.writestr(FILE, honest())
        with pytest.warns(UserWarning):
            archive.writestr(FILE, "{}")
    assert [s.read_bytes()[:2] for s in find_submissions(tmp_path / "all.zip")] == [
        honest().encode()[:2],
        b"{}",
    ]


def test_other_files_are_ignored_but_no_learner_is(tmp_path):
    put(
        tmp_path, "README.md", f"ada/{FILE}", "ada/notes.txt", ".ipynb_checkpoints/x.ipynb", "bob/answers.pdf"
    )
    assert learners(tmp_path) == [
        ("ada", "", "plain", None),
        ("bob", "", "plain", "no notebook was handed in, only other files"),
    ]


def test_a_second_run_grades_only_what_changed(tmp_path, monkeypatch):
    graded = []
    monkeypatch.setattr(
        class_run, "grade_submission", lambda c, s, *t: graded.append(s) or grade_submission(c, s, *t)
    )
    put(tmp_path / "in", f"ada/{FILE}", f"bob/{FILE}", f"eve/{FILE}")
    for change, expected in ((None, 3), (None, 0), ("bob", 1), ("again", 3)):
        if change == "bob":
            put(tmp_path / "in", f"bob/{FILE}", content=with_cell(WRONG))
        graded.clear()
        grade_class(
            tmp_path / "in", tmp_path / "out", seed=0, executor=ImmediateExecutor(), again=change == "again"
        )
        assert len(graded) == expected
    assert states(tmp_path) == {"ada": ("graded", 15), "bob": ("graded", 14.67), "eve": ("graded", 15)}


def test_other_limits_grade_again_and_the_usual_ones_do_not(tmp_path, monkeypatch):
    count = []
    monkeypatch.setattr(class_run, "grade_submission", lambda *_: count.append(1) or Grade(NAME).to_dict())
    put(tmp_path / "in", "ada.ipynb")
    for limits in (None, {}, {"call": 10}, {"call": 1}, {"call": 1}, {"call": 2}):
        grade_class(tmp_path / "in", tmp_path / "out", limits=limits, executor=ImmediateExecutor())
    assert len(count) == 3


def test_a_regrade_that_fails_is_marked_failed_and_leaves_no_old_points(tmp_path, monkeypatch):
    put(tmp_path / "in", f"ada/{FILE}", f"bob/{FILE}")
    grade_class(tmp_path / "in", tmp_path / "out", seed=0, executor=ImmediateExecutor())
    monkeypatch.setattr(class_run, "grade_submission", broken)
    grade_class(tmp_path / "in", tmp_path / "out", seed=0, executor=ImmediateExecutor(), again=True)
    assert states(tmp_path) == {"ada": ("failed", 0), "bob": ("failed", 0)}
    monkeypatch.undo()
    grade_class(tmp_path / "in", tmp_path / "out", seed=0, executor=ImmediateExecutor())
    assert states(tmp_path) == {"ada": ("graded", 15), "bob": ("graded", 15)}


def test_learners_whose_files_are_gone_leave_the_gradebook_and_the_pages(tmp_path):
    put(tmp_path / "in", f"ada/{FILE}", f"bob/{FILE}")
    grade_class(tmp_path / "in", tmp_path / "out", seed=0, executor=ImmediateExecutor())
    write_class_reports(tmp_path / "out")
    (tmp_path / "in" / "bob" / FILE).unlink()
    grade_class(tmp_path / "in", tmp_path / "out", seed=0, executor=ImmediateExecutor())
    assert set(states(tmp_path)) == {"ada"}
    for folder in ("feedback", "gradescope"):
        assert [path.name[:4] for path in (tmp_path / "out" / folder).iterdir()] == ["ada-"]


def test_the_grades_of_another_class_are_not_overwritten(tmp_path):
    put(tmp_path / "in", f"ada/{FILE}")
    put(tmp_path / "other", f"bob/{FILE}")
    (tmp_path / "nobody").mkdir()
    grade_class(tmp_path / "in", tmp_path / "out", seed=0, executor=ImmediateExecutor())
    for source in ("other", "nobody"):
        with pytest.raises(GradingError, match="other submissions"):
            grade_class(tmp_path / source, tmp_path / "out", seed=0, executor=ImmediateExecutor())
    assert states(tmp_path) == {"ada": ("graded", 15)}


def test_results_among_the_submissions_are_not_taken_for_submissions(tmp_path):
    put(tmp_path / "in", f"ada/{FILE}")
    for _ in range(2):
        grade_class(tmp_path / "in", tmp_path / "in" / "out", seed=0, executor=ImmediateExecutor())
        assert write_class_reports(tmp_path / "in" / "out") == {"graded": 1}
    with pytest.raises(GradingError, match="among the submissions"):
        grade_class(tmp_path / "in", tmp_path / "in", seed=0, executor=ImmediateExecutor())


def test_a_file_that_is_not_a_gradebook_is_not_changed(tmp_path, capsys):
    put(tmp_path / "in", f"ada/{FILE}")
    put(tmp_path / "out", "gradebook.sqlite", content=b"what a teacher wrote, and more" * 99)
    assert main(["class", str(tmp_path / "in"), "--out", str(tmp_path / "out")]) == 2
    assert "cannot be used as a gradebook" in capsys.readouterr().err
    assert (tmp_path / "out" / "gradebook.sqlite").read_bytes().startswith(b"what a teacher wrote")


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no SIGKILL")
def test_a_run_that_was_killed_resumes(tmp_path):
    slow = with_cell("import time\ntime.sleep(1)\n" + WRONG)
    put(tmp_path / "in", *(f"learner{i:02}/{FILE}" for i in range(12)), content=slow)
    command = [
        sys.executable,
        "-m",
        "helpers.engine.grade",
        "class",
        tmp_path / "in",
        "--out",
        tmp_path / "out",
    ]
    run = subprocess.Popen(
        [*command, "--workers", "1"], cwd=course().root, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    until = time.monotonic() + 300
    while len(finished(tmp_path)) < 2 and time.monotonic() < until:
        time.sleep(0.1)
    os.kill(run.pid, signal.SIGKILL)
    run.wait()
    before = finished(tmp_path)
    assert 2 <= len(before) < 12
    grade_class(tmp_path / "in", tmp_path / "out", workers=2)
    after = finished(tmp_path)
    assert len(after) == 12 and {row for row in before if row in after} == before


@pytest.mark.skipif(not hasattr(os, "sched_getaffinity"), reason="processes cannot be pinned on this system")
@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal")
def test_a_run_that_was_ended_leaves_no_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("TMPDIR", str(tmp_path / "temporary"))
    (tmp_path / "temporary").mkdir()
    content = with_cell("def accuracy(predictions, labels):\n    while True:\n        pass")
    put(tmp_path / "in", *(f"{who}.ipynb" for who in ("ada", "bob")), content=content)
    code = (
        "from helpers.engine.grade.class_run import grade_class as grade; import sys; grade(*sys.argv[1:], 2)"
    )
    main_guard = f"if __name__ == '__main__':\n    {code}"
    (tmp_path / "run.py").write_text(main_guard)
    environment = {**os.environ, "PYTHONPATH": str(course().root)}
    run = [sys.executable, tmp_path / "run.py", tmp_path / "in", tmp_path / "out"]
    process = subprocess.Popen(run, env=environment, stderr=subprocess.DEVNULL)
    folders = lambda: list((tmp_path / "temporary").glob("sandbox-*"))  # noqa: E731
    wait_until(folders)
    process.terminate()
    process.wait()
    wait_until(lambda: not folders())


def wait_until(condition, seconds=60):
    """Wait until something is so."""
    until = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < until
        time.sleep(0.1)


def test_a_full_disk_is_said_in_a_sentence(tmp_path, monkeypatch, capsys):
    def full(*_, **__):
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(class_run, "Gradebook", full)
    put(tmp_path / "in", "ada.ipynb")
    assert main(["class", str(tmp_path / "in"), "--out", str(tmp_path / "out"), "--workers", "1"]) == 2
    assert "disk is full. What is graded is kept" in capsys.readouterr().err


def test_every_grading_process_is_pinned_and_together_they_use_every_cpu():
    mine = os.sched_getaffinity(0)
    cores = LocalExecutor(len(mine))
    try:
        places = set()
        until = time.monotonic() + 300
        while places != mine and time.monotonic() < until:
            for allowed in [cores.submit(os.sched_getaffinity, 0) for _ in mine]:
                assert len(allowed.result()) == 1
                places |= allowed.result()
        assert places == mine
    finally:
        cores.shutdown()


def finished(tmp_path):
    """Return {(place, data)} of the rows that are graded, also while another process writes."""
    path = tmp_path / "out" / "gradebook.sqlite"
    if not path.exists():
        return set()
    with sqlite3.connect(path, timeout=5) as connection:
        try:
            return set(connection.execute("select place, data from results where status = 'graded'"))
        except sqlite3.OperationalError:
            return set()


class ImmediateExecutor:
    """An executor that runs a call at once, in this process."""

    def submit(self, function, *args):
        """Return a future that is done."""
        from concurrent.futures import Future

        future = Future()
        try:
            future.set_result(function(*args))
        except Exception as error:
            future.set_exception(error)
        return future


def broken(*_):
    """Fail, in place of the grader."""
    raise OSError("the disk is full")


def states(tmp_path):
    """Return {learner: (status, points)} of a gradebook."""
    book = Gradebook(tmp_path / "out" / "gradebook.sqlite")
    try:
        return {row.learner: (row.grade.status, row.grade.earned) for row in book.rows()}
    finally:
        book.close()


@pytest.fixture
def graded(tmp_path):
    """Return the results folder of a small class, with an unreadable notebook and a name that is a formula."""
    put(tmp_path / "in", f"Ada_12_assignsubmission_file_/{FILE}", f"=1+1_13_assignsubmission_file_/{FILE}")
    put(tmp_path / "in", f"Bob_14_assignsubmission_file_/{FILE}", content=with_cell(WRONG))
    put(tmp_path / "in", f"Eve_15_assignsubmission_file_/{FILE}", content=b"{")
    grade_class(tmp_path / "in", tmp_path / "out", seed=0, executor=ImmediateExecutor())
    write_class_reports(tmp_path / "out", ["a fact"])
    return tmp_path / "out"


def table(path):
    """Return a CSV file as lists."""
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def test_tables_for_course_systems(graded):
    plain = table(graded / "grades.csv")
    assert plain[0][:6] == ["learner", "notebook", "file", "status", "points", "of"] and TARGET in plain[0]
    assert [line[0] for line in plain[1:]] == ["'=1+1", "Ada", "Bob", "Eve"]
    canvas = table(graded / "grades-canvas.csv")
    assert canvas[0] == ["Student", "ID", "SIS Login ID", "Section", NAME]
    assert canvas[1] == ["    Points Possible", "", "", "", "15.0"] and ["Bob", "", "", "", "14.67"] in canvas
    moodle = table(graded / f"grades-moodle-{NAME}.csv")
    assert moodle[0] == list(MOODLE)
    assert ["Participant 12", "Ada", "15.0", "15.0", "", ""] in moodle
    assert ["Participant 15", "Eve", "", "15.0", "", ""] in moodle


def test_gradescope_results_and_feedback_pages(graded):
    results = [
        json.loads(path.read_text(encoding="utf-8")) for path in graded.glob("gradescope/*/results.json")
    ]
    assert sorted(r["score"] for r in results) == [0, 14.67, 15, 15]
    for result in results:
        assert result["score"] == sum(test["score"] for test in result["tests"])
        assert all(
            test["score"] <= test["max_score"] and test["status"] in ("passed", "failed")
            for test in result["tests"]
        )
    pages = {path.name: path.read_text(encoding="utf-8") for path in graded.glob("feedback/*.html")}
    assert len(pages) == 4
    bob = next(text for name, text in pages.items() if name.startswith("Bob"))
    assert "14.67 of 15 points" in bob and "It looks as if" in bob
    assert "Ada" not in bob, "a page mentions nobody else"


def test_a_page_has_one_line_for_an_unwritten_exercise_and_no_advice(tmp_path):
    put(tmp_path / "in", f"ada/{FILE}", content=(course().notebooks / FILE).read_bytes())
    grade_class(tmp_path / "in", tmp_path / "out", seed=0, executor=ImmediateExecutor())
    write_class_reports(tmp_path / "out")
    page = next(tmp_path.glob("out/feedback/*.html")).read_text(encoding="utf-8")
    assert page.count(f"{TARGET}: not written yet") == 1
    assert "hint(" not in page and "cells below" not in page
    assert f"<h2>{TARGET}</h2>" not in page


def test_the_analysis_names_mistakes_problems_and_facts(graded):
    page = (graded / "analysis.html").read_text(encoding="utf-8")
    assert "3 of 4 submissions graded" in page and "accuracy was the hardest" in page
    assert "cannot be read as a notebook" in page and "a fact" in page and "1 × " in page


@pytest.mark.parametrize(
    "cell", ["=1", "+1", "-1", "@a", "\t=1", "\r=1", " =1", "%0A=1", "|x", "\u200b=1", "\ufeff=1", "＝1"]
)
def test_no_cell_of_a_table_is_a_formula(cell):
    assert without_formula(cell).startswith("'")


def test_no_formula_starts_after_a_semicolon():
    assert without_formula("Ada;=1+1") == "Ada;'=1+1" and without_formula('Ada; "=1') == "Ada;' \"=1"


@pytest.mark.parametrize("cell", ["Ada", "", 3.5, "Ada; Lovelace", "a-b", "a=b", "    Points Possible"])
def test_other_cells_stay_as_they_are(cell):
    assert without_formula(cell) == cell


def test_the_command_line_grades_a_class_and_lists_the_layers_of_the_sandbox(tmp_path, capsys):
    put(tmp_path / "in", f"ada/{FILE}")
    limits = ["--cpu", "20", "--memory", "900", "--cell", "3", "--wall", "30"]
    assert (
        main(["class", str(tmp_path / "in"), "--out", str(tmp_path / "out"), "--workers", "1", *limits]) == 0
    )
    said = capsys.readouterr().out
    assert "sandbox:" in said and "1 graded" in said
    assert main(["class", str(tmp_path / "nothing"), "--out", str(tmp_path / "out")]) == 2


def test_the_teacher_sets_the_limits_of_output_and_file_size(tmp_path, capsys):
    loud, large = notebook(), notebook()
    target(loud)["source"] = f"print('x' * (2 << 20))\n{RIGHT}"
    large["cells"].append({"cell_type": "markdown", "metadata": {}, "source": "x" * (2 << 20)})
    put(tmp_path / "in", f"loud/{FILE}", content=json.dumps(loud).encode())
    put(tmp_path / "in", f"large/{FILE}", content=json.dumps(large).encode())
    command = ["class", str(tmp_path / "in"), "--out", str(tmp_path / "out"), "--workers", "1"]
    assert main([*command, "--output", "1", "--file-size", "1"]) == 1
    rows = {row.learner: row.grade for row in Gradebook(tmp_path / "out" / "gradebook.sqlite").rows()}
    assert rows["large"].status == "unreadable" and rows["large"].error == "it is larger than 1 MB"
    assert "characters were printed" in str(rows["loud"])
    assert main([*command, "--again"]) == 0
    rows = {row.learner: row.grade for row in Gradebook(tmp_path / "out" / "gradebook.sqlite").rows()}
    assert all(grade.earned == grade.points for grade in rows.values())


@pytest.mark.parametrize(
    "wrong", [["--cpu", "0"], ["--memory", "1e3"], ["--file-size", "-1"], ["--workers", "0"]]
)
def test_a_limit_that_is_not_a_number_is_refused_and_nothing_is_written(tmp_path, wrong, capsys):
    with pytest.raises(SystemExit) as error:
        main(["class", str(tmp_path), "--out", str(tmp_path / "out"), *wrong])
    assert error.value.code == 2 and "expected a whole number, at least" in capsys.readouterr().err
    assert main(["class", str(tmp_path / "nothing"), "--out", str(tmp_path / "out")]) == 2
    assert not (tmp_path / "out").exists()


def test_a_missing_layer_refuses_to_grade_unless_that_is_accepted(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(
        "helpers.engine.sandbox.self_test.layers_in_force", lambda: ([], ["read a file of the system"])
    )
    put(tmp_path / "in", f"ada/{FILE}")
    command = ["class", str(tmp_path / "in"), "--out", str(tmp_path / "out"), "--workers", "1"]
    assert main(command) == main([*command, "--require-sandbox"]) == 2
    told = capsys.readouterr()
    assert not (tmp_path / "out").exists() and "NOT REFUSED: read a file" in told.out
    assert "so learner code could read files on this computer, the solutions among them." in told.err
    assert main([*command, "--without-sandbox"]) == 0
    assert "NOT REFUSED" in (tmp_path / "out" / "analysis.html").read_text(encoding="utf-8")


def test_an_interrupt_is_reported_in_a_sentence(tmp_path, monkeypatch, capsys):
    def interrupted(*_, **__):
        raise KeyboardInterrupt

    put(tmp_path / "in", f"ada/{FILE}")
    monkeypatch.setattr(class_run, "grade_class", interrupted)
    assert main(["class", str(tmp_path / "in"), "--out", str(tmp_path / "out")]) == 130
    assert "run the same command again" in capsys.readouterr().err
