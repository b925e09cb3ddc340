"""The cost of the network's outputs."""

import numpy as np

from helpers.engine.check import Case, Exercise, Mistake
from helpers.exercises.costs import certain_cases, judge_cost
from helpers.losses import cost


def cases(rng):
    """Yield cases from small to large."""
    for note, n_y, m in (
        ("one example", 1, 1),
        ("five examples", 1, 5),
        ("two outputs", 2, 4),
        ("three outputs, one example", 3, 1),
    ):
        yield Case(note, A=rng.uniform(0.05, 0.95, size=(n_y, m)), Y=rng.integers(0, 2, size=(n_y, m)))
    yield Case("labels all 1", A=rng.uniform(0.05, 0.95, size=(1, 6)), Y=np.ones((1, 6)))
    yield Case("labels all 0", A=rng.uniform(0.05, 0.95, size=(1, 6)), Y=np.zeros((1, 6)))
    yield from certain_cases()


FORMULA = "np.sum(loss(A, Y)) / Y.shape[1]"
BASE_10 = """-np.sum(
        Y * np.log10(np.maximum(A, 1e-15)) + (1 - Y) * np.log10(np.maximum(1 - A, 1e-15))
    ) / Y.shape[1]"""

exercise = Exercise(
    cost,
    points=2,
    cases=cases,
    judge=judge_cost,
    quiet=True,
    mistakes=(
        Mistake(
            "the 1/m is missing",
            {FORMULA: "np.sum(loss(A, Y))"},
            why="J is the mean over the examples, so the sum is divided by m.",
        ),
        Mistake(
            "the mean is taken over the outputs as well",
            {FORMULA: "np.mean(loss(A, Y))"},
            why="The losses of one column are summed; only the number of examples divides.",
        ),
        Mistake(
            "it is divided by the number of outputs",
            {FORMULA: "np.sum(loss(A, Y)) / Y.shape[0]"},
            why="m is the number of columns, Y.shape[1].",
        ),
        Mistake(
            "the sign is turned",
            {FORMULA: "-np.sum(loss(A, Y)) / Y.shape[1]"},
            why="The loss carries its own minus: a cost is never negative.",
        ),
        Mistake(
            "outputs and labels are swapped",
            {"loss(A, Y))": "loss(Y, A))"},
            why="loss(a, y) takes the output first.",
        ),
        Mistake(
            "it is the squared error",
            {FORMULA: "np.sum((A - Y) ** 2) / Y.shape[1]"},
            why="The cost of a classifier is the cross-entropy.",
        ),
        Mistake(
            "only the labels that are 1 count",
            {FORMULA: "-np.sum(Y * np.log(np.maximum(A, 1e-15))) / Y.shape[1]"},
            why="Where y = 0 the loss is −log(1 − a).",
        ),
        Mistake(
            "a logarithm of 0 gives nan",
            {FORMULA: "-np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / Y.shape[1]"},
            why="0 · log 0 is nan: `loss` keeps a away from both ends.",
        ),
        Mistake(
            "nan is left out of the sum, and infinity stays",
            {FORMULA: "-np.nansum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / Y.shape[1]"},
            why="np.nansum hides 0 · log 0. Where the network is sure and wrong, the cost is still infinite.",
        ),
        Mistake(
            "the logarithm is the one to base 10",
            {FORMULA: BASE_10},
            why="The loss has the natural logarithm, np.log; to base 10 everything is 0.434 times as large.",
        ),
        Mistake(
            "it is halved",
            {FORMULA: "np.sum(loss(A, Y)) / (2 * Y.shape[1])"},
            why="The ½ belongs to the squared error; the cross-entropy has none.",
        ),
    ),
    hints=(
        "Nothing is new here: the mean of the loss over the examples, as for logistic regression.",
        "J = 1/m Σ L(a, y), the sum over all entries, m the number of columns.",
        "loss(A, Y) gives an array of losses at once; add it up and divide by Y.shape[1].",
    ),
)
