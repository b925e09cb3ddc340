"""A teacher's own points and cases, in a private folder outside the repository."""

import nbformat
import pytest

from helpers.engine.grade import class_command
from helpers.engine.grade.__main__ import main
from helpers.engine.grade.class_run import grade_class
from helpers.engine.grade.one_submission import grade_submission, sandbox_for
from helpers.engine.grade.reference import exercises_of, reference_hashes
from helpers.engine.grade.result import GradingError
from tests.hostile.attack import NAME, TARGET, honest
from tests.test_class_run import ImmediateExecutor, put, states

OWN = f"""
from dataclasses import replace
from helpers.exercises.introduction.{TARGET} import exercise as public

def cases(rng):
    yield from public.cases(rng)
    yield from public.cases(rng)

exercise = replace(public, points=5, cases=cases)
"""
ADDED = """
import numpy as np
from helpers.engine.check import Case, Exercise, Mistake
from helpers.exercises.introduction.accuracy import exercise as accuracy
share = accuracy.solution

def gap(Y, P, Q):
    \"\"\"Return the accuracy of the predictions P minus that of Q; all have shape (1, m).\"\"\"
    return share(Y, P) - share(Y, Q)

def cases(rng):
    for m in (4, 9, 20):
        Y, P, Q = rng.integers(0, 2, (3, 1, m))
        yield Case(f"{m} examples", Y=Y, P=P, Q=Q)

BACKWARDS = Mistake("the two are exchanged", {"share(Y, P) - share(Y, Q)": "share(Y, Q) - share(Y, P)"}, why="First P.")
exercise = Exercise(gap, points=4, cases=cases, mistakes=(BACKWARDS,))
"""
QUIZ = """
from helpers.engine.check import Quiz
exercise = Quiz("units", points=2, answers={"pixels": 12288, "layers": 1})
"""


@pytest.fixture
def overlay(tmp_path, monkeypatch):
    """Return a folder that is the overlay during one test."""
    folder = tmp_path / "private" / "introduction"
    folder.mkdir(parents=True)
    forget()
    monkeypatch.setenv("COURSE_OVERLAY", str(folder.parent))
    yield folder
    forget()


def forget():
    """Let the overlay be read again."""
    for cached in (exercises_of, sandbox_for):
        cached.cache_clear()


def with_cells(*sources):
    """Return a submission in which the course's exercises are right, with more cells at its end."""
    notebook = nbformat.reads(honest(), as_version=4)
    notebook.cells += [nbformat.v4.new_code_cell(source) for source in sources]
    return nbformat.writes(notebook).encode()


def results_of(content, *names):
    """Return the results of some exercises of a submission."""
    results = {r["exercise"]: r for r in grade_submission(content, NAME, 3)["results"]}
    return [results[name] for name in names]


def test_own_points_and_cases_are_graded_and_change_what_was_graded_before(tmp_path, overlay):
    put(tmp_path / "in", f"ada/{NAME}.ipynb")
    grade_class(tmp_path / "in", tmp_path / "out", executor=ImmediateExecutor())
    before = states(tmp_path)["ada"][1]
    public, hashes = exercises_of(NAME)[TARGET], reference_hashes()
    (overlay / f"{TARGET}.py").write_text(OWN, encoding="utf-8")
    forget()
    assert [n for n, h in reference_hashes().items() if h != hashes[n]] == [NAME, None]
    grade_class(tmp_path / "in", tmp_path / "out", executor=ImmediateExecutor())
    assert states(tmp_path)["ada"][1] == before + 5 - public.points
    outcome = grade_submission(honest().encode(), NAME, 3)
    result = next(r for r in outcome["results"] if r["exercise"] == TARGET)
    assert (result["points"], result["cases"]) == (5, 2 * len(public.case_list(3)))


@pytest.mark.parametrize("name, text", [(TARGET, "x = 1"), ("nothing", OWN)])
def test_a_file_that_replaces_no_exercise_is_refused(overlay, name, text):
    (overlay / f"{name}.py").write_text(text, encoding="utf-8")
    with pytest.raises(GradingError, match="does not define"):
        exercises_of(NAME)


def test_exercises_of_a_teacher_s_own_are_graded_as_the_course_s_are(overlay):
    (overlay / "gap.py").write_text(ADDED, encoding="utf-8")
    (overlay / "units.py").write_text(QUIZ, encoding="utf-8")
    course_s = [name for name in exercises_of(NAME) if name not in ("gap", "units")]
    right = "def gap(Y, P, Q):\n    return accuracy(Y, P) - accuracy(Y, Q)"
    content = with_cells(right, "units = {'pixels': 12288, 'layers': 1}")
    assert [(r["state"], r["earned"]) for r in results_of(content, "gap", "units")] == [
        ("right", 4),
        ("right", 2),
    ]
    assert {r["state"] for r in results_of(content, *course_s)} == {"right"}
    swapped = "def gap(Y, P, Q):\n    return np.mean(Y == Q) - np.mean(Y == P)"
    gap, units = results_of(with_cells(swapped, "units = {'pixels': 1, 'layers': 1}"), "gap", "units")
    assert gap["state"] == "wrong" and gap["mistakes"] == ["the two are exchanged"] and gap["earned"] < 4
    assert units["passed"] == 1
    gap, units = results_of(honest().encode(), "gap", "units")
    assert "no cell of the notebook defines it" in str(gap) and gap["earned"] == units["earned"] == 0


def test_a_learner_cannot_read_a_teacher_s_own_solution(overlay):
    (overlay / "gap.py").write_text(ADDED, encoding="utf-8")
    for theft in (
        "from overlay.introduction.gap import gap",
        f"exec(open({str(overlay / 'gap.py')!r}).read())",
        "def gap(*args):\n    from helpers.engine.sandbox import rpc_client\n"
        "    return rpc_client.call('overlay.introduction.gap:gap', args, {})",
    ):
        (gap,) = results_of(with_cells(theft), "gap")
        assert gap["earned"] == 0 and gap["state"] != "right", theft


def test_an_overlay_that_raises_is_refused_with_its_error(overlay):
    (overlay / f"{TARGET}.py").write_text("1 / 0", encoding="utf-8")
    with pytest.raises(GradingError, match="ZeroDivisionError: division by zero"):
        exercises_of(NAME)


def say_nothing(*_, **__):
    raise AssertionError("nobody is graded")


@pytest.mark.parametrize(
    "path, text, said",
    [
        (None, "", "there is no folder"),
        ("README.md", "", "no exercise is in"),
        ("gap.py", ADDED, "gap.py is in no folder of a notebook; these are: introduction"),
        ("introducton/gap.py", ADDED, "gap.py is in no folder of a notebook"),
        ("introduction/gap.py", "x = 1\ny = (\n", "gap.py:2: SyntaxError"),
        ("introduction/gap.py", "x = 1\n1 / 0\n", "gap.py:2: ZeroDivisionError: division by zero"),
        (
            "introduction/gap.py",
            ADDED.replace("return share(Y, P) - share(Y, Q)", "return Y.sums()"),
            "gap.py:9: the solution fails in the case '4 examples': AttributeError",
        ),
        ("introduction/gap.py", ADDED.replace("(3, 1, m)", "(3, 1, n)"), "gap.py:13: NameError"),
        (
            "introduction/gap.py",
            ADDED.replace('{"share(Y, P) -', '{"share(P) -'),
            "gap.py: the two are exchanged: ",
        ),
    ],
)
def test_a_slip_in_an_overlay_stops_the_run_before_anybody_is_graded(
    tmp_path, monkeypatch, capsys, path, text, said
):
    forget()
    private = tmp_path / "private"
    if path:
        (private / path).parent.mkdir(parents=True)
        (private / path).write_text(text, encoding="utf-8")
    monkeypatch.setenv("COURSE_OVERLAY", str(private))
    monkeypatch.setattr(class_command, "run_class", say_nothing)
    put(tmp_path / "in", f"ada/{NAME}.ipynb")
    for command in (
        ["class", str(tmp_path / "in"), "--out", str(tmp_path / "out")],
        ["gradescope", "01", "--out", str(tmp_path / "a.zip")],
    ):
        assert main(command) == 2
        assert said in capsys.readouterr().err
    assert {each.name for each in tmp_path.iterdir()} <= {"in", "private"}


def test_the_run_and_the_analysis_say_which_overlay_was_used(tmp_path, overlay, monkeypatch, capsys):
    (overlay / "gap.py").write_text(ADDED, encoding="utf-8")
    (overlay / "units.py").write_text(QUIZ, encoding="utf-8")
    monkeypatch.setattr(class_command, "run_class", lambda args: None)
    (tmp_path / "out").mkdir()
    main(["class", str(tmp_path), "--out", str(tmp_path / "out"), "--without-sandbox"])
    said = f"private overlay {overlay.parent}: {NAME}: gap, units"
    assert said in capsys.readouterr().out
    assert said in (tmp_path / "out" / "analysis.html").read_text(encoding="utf-8").replace("<wbr>", "")


def test_nothing_of_a_private_solution_is_on_a_page_where_grading_fails(overlay):
    failing = ADDED.replace("return share(Y, P)", "assert len(Y[0]) < 5, 'secret'\n    return share(Y, P)")
    (overlay / "gap.py").write_text(failing, encoding="utf-8")
    grade = grade_submission(honest().encode(), NAME, 3)
    assert grade["status"] == "failed"
    assert not [word for word in ("secret", "gap.py", "return", "line") if word in grade["error"]]
