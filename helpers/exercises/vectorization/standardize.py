"""Rows in units of their own spread."""

import numpy as np

from helpers.engine.check import Case, Exercise, Mistake
from helpers.exercises.array_families import one_question
from helpers.images import standardize


def spread(rng, n_x, m):
    """Return X, (n_x, m), whose rows have different means and deviations."""
    return rng.normal(size=(n_x, m)) * rng.uniform(0.5, 9, size=(n_x, 1)) + rng.normal(size=(n_x, 1)) * 5


def cases(rng):
    """Yield cases from small to large."""
    yield Case("one row against itself", X=np.array([[1.0, 3.0]]), reference=np.array([[1.0, 3.0]]))
    square = np.array([[1.0, 3.0, 2.0], [0.0, 5.0, 1.0], [4.0, 2.0, 9.0]])
    yield Case("three rows, three columns", X=square, reference=square)
    still = np.array([[1.0, 3.0, 5.0], [2.0, 2.0, 2.0]])
    yield Case("a row that never changes", X=np.array([[3.0, 5.0], [4.0, 1.0]]), reference=still)
    still = np.array([[0.25, 0.25, 0.26], [7.0, 7.0, 7.0], [0.0, 0.0, 0.0]])
    yield Case("two rows that never change, and one that hardly does", X=still + 1, reference=still)
    reference = spread(rng, 4, 10)
    yield Case("other examples than the reference", X=spread(rng, 4, 6), reference=reference)
    yield Case("one example", X=spread(rng, 4, 1), reference=reference)
    yield Case("pixels", X=rng.integers(0, 256, (6, 7)), reference=rng.integers(0, 256, (6, 9)))


exercise = Exercise(
    standardize,
    points=2,
    cases=cases,
    quiet=True,
    mistakes=(
        Mistake(
            "X is measured against itself instead of against `reference`",
            {
                "np.mean(reference": "np.mean(X",
                "np.std(reference": "np.std(X",
                "np.ptp(reference": "np.ptp(X",
            },
            why="Mean and deviation come from `reference`, so that test data are treated like training data.",
        ),
        Mistake(
            "the columns were standardized instead of the rows",
            {
                "np.mean(reference, axis=1, keepdims=True)": "np.mean(reference, axis=0)[: X.shape[1]]",
                "np.std(reference, axis=1, keepdims=True)": "np.std(reference, axis=0)[: X.shape[1]]",
                "np.ptp(reference, axis=1, keepdims=True)": "np.ptp(reference, axis=0)[: X.shape[1]]",
            },
            why="A row is one pixel over all examples: axis=1.",
        ),
        Mistake(
            "mean and deviation lost an axis (no keepdims)",
            {
                "np.mean(reference, axis=1, keepdims=True)": "np.mean(reference, axis=1)",
                "np.std(reference, axis=1, keepdims=True)": "np.std(reference, axis=1)",
                "np.ptp(reference, axis=1, keepdims=True)": "np.ptp(reference, axis=1)",
            },
            why="(n_x,) counts as a row. keepdims=True keeps mean and deviation as columns, (n_x, 1).",
        ),
        Mistake(
            "one mean and one deviation serve all rows",
            {
                "np.mean(reference, axis=1, keepdims=True)": "np.mean(reference)",
                "np.std(reference, axis=1, keepdims=True)": "np.std(reference)",
                "np.ptp(reference, axis=1, keepdims=True)": "np.ptp(reference)",
            },
            why="Every row has its own mean and deviation: axis=1, keepdims=True.",
        ),
        Mistake(
            "the mean is not subtracted",
            {"(X - mean)": "X"},
            why="First subtract the mean of the row, then divide.",
        ),
        Mistake(
            "the variance stands where the standard deviation belongs",
            {"np.std(": "np.var("},
            why="The standard deviation is the square root of the variance: np.std.",
        ),
        Mistake(
            "a row that never changes is divided by 0",
            {"np.where(constant, 1, deviation)": "deviation"},
            why="Where the deviation is 0, divide by 1 instead.",
        ),
        Mistake(
            "the division is missing",
            {" / np.where(constant, 1, deviation)": ""},
            why="After the shift, divide by the standard deviation of the row.",
        ),
        Mistake(
            "only the mean is divided by the deviation",
            {"(X - mean)": "X - mean"},
            why="The difference is divided: X minus the mean belongs in brackets.",
        ),
        Mistake(
            "a tiny number stands in for a deviation of 0",
            {"np.where(constant, 1, deviation)": "(deviation + 1e-8)"},
            why="Where the deviation is 0 this divides by nearly nothing and gives huge numbers. Divide by 1 there.",
        ),
        Mistake(
            "the deviation is divided by one example less (ddof=1)",
            {"np.std(reference, axis=1, keepdims=True)": "np.std(reference, axis=1, keepdims=True, ddof=1)"},
            why="The standard deviation meant here is the one that np.std gives without further wishes.",
        ),
        Mistake(
            "a row that never changes becomes 0",
            {
                "return (X - mean) / np.where(constant, 1, deviation)": "return np.where(constant, 0, "
                "(X - mean) / np.where(constant, 1, deviation))"
            },
            why="Such a row is not divided, but its mean is subtracted like that of any other.",
        ),
        Mistake(
            "the mean comes from X instead of from `reference`",
            {"np.mean(reference": "np.mean(X"},
            why="Both, mean and deviation, come from `reference`.",
        ),
        Mistake(
            "the rows are stretched between their smallest and largest entry",
            "def standardize(X, reference):\n"
            "    low, span = np.min(reference, axis=1, keepdims=True), np.ptp(reference, axis=1, keepdims=True)\n"
            "    return (X - low) / np.where(span == 0, 1, span)",
            why="That is another scaling. Here the mean is subtracted and the standard deviation divides.",
        ),
        *(
            Mistake(
                "the columns were standardized instead of the rows",
                f"def standardize(X, reference):\n"
                "    mean, deviation = np.mean(reference, axis=0), np.std(reference, axis=0)\n"
                f"    return (X - mean) / {divisor}",
                why="A row is one pixel over all examples: axis=1.",
                alone=True,
            )
            for divisor in ("deviation", "np.where(deviation == 0, 1, deviation)")
        ),
        Mistake(
            "what is not a number is made 0 afterwards",
            {
                "return (X - mean) / np.where(constant, 1, deviation)": "return np.nan_to_num("
                "(X - mean) / np.where(constant, 0, deviation))"
            },
            why="That hides 0 / 0, and a number divided by 0 becomes huge. Divide by 1 where the deviation is 0.",
            alone=True,
        ),
        *(
            Mistake(
                "a tiny number stands in for a deviation of 0",
                {"np.where(constant, 1, deviation)": instead},
                why="Where the deviation is 0 this divides by nearly nothing. Divide by 1 there.",
                alone=True,
            )
            for tiny in (1e-15, 1e-12, 1e-10, 1e-9, 1e-8, 1e-7, 1e-6, 1e-5, 1e-3)
            for instead in (f"np.maximum(deviation, {tiny})", f"(deviation + {tiny})")
            if instead != "(deviation + 1e-08)"
        ),
        *one_question(
            standardize,
            (
                "np.std(reference, axis=1, keepdims=True) == 0",
                "X - np.mean(reference, axis=1, keepdims=True)",
                "(X - np.mean(reference, axis=1, keepdims=True)) / np.std(reference, axis=1, keepdims=True)",
            ),
        ),
    ),
    hints=(
        "Two numbers for each row of reference, kept as columns; broadcasting does the rest.",
        "(X − mean) / deviation, with mean and deviation of shape (n_x, 1) and 1 in place of a deviation of 0.",
        "np.mean and np.std take axis=1 and keepdims=True; np.where(condition, this, that) chooses entry by entry. "
        "np.ptp, the largest minus the smallest entry, is 0 where a row never changes.",
    ),
)
