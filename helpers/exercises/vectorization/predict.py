"""From weights to labels."""

import numpy as np

from helpers.engine.check import Case, Exercise, Mistake
from helpers.exercises.cost_families import labels
from helpers.exercises.families import without
from helpers.exercises.paper import numbers, weights
from helpers.exercises.vectorization.material import neuron
from helpers.logistic_regression import predict

LABELS = "(A > 0.5).astype(int)"


def cases(rng):
    """Yield cases from small to large; b is far enough from 0 to matter."""
    yield Case("one example", w=np.array([[1.0]]), b=-2.0, X=np.array([[3.0]]))
    yield Case(
        "two examples, one of each", w=np.array([[1.0], [-1.0]]), b=0.5, X=np.array([[0, 2.0], [2.0, 0]])
    )
    for note, n_x, m in (
        ("as many inputs as examples", 4, 4),
        ("thirty examples", 3, 30),
        ("one input", 1, 9),
    ):
        yield Case(note, **neuron(rng, n_x), X=numbers(rng, n_x, m))
    yield Case("b decides", w=0.1 * weights(rng, 5, 1), b=4.0, X=rng.normal(size=(5, 6)))
    yield Case("far out", w=np.array([[100.0]]), b=0.0, X=np.array([[-1000.0, 1000.0]]))


exercise = Exercise(
    predict,
    points=1,
    cases=cases,
    equivalents={"A > 0.5 → A >= 0.5": "At exactly ½ either answer is as good."},
    mistakes=(
        Mistake("b is left out", {"w.T @ X + b": "w.T @ X"}, why="Z = wᵀX + b; b moves the boundary."),
        Mistake(
            "z is compared with ½ instead of a",
            {"sigmoid(w.T @ X + b)": "w.T @ X + b"},
            why="a = σ(z) above ½ means z above 0.",
        ),
        *without(labels(predict), "only one output is looked at"),
        Mistake(
            "the sigmoid is left out, and z is rounded",
            {"sigmoid(w.T @ X + b)": "w.T @ X + b", "A > 0.5": "np.round(A)"},
            why="z is any number: a = σ(z) lies between 0 and 1, and is compared with ½.",
            alone=True,
        ),
    ),
    hints=(
        "The forward half of propagate, and a comparison.",
        "A = σ(wᵀX + b); label 1 where A > ½, else 0.",
        "A comparison gives True and False; .astype(int) makes 1 and 0 of them.",
    ),
)
