"""The cost of the network's outputs."""

import numpy as np

from helpers.engine.check import Case, Exercise
from helpers.exercises.cost_families import costs
from helpers.exercises.costs import certain_cases, judge_cost
from helpers.exercises.paper import shares
from helpers.losses import cost


def cases(rng):
    """Yield cases from small to large."""
    for note, n_y, m in (
        ("one example", 1, 1),
        ("five examples", 1, 5),
        ("two outputs", 2, 4),
        ("three outputs, one example", 3, 1),
    ):
        yield Case(note, A=shares(rng, n_y, m), Y=rng.integers(0, 2, size=(n_y, m)))
    yield Case("labels all 1", A=shares(rng, 1, 6), Y=np.ones((1, 6)))
    yield Case("labels all 0", A=shares(rng, 1, 6), Y=np.zeros((1, 6)))
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
    mistakes=(*costs(cost, "np.sum(loss(A, Y)) / Y.shape[1]"),),
    hints=(
        "Nothing is new here: the mean of the loss over the examples, as for logistic regression.",
        "J = 1/m Σ L(a, y), the sum over all entries, m the number of columns.",
        "loss(A, Y) gives an array of losses at once; add it up and divide by Y.shape[1].",
    ),
)
