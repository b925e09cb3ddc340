"""A teacher's own points and cases, in a private folder outside the repository."""

import pytest

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
pytestmark = pytest.mark.timeout(180)


@pytest.fixture
def overlay(tmp_path, monkeypatch):
    """Return a folder that is the overlay during one test."""
    folder = tmp_path / "private" / "introduction"
    folder.mkdir(parents=True)
    for cached in (exercises_of, sandbox_for):
        cached.cache_clear()
    monkeypatch.setenv("COURSE_OVERLAY", str(folder.parent))
    yield folder
    for cached in (exercises_of, sandbox_for):
        cached.cache_clear()


def test_own_points_and_cases_are_graded_and_change_what_was_graded_before(tmp_path, overlay):
    put(tmp_path / "in", f"ada/{NAME}.ipynb")
    grade_class(tmp_path / "in", tmp_path / "out", executor=ImmediateExecutor())
    before = states(tmp_path)["ada"][1]
    public, hashes = exercises_of(NAME)[TARGET], reference_hashes()
    (overlay / f"{TARGET}.py").write_text(OWN, encoding="utf-8")
    exercises_of.cache_clear()
    sandbox_for.cache_clear()
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
