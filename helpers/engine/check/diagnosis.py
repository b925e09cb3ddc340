"""Naming a learner's mistake: the known wrong answer, or two together, that gives the same results."""

from functools import cache
from itertools import chain, combinations

from helpers.engine.check.exercise import Seeded
from helpers.engine.check.judge import judge, same
from helpers.engine.check.run import run
from helpers.engine.check.solution_source import course_function, mistaken

SEED = 0  # the cases a notebook shows are the same every time


def judged(exercise, function, seed=SEED):
    """Run a function on every case and return the `Judged` cases; after one that hangs none is run."""
    done = []
    for _ in right_values(exercise, seed)[0]:
        done.append(judged_next(exercise, function, seed, done))
    return done


def judged_next(exercise, function, seed, done):
    """Return the judged case after those that are done."""
    case, expected = (values[len(done)] for values in right_values(exercise, seed))
    hung = done and done[-1].outcome.late
    outcome = done[-1].outcome if hung else run(function, case, exercise.seconds, exercise.probe)
    return judge(exercise, case, outcome, expected)


@cache
def right_outcomes(exercise, seed=SEED):
    """Return the cases of an exercise and the `Outcome` of the course's function on each."""
    cases = exercise.case_list(seed)
    outcomes = []
    for case in cases:
        outcome = run(course_function(exercise), case, 60, exercise.probe)
        if outcome.raised or outcome.late:
            raise ValueError(
                f"{exercise.name}: the solution fails on its case {case.note!r}: {outcome.raised}"
            )
        case.drawn = tuple(name for name in outcome.changed if isinstance(case.args[name], Seeded))
        outcomes.append(outcome)
    return cases, outcomes


@cache
def right_values(exercise, seed=SEED):
    """Return the cases of an exercise and the value of the course's function on each."""
    cases, outcomes = right_outcomes(exercise, seed)
    return cases, [outcome.value for outcome in outcomes]


class Known:
    """The solution with mistakes in it, and its judged cases: each is run when something is compared with it."""

    def __init__(self, exercise, seed, *mistakes):
        self.terms, self.done = (exercise, mistaken(exercise, *mistakes), seed), []

    def explains(self, results):
        """Return whether the mistakes do on every case what was done there; most differ on the first.

        Where no wrong value is the same, since both always stop with an error, its words must be the same too.
        """
        if not all(same(self.case(number), result) for number, result in enumerate(results)):
            return False
        errors = [
            (d.outcome.raised, r.outcome.raised)
            for d, r in zip(self.done, results, strict=True)
            if not d.right
        ]
        return any(not one for one, _ in errors) or all(one[:2] == other[:2] for one, other in errors)

    def case(self, number):
        """Return one judged case."""
        while len(self.done) <= number:
            self.done.append(judged_next(*self.terms, self.done))
        return self.done[number]


@cache
def known(exercise, seed, *mistakes):
    """Return what is `Known` of mistakes, or None where they do not go together."""
    try:
        return Known(exercise, seed, *mistakes)
    except (ValueError, SyntaxError):
        return None


def name_mistakes(exercise, results, seed=SEED):
    """Return the known mistakes that explain the judged cases: one, else two together, else none."""
    if all(r.right or r.outcome.late or r.outcome.unwritten for r in results):
        return ()
    patches = [m for m in exercise.mistakes if isinstance(m.patch, dict)]
    for mistakes in chain(((m,) for m in exercise.mistakes), combinations(patches, 2)):
        there = known(exercise, seed, *mistakes)
        if there is not None and there.explains(results):
            return mistakes
    return ()
