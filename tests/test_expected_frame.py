"""Answers that equal the expected one up to their last digits are not judged; all that are accepted so are right."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.engine.check.diagnosis import right_outcomes
from helpers.engine.check.exercise import Quiz
from helpers.engine.sandbox.decode import judge_case
from helpers.engine.sandbox.expected_frame import head_and_body, smallest_rtol
from helpers.engine.sandbox.session import expected_frame
from tests.classes import NAMES, exercises

WRITTEN = [e for name in NAMES for e in exercises(name).values() if not isinstance(e, Quiz)]
NUDGES = [0.0, 1e-16, -1e-16, 1e-12, 9e-8, -9e-8, 1.1e-7, 1e-6, 1e-3, -2.0, np.inf, -np.inf, np.nan]


def nudged(value, by, to):
    """Return a value with every array of floats times 1 + `by`, or with `to` added to each entry."""
    if isinstance(value, (list, tuple)):
        return type(value)(nudged(item, by, to) for item in value)
    floats = isinstance(value, np.ndarray) and value.dtype == float
    return np.asarray(value * (1 + by) + to) if floats else value


@given(st.sampled_from(WRITTEN), st.sampled_from(NUDGES), st.sampled_from([0.0, 1e-16, 1e-15, 1e-14, 1e-9]))
def test_no_answer_that_would_be_judged_wrong_matches_the_expected_frame(exercise, by, to):
    cases, outcomes = right_outcomes(exercise, 0)
    with np.errstate(all="ignore"):
        others = [replace(outcome, value=nudged(outcome.value, by, to)) for outcome in outcomes]
    if expected_frame(exercise, 0).matches(*head_and_body(others)):
        for case, other, outcome in zip(cases, others, outcomes, strict=True):
            assert judge_case(exercise, case, other, outcome.value).complaint is None


@pytest.mark.parametrize("exercise", WRITTEN, ids=lambda e: f"{e.solution.__module__}-{e.name}")
def test_the_course_s_answer_matches_and_one_of_another_form_does_not(exercise):
    outcomes = right_outcomes(exercise, 0)[1]
    assert (
        expected_frame(exercise, 0).matches(*head_and_body(outcomes))
        and expected_frame(exercise, 0).verdict.state == "right"
    )
    for changed in ({"value": None}, {"printed": "x"}, {"warned": ("x",)}, {"changed": ("x",)}):
        assert not expected_frame(exercise, 0).matches(
            *head_and_body([replace(outcomes[0], **changed), *outcomes[1:]])
        )


def test_a_difference_in_the_last_digits_matches_and_a_larger_one_does_not():
    frames = {e: expected_frame(e, 0) for e in WRITTEN}
    compared = [e for e in WRITTEN if frames[e].allowed is not None]
    assert len(compared) > len(WRITTEN) / 2
    for exercise in (e for e in compared if np.any(frames[e].numbers)):
        for by, matches in ((1e-12, True), (1e-3, False)):
            outcomes = [replace(o, value=nudged(o.value, by, 0.0)) for o in right_outcomes(exercise, 0)[1]]
            assert frames[exercise].matches(*head_and_body(outcomes)) is matches


def test_an_exercise_with_a_judgment_of_its_own_is_always_judged():
    own = [e for e in WRITTEN if e.judge or e.view]
    assert own and all(smallest_rtol(e, right_outcomes(e, 0)[0]) is None for e in own)
