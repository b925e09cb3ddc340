"""The largest learning rate at which gradient descent comes down."""

import numpy as np

from helpers.curvature import largest_rate
from helpers.engine.check import Case, Exercise, Mistake


def cases(rng):
    """Yield cases from small to large."""
    yield Case("the parabola w², whose curvature is 2", H=np.array([[2.0]]))
    small, large = float(rng.integers(1, 4)), float(rng.integers(4, 9))
    yield Case("the second direction bends more", H=np.diag([small, large]))
    yield Case("the first direction bends more", H=np.diag([large, small]))
    yield Case("a slanting valley", H=np.array([[large, small], [small, large]]))
    H = np.array([[large, small, 0.0], [small, large, 0.0], [0.0, 0.0, 1.0]])
    yield Case("three parameters", H=H)


LARGEST = "The direction that bends most is the first in which steps grow: take the largest eigenvalue."

exercise = Exercise(
    largest_rate,
    points=1,
    cases=cases,
    mistakes=(
        Mistake("the smallest curvature decides", {"[-1]": "[0]"}, why=LARGEST),
        Mistake(
            "the mean curvature decides",
            {"np.linalg.eigvalsh(H)[-1]": "np.linalg.eigvalsh(H).mean()"},
            why=LARGEST,
        ),
        Mistake("all curvatures are added", {"np.linalg.eigvalsh(H)[-1]": "np.trace(H)"}, why=LARGEST),
        Mistake(
            "it is half of the limit",
            {"2 / np": "1 / np"},
            why="A step multiplies the distance by 1 − αλ. It shrinks as long as αλ stays below 2.",
        ),
        Mistake(
            "the curvature itself is returned",
            {"2 / np.linalg.eigvalsh(H)[-1]": "np.linalg.eigvalsh(H)[-1]"},
            why="The limit is 2 divided by the curvature: strongly bent ground needs short steps.",
        ),
        Mistake(
            "numerator and denominator are swapped",
            {"2 / np.linalg.eigvalsh(H)[-1]": "np.linalg.eigvalsh(H)[-1] / 2"},
            why="The limit is 2 divided by the curvature: strongly bent ground needs short steps.",
        ),
        Mistake(
            "the largest entry of the diagonal is taken for the largest curvature",
            {"np.linalg.eigvalsh(H)[-1]": "np.diag(H).max()"},
            why="The diagonal holds the curvatures along the axes. A slanting valley bends more strongly across it.",
        ),
        Mistake(
            "one limit for every direction is returned",
            {"np.linalg.eigvalsh(H)[-1]": "np.linalg.eigvalsh(H)"},
            why="All parameters take their steps with the same learning rate: a number is asked for.",
        ),
        Mistake(
            "the length of all entries together is taken for the largest curvature",
            {"np.linalg.eigvalsh(H)[-1]": "np.linalg.norm(H)"},
            why="np.linalg.norm(H) adds the squares of all entries. " + LARGEST,
        ),
    ),
    hints=(
        "On the parabola with the curvature c a step multiplies the distance by 1 − αc. When does that shrink?",
        "The limit is 2/λ, and λ is the largest of the eigenvalues.",
        "np.linalg.eigvalsh(H) gives them in ascending order, so the one that you need stands last.",
    ),
)
