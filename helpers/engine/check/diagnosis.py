"""Judge a function case by case. Which mistake is in it: see `naming`.

A number is a number, whatever its type; a shape matters only where an array is expected.
"""

from dataclasses import dataclass, replace
from functools import cache

from helpers.engine.check import words
from helpers.engine.check.compare import compare
from helpers.engine.check.exercise import Seeded, course_function
from helpers.engine.check.plain_data import key_of, kind_of
from helpers.engine.check.run import Outcome, run_all

SEED = 0  # a notebook shows the same cases every time
UNWRITTEN = words.NOT_WRITTEN_YET
SOLUTION_SECONDS = 60  # for the course's own functions, which end


@dataclass(frozen=True)
class Judged:
    """A case, what happened in it and what was expected.

    `complaint` is None or a sentence that says what is wrong, `remark` None or one about a right result.
    """

    case: object
    outcome: Outcome
    expected: object
    complaint: str = None
    remark: str = None

    @property
    def right(self):
        """Whether the result is right."""
        return self.complaint is None


@cache
def right_outcomes(exercise, seed=SEED):
    """Return the cases of an exercise and the `Outcome` of the course's function for each."""
    cases = exercise.case_list(seed)
    outcomes = run_all(course_function(exercise), cases, SOLUTION_SECONDS, exercise.probe)
    for case, outcome in zip(cases, outcomes, strict=True):
        if outcome.raised or outcome.late:
            raise ValueError(
                f"{exercise.name}: the solution fails in the case {case.note!r}: {outcome.raised}"
            )
        drawn = tuple(name for name in outcome.changed if isinstance(case.args[name], Seeded))
        case.drawn = drawn if case.draws else ()
    return cases, outcomes


@cache
def right_values(exercise, seed=SEED):
    """Return the cases of an exercise and the value that the course's function returns for each."""
    cases, outcomes = right_outcomes(exercise, seed)
    return cases, [outcome.value for outcome in outcomes]


@cache
def drawn_anew(exercise):
    """Return for each case whether its arguments change with the seed; the others are the same for everybody."""
    one, two = exercise.case_list(SEED), exercise.case_list(SEED + 1)
    return [key_of(a.args) != key_of(b.args) for a, b in zip(one, two, strict=False)]


def judged(exercise, function, seed=SEED):
    """Run a function on every case and return the `Judged` cases; after one that hangs, the others are not run."""
    return Answer(exercise, function, seed).judged()


class Answer:
    """A function that answers an exercise, and its judged cases: each case is run once, when it is needed."""

    def __init__(self, exercise, function, seed):
        self.exercise, self.function, self.seed, self.done = exercise, function, seed, []

    def judged(self, n=None):
        """Return the first n judged cases, or all."""
        exercise, done = self.exercise, len(self.done)
        cases, expected = [values[done:n] for values in right_values(exercise, self.seed)]
        if not cases:
            return self.done[:n]
        if done and self.done[-1].outcome.late:
            outcomes = [self.done[-1].outcome] * len(cases)
        else:
            outcomes = run_all(self.function, cases, exercise.seconds, exercise.probe)
        triples = zip(cases, outcomes, expected, strict=True)
        self.done += [judge(exercise, case, outcome, value) for case, outcome, value in triples]
        return self.done[:n]


def judge(exercise, case, outcome, expected):
    """Return the `Judged` case; `expected` is the value that the solution returns for the same arguments."""
    if exercise.view is not None:
        outcome, expected = viewed(exercise.view, outcome), exercise.view(expected)
    wrong = complaint(exercise, case, outcome, expected)
    warned = exercise.quiet and outcome.warned and not wrong
    remark = words.WARNED.format(warning=outcome.warned[0]) if warned else None
    return Judged(case, outcome, expected, wrong, remark)


def all_right(results):
    """Return whether the answer is right in every case."""
    return all(result.right for result in results)


def viewed(view, outcome):
    """Return an outcome with only the part of its value that the exercise compares, if it has such a part."""
    try:
        return replace(outcome, value=view(outcome.value))
    except Exception:
        return outcome


def complaint(exercise, case, outcome, expected):
    """Return what is wrong with an outcome as a sentence, or None."""
    if outcome.late:
        return case.late or words.LATE.format(seconds=exercise.seconds)
    if outcome.raised:
        kind, message, _ = outcome.raised
        return UNWRITTEN if outcome.unwritten else words.STOPPED.format(kind=kind, message=message)
    if outcome.value is None and expected is not None:
        return words.NO_RETURN
    if wrong := complaint_about_value(exercise, case, outcome.value, expected):
        return wrong
    for name in outcome.changed:
        # A generator changes with every draw.
        if name not in exercise.may_change and not isinstance(case.args[name], Seeded):
            return words.CHANGED.format(name=name)
    if exercise.draws and not set(case.drawn) <= set(outcome.changed):
        return words.NOT_DRAWN.format(name=case.drawn[0])
    return None


def complaint_about_value(exercise, case, actual, expected):
    """Return what is wrong with a value as a sentence, or None."""
    if exercise.judge is not None:
        try:
            return exercise.judge(case.args, expected, actual)
        except Exception:  # the judge of an exercise expects the form that the docstring asks for
            return words.ANOTHER_FORM.format(kind=kind_of(actual))
    rtol = exercise.rtol if case.rtol is None else case.rtol
    atol = exercise.atol if case.atol is None else case.atol
    return compare(expected, actual, rtol, atol, exercise.returns)
