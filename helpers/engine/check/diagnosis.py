"""Judge a function case by case, and name the mistake: the known wrong answer, or two, that gives the same results.

A number is a number, whatever its type; a shape matters only where an array is expected.
"""

from dataclasses import dataclass, replace
from functools import cache
from itertools import chain, combinations

from helpers.engine.check.compare import compare, equal
from helpers.engine.check.exercise import Seeded, course_function, mistaken
from helpers.engine.check.plain_data import kind_of
from helpers.engine.check.run import Outcome, run_all

SEED = 0  # a notebook shows the same cases every time
UNWRITTEN = "It is not written yet."
SAME = 1e-6  # by which wrong values may differ, relatively, if they are to come from one mistake
SOLUTION_SECONDS = 60  # for the course's own functions, which end


@dataclass(frozen=True)
class Judged:
    """A case, what happened in it and what was expected; `complaint` is None or a sentence that says what is wrong."""

    case: object
    outcome: Outcome
    expected: object
    complaint: str = None

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
        case.drawn = tuple(name for name in outcome.changed if isinstance(case.args[name], Seeded))
    return cases, outcomes


@cache
def right_values(exercise, seed=SEED):
    """Return the cases of an exercise and the value that the course's function returns for each."""
    cases, outcomes = right_outcomes(exercise, seed)
    return cases, [outcome.value for outcome in outcomes]


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
    return Judged(case, outcome, expected, complaint(exercise, case, outcome, expected))


def viewed(view, outcome):
    """Return an outcome with only the part of its value that the exercise compares, if it has such a part."""
    try:
        return replace(outcome, value=view(outcome.value))
    except Exception:
        return outcome


def complaint(exercise, case, outcome, expected):
    """Return what is wrong with an outcome as a sentence, or None."""
    if outcome.late:
        return f"It did not finish within {exercise.seconds:g} seconds: is there a loop that never ends?"
    if outcome.raised:
        kind, message, _ = outcome.raised
        return UNWRITTEN if outcome.unwritten else f"It stopped with {kind}: {message}"
    if outcome.value is None and expected is not None:
        return "It returned None: is there a `return` at the end?"
    if wrong := complaint_about_value(exercise, case, outcome.value, expected):
        return wrong
    for name in outcome.changed:
        # A generator changes with every draw.
        if name not in exercise.may_change and not isinstance(case.args[name], Seeded):
            return f"The result is right, but the caller's `{name}` was changed: work on a copy."
    if exercise.draws and not set(case.drawn) <= set(outcome.changed):
        return (
            f"The result has the right form, but nothing was drawn from `{case.drawn[0]}`: the caller of the "
            "function chooses the seed, and each call must give new numbers."
        )
    if exercise.quiet and outcome.warned:
        return f"The value is right, but NumPy warned: {outcome.warned[0]}"
    return None


def complaint_about_value(exercise, case, actual, expected):
    """Return what is wrong with a value as a sentence, or None."""
    if exercise.judge is not None:
        try:
            return exercise.judge(case.args, expected, actual)
        except Exception:  # the judge of an exercise expects the form that the docstring asks for
            return f"It returned {kind_of(actual)}, which is not of the form that the docstring asks for."
    rtol = exercise.rtol if case.rtol is None else case.rtol
    atol = exercise.atol if case.atol is None else case.atol
    return compare(expected, actual, rtol, atol, exercise.returns)


def name_mistakes(exercise, results, seed=SEED):
    """Return the known mistakes that explain the judged cases: one, else two together, else none."""
    if all(r.complaint in (None, UNWRITTEN) or r.outcome.late for r in results):
        return ()
    aspects = aspects_of(results)
    effects = [effect(result, aspect) for result, aspect in zip(results, aspects, strict=True)]
    patches = [m for m in exercise.mistakes if isinstance(m.patch, dict) and not m.alone]
    for mistakes in chain(((m,) for m in exercise.mistakes), combinations(patches, 2)):
        known = known_answer(exercise, seed, *mistakes)
        if known is not None and reproduces(known, effects, aspects):
            return mistakes
    return ()


@cache
def known_answer(exercise, seed, *mistakes):
    """Return the `Answer` that makes these mistakes, or None if they cannot be made together."""
    try:
        return Answer(exercise, mistaken(exercise, *mistakes), seed)
    except (ValueError, SyntaxError):
        return None


def reproduces(known, effects, aspects):
    """Return whether a known wrong answer has the effects of the learner's answer in every case."""
    for n in (1, None):  # most mistakes differ in the first case: then the others are not run
        others = [effect(result, aspect) for result, aspect in zip(known.judged(n), aspects, strict=False)]
        if not all([equal(one, other, SAME) for one, other in zip(effects, others, strict=False)]):
            return False
    return True


def aspects_of(results):
    """Return for each judged case what a known mistake must reproduce: "value", "complaint", "type" or "message"."""
    values_right = [equal(r.expected, r.outcome.value, SAME) for r in results]
    # Errors alone say little about a mistake, so their messages must match as well.
    error = "message" if all(r.right or r.outcome.raised for r in results) else "type"
    return [aspect(r.outcome, right, error) for r, right in zip(results, values_right, strict=True)]


def aspect(outcome, value_right, error):
    """Return what a known mistake must reproduce in one case; `error` is that for an error."""
    if outcome.raised:
        return error
    # What is wrong with a right value is a warning, or an argument that was modified: the complaint says which.
    return "complaint" if value_right and outcome.value is not None else "value"


def effect(result, aspect):
    """Return what happened in a judged case as plain data, as far as a known mistake must reproduce it."""
    outcome = result.outcome
    if result.right or outcome.late:
        return "right" if result.right else "late"
    if outcome.raised:
        return "raised", *outcome.raised[: 2 if aspect == "message" else 1]
    if aspect == "complaint":
        return "complaint", outcome.value, result.complaint
    return "value", outcome.value
