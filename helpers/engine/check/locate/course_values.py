"""The values that the course's function computes on the cases of an exercise, to compare a learner's with."""

import inspect
from functools import cache

import numpy as np

from helpers.engine.check.diagnosis import SEED, right_values
from helpers.engine.check.locate.observer import Observer
from helpers.engine.check.locate.program import program_of
from helpers.engine.check.run import run


@cache
def course_notes(exercise):
    """Return the `Notes` of the course's function on every case, functions that it calls included."""
    function = inspect.unwrap(
        exercise.solution
    )  # one under the name of a bug clinic has no source of its own
    program, observer, noted = program_of(function), Observer(), []
    if program is None:
        return []
    observed = program.observed(observer, function.__module__.partition(".")[0])
    for case in right_values(exercise, SEED)[0]:
        observer.set()
        noted.append(observer.start())
        run(observed, case, 5.0, exercise.probe)
        observer.notes = None
    return noted


@cache
def pool_of(exercise):
    """Return the different series of values that the course's function computes: for each case a list, or None."""
    noted = course_notes(exercise)
    pool, seen = [], set()
    for key in dict.fromkeys(k for notes in noted for k in notes.series):
        series = [notes.series.get(key) for notes in noted]
        if mark(series) not in seen and any(s is not None and s[0] is not ... for s in series):
            seen.add(mark(series))
            pool.append(series)
    return pool


def mark(series):
    """Return text that is the same for the same values in every case."""
    return str([None if s is None else [rounded(v) for v in s] for s in series])


def rounded(value):
    """Return a value as text by which the same values are found."""
    if isinstance(value, tuple | list):
        return [rounded(v) for v in value]
    if isinstance(value, np.ndarray):
        return value.shape, [f"{v:.9g}" for v in value.ravel().tolist()[:50]]
    return value if value is ... else f"{value:.9g}"
