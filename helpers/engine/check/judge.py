"""Judging what a learner's function returned. Values only: nothing here calls the function.

A number is a number, whatever its type; a shape matters where an array is expected; float32 counts as such.
"""

from dataclasses import dataclass, replace

import numpy as np

from helpers.engine.check.compare import compare, equal
from helpers.engine.check.exercise import Seeded
from helpers.engine.check.plain_data import Foreign
from helpers.engine.check.run import Outcome

WHY_DRAW = "whoever calls the function decides about the seed, and a new call has to give new numbers."


@dataclass(frozen=True)
class Judged:
    """One case, judged: `complaint` is None when it agrees, else a sentence that says why not."""

    case: object
    outcome: Outcome
    expected: object
    complaint: str = None

    @property
    def right(self):
        """Whether the case agrees."""
        return self.complaint is None


def judge(exercise, case, outcome, expected):
    """Return the `Judged` case; `expected` is the plain value of the solution on the same input."""
    outcome, expected = viewed(exercise, outcome, expected)
    judged = Judged(case, outcome, expected)
    return replace(judged, complaint=complaint(exercise, case, outcome, expected))


def viewed(exercise, outcome, expected):
    """Return the outcome and the expected value with only the part that the exercise compares."""
    if exercise.view is None:
        return outcome, expected
    expected = exercise.view(expected)
    try:
        return replace(outcome, value=exercise.view(outcome.value)), expected
    except Exception:
        return outcome, expected


def complaint(exercise, case, outcome, expected):
    """Return what is wrong with an outcome as a sentence, or None."""
    if outcome.unwritten:
        return "It is not written yet."
    if outcome.late:
        return f"It did not finish within {exercise.seconds:g} seconds: is there a loop that never ends?"
    if outcome.raised:
        return f"It stopped with {outcome.raised[0]}: {outcome.raised[1]}"
    if outcome.value is None and expected is not None:
        return "It returned None: is there a `return` at the end?"
    if wrong := value_complaint(exercise, case, outcome.value, expected):
        return wrong
    if spoiled := [name for name in outcome.changed if not free(exercise, case, name)]:
        return f"The result is right, but the caller's `{spoiled[0]}` was changed: work on a copy."
    if exercise.draws and not set(case.drawn) <= set(outcome.changed):
        return f"The result is of the right form, but nothing was drawn from `{case.drawn[0]}`: {WHY_DRAW}"
    if exercise.quiet and outcome.warned:
        return f"The value is right, but NumPy warned: {outcome.warned[0]}"
    return None


def free(exercise, case, name):
    """Return whether an argument may change: a generator does with every draw."""
    return name in exercise.may_change or isinstance(case.args[name], Seeded)


def value_complaint(exercise, case, actual, expected):
    """Return what is wrong with a value, or None."""
    if exercise.judge is not None:
        try:
            return exercise.judge(case.args, expected, actual)
        except Exception:
            return (
                f"It returned {describe_kind(actual)}, which is not of the form that the docstring asks for."
            )
    rtol = exercise.rtol if case.rtol is None else case.rtol
    atol = exercise.atol if case.atol is None else case.atol
    return compare(expected, actual, rtol, atol, exercise.returns)


def describe_kind(value):
    """Return a few words for what kind of value this is."""
    if isinstance(value, np.ndarray) and value.ndim:
        return f"an array of shape {value.shape}"
    if isinstance(value, Foreign):
        return f"an object of type {value.kind}"
    return f"a {type(value).__name__}"


def same(one, other, rtol=1e-6):
    """Return whether two judged cases went wrong, or right, in the same way."""
    if one.right or other.right:
        return one.right == other.right
    a, b = one.outcome, other.outcome
    if a.raised or b.raised or a.late or b.late:
        return (
            bool(a.raised) == bool(b.raised)
            and a.late == b.late
            and (not a.raised or a.raised[0] == b.raised[0])
        )
    if a.value is None or b.value is None:
        return a.value is b.value
    if equal(one.expected, a.value, rtol) and equal(one.expected, b.value, rtol):
        return one.complaint == other.complaint
    return equal(b.value, a.value, rtol)
