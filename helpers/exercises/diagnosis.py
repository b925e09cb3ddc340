"""Naming a learner's mistake: the known wrong answer, or two together, that gives the same results."""

from functools import cache
from itertools import combinations

from helpers.exercises.judging import judge, same
from helpers.exercises.patching import course_function, mistaken
from helpers.exercises.running import run

SEED = 0  # the cases a notebook shows are the same every time


def judged(exercise, function, seed=SEED, stop_after_late=True):
    """Run a function on every case and return the `Judged` cases; after one that hangs none is run."""
    results, late = [], None
    for case, expected in zip(*right_values(exercise, seed), strict=True):
        outcome = late or run(function, case, exercise.seconds, exercise.probe)
        late = outcome if outcome.late and stop_after_late else None
        results.append(judge(exercise, case, outcome, expected))
    return results


@cache
def right_values(exercise, seed=SEED):
    """Return the cases of an exercise and the value of the course's function on each."""
    cases = exercise.case_list(seed)
    values = []
    for case in cases:
        outcome = run(course_function(exercise), case, 60, exercise.probe)
        if outcome.raised or outcome.late:
            raise ValueError(
                f"{exercise.name}: the solution fails on its case {case.note!r}: {outcome.raised}"
            )
        values.append(outcome.value)
    return cases, values


@cache
def known(exercise, seed, *mistakes):
    """Return the judged cases of the solution with mistakes in it, or None where they do not go together."""
    try:
        function = mistaken(exercise, *mistakes)
    except (ValueError, SyntaxError):
        return None
    return judged(exercise, function, seed)


def name_mistakes(exercise, results, seed=SEED):
    """Return the known mistakes that explain the judged cases: one, else two together, else none."""
    if all(r.right or r.outcome.late or r.outcome.unwritten for r in results):
        return ()
    single = [m for m in exercise.mistakes if explains(known(exercise, seed, m), results)]
    if single:
        return (single[0],)
    patches = [m for m in exercise.mistakes if isinstance(m.patch, dict)]
    for pair in combinations(patches, 2):
        if explains(known(exercise, seed, *pair), results):
            return pair
    return ()


def explains(theirs, results):
    """Return whether a known wrong answer does the same on every case."""
    return theirs is not None and all(map(same, theirs, results))
