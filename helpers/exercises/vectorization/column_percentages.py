"""Each column in percent of its sum, by broadcasting."""

import numpy as np

from helpers.engine.check import Case, Exercise, Mistake
from helpers.exercises.array_families import cut_off
from helpers.images import column_percentages

TOTAL = "np.sum(A, axis=0, keepdims=True)"


def cases(rng):
    """Yield cases from small to large."""
    yield Case("one number", A=np.array([[4.0]]))
    yield Case("one column", A=np.array([[1.0], [3.0]]))
    yield Case("one row", A=np.array([[2.0, 5.0, 8.0]]))
    yield Case("square", A=np.array([[1.0, 4.0], [3.0, 1.0]]))
    yield Case("whole numbers", A=rng.integers(1, 9, size=(3, 4)))
    yield Case("more rows than columns", A=rng.integers(1, 9, size=(3, 2)) / 2)
    yield Case("twenty columns", A=rng.random((5, 20)) + 0.1)
    yield Case("with zeros in it", A=np.array([[0.0, 2.0, 0.0], [5.0, 0.0, 1.0]]))


exercise = Exercise(
    column_percentages,
    points=1,
    cases=cases,
    equivalents={
        "np.sum(A, axis=0, keepdims=True) → np.sum(A, axis=0)": "A row of shape (m,) is used for every row too.",
        "True → False": "A row of shape (m,) is used for every row too.",
    },
    mistakes=(
        Mistake(
            "the rows were summed instead of the columns",
            {"axis=0": "axis=1"},
            why="axis=0 runs down a column: it is the axis that disappears.",
        ),
        Mistake(
            "the rows were summed, and the sums lie on their side",
            {"axis=0, keepdims=True": "axis=1"},
            why="axis=0 runs down a column: it is the axis that disappears.",
        ),
        Mistake(
            "the whole table was summed",
            {TOTAL: "np.sum(A)"},
            why="Every column has its own sum: axis=0.",
        ),
        Mistake(
            "the factor 100 is missing",
            {"100 * A": "A"},
            why="In percent the columns add up to 100, not to 1.",
        ),
        Mistake(
            "the largest entry of a column was taken as its sum",
            {"np.sum": "np.max"},
            why="Divide by the sum of the column.",
        ),
        Mistake(
            "the mean of a column was taken as its sum",
            {"np.sum": "np.mean"},
            why="Divide by the sum of the column.",
        ),
        Mistake(
            "the division is a whole-number division",
            {"100 * A / ": "100 * A // "},
            why="// cuts the decimals off; / keeps them.",
        ),
        *cut_off(column_percentages, "A"),
    ),
    hints=(
        "One sum for each column, and then one division in which broadcasting copies the sums downward.",
        "100 A / s, where s, of shape (1, c), holds the sums of the columns.",
        "np.sum with axis=0 adds downward; keepdims=True leaves s as a row, (1, c).",
    ),
)
