"""The length of every column, without a loop."""

import numpy as np

from helpers.arrays import column_lengths
from helpers.engine.check import Case, Exercise, Mistake
from helpers.exercises.paper import numbers


def cases(rng):
    """Yield cases from small to large."""
    yield Case("one column", X=np.array([[3.0], [4.0]]))
    yield Case("two columns", X=np.array([[3.0, 0.0], [4.0, 2.0]]))
    yield Case("negative numbers", X=numbers(rng, 2, 3))
    yield Case("one row", X=np.hstack([numbers(rng, 1, 2), [[0.0]]]))
    yield Case("three features, six examples", X=rng.integers(-4, 5, size=(3, 6)))


AXIS = "axis=0 runs down a column: it is the axis that is summed away."

exercise = Exercise(
    column_lengths,
    points=1,
    cases=cases,
    mistakes=(
        Mistake("the rows were summed instead of the columns", {"axis=0": "axis=1"}, why=AXIS),
        Mistake(
            "the rows were summed, and one axis is lost",
            {"axis=0, keepdims=True": "axis=1"},
            why=AXIS,
        ),
        Mistake(
            "one axis is lost",
            {"axis=0, keepdims=True": "axis=0"},
            why="A sum takes its axis away. keepdims=True leaves it as a 1, and the result is a row, (1, m).",
        ),
        Mistake(
            "everything was summed to one number",
            {"np.sum(X**2, axis=0, keepdims=True)": "np.sum(X**2)"},
            why=AXIS,
        ),
        Mistake(
            "the root is missing", {"np.sqrt(np.sum": "(np.sum"}, why="The length is the root of the sum."
        ),
        Mistake(
            "the sizes of the entries are added up, which makes 7 of 3 and 4",
            {"X**2": "np.abs(X)", "np.sqrt(np.sum": "(np.sum"},
            why="Square the entries, add them, and only then take the root: √(3² + 4²) is 5.",
        ),
        Mistake(
            "the entries are doubled, not squared",
            {"X**2": "np.abs(X) * 2"},
            why="X**2 is X * X, entry by entry.",
        ),
        Mistake(
            "the mean is taken instead of the sum",
            {"np.sum(": "np.mean("},
            why="The length adds up the squares of all entries.",
        ),
        Mistake(
            "the largest entry is taken for the length",
            {"np.sqrt(np.sum(X**2, axis=0, keepdims=True))": "np.max(np.abs(X), axis=0, keepdims=True)"},
            why="All entries of a column count: the root of the sum of their squares.",
        ),
        Mistake(
            "the lengths lie in a column",
            {"keepdims=True))": "keepdims=True)).T"},
            why="One number for each column of X, side by side: (1, m).",
            alone=True,
        ),
    ),
    hints=(
        "Do it for one column with pencil and paper: 3 and 4 give 5. Which three operations of the table is that?",
        "√(Σ_j x_j²), and the sum runs down each column.",
        "Square all entries at once, sum along axis 0 and keep that axis as a 1, then take the root of the row.",
    ),
)
