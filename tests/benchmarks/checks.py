"""`python -m tests.benchmarks.checks`: how long a check takes to answer, for right, wrong and unknown answers.

The clock on the wall, in a fresh process, each answer the first of its kind: what a learner waits for.
"""

import time
from statistics import median

import numpy as np

from helpers.engine.check.check import verdict_on
from helpers.engine.check.exercise import Quiz, course_function, mistaken
from helpers.engine.prove.prove import packages, right_answers


def main():
    """Print the slowest exercises and the medians."""
    rows = []
    for package, exercises in packages().items():
        for exercise in exercises.values():
            if not isinstance(exercise, Quiz):
                rows.append((f"{package}.{exercise.name}", *slowest(package, exercise)))
    rows.sort(key=lambda row: -max(row[1:]))
    print(f"{'seconds, slowest of each kind':45}    right    known  unknown")
    for name, *taken in rows[:10]:
        print(f"{name:45}" + "".join(f"{seconds:9.3f}" for seconds in taken))
    medians = (median(column) for column in list(zip(*rows, strict=True))[1:])
    print(f"{'median of all ' + str(len(rows)):45}" + "".join(f"{seconds:9.3f}" for seconds in medians))


def slowest(package, exercise):
    """Return the seconds of the slowest right answer, known wrong answer, and answer wrong in an unknown way."""
    kinds = (
        [course_function(exercise), *right_answers(package, exercise)],
        [mistaken(exercise, mistake) for mistake in exercise.mistakes],
        [spoiled(course_function(exercise))],
    )
    return [max(map(waited(exercise), answers)) for answers in kinds]


def waited(exercise):
    """Return a function that tells the seconds until the verdict on an answer."""

    def seconds(answer):
        started = time.perf_counter()
        verdict_on(exercise, answer)
        return time.perf_counter() - started

    return seconds


def spoiled(function):
    """Return the function with every number that comes out of it a little off."""

    def off(value):
        if isinstance(value, (tuple, list)) and not hasattr(value, "_fields"):
            return type(value)(off(item) for item in value)
        if isinstance(value, (float, np.ndarray)) and np.asarray(value).dtype.kind == "f":
            return value * 1.0137 + 0.001
        return value

    def answer(*args, **kwargs):
        return off(function(*args, **kwargs))

    answer.__name__ = function.__name__
    return answer


if __name__ == "__main__":
    main()
