"""The linear half of one layer."""

import numpy as np

from helpers.deep_network import linear_forward
from helpers.engine.check import Case, Exercise, Mistake
from helpers.exercises.paper import biases, numbers, weights


def cases(rng):
    """Yield cases from small to large."""
    layer = {"W": np.array([[2.0, 0.0], [1.0, -1.0]]), "b": np.array([[1.0], [0.0]])}
    yield Case("two units, one example", A_previous=np.array([[3.0], [5.0]]), **layer)
    for note, n, n_previous, m in (
        ("one of each", 1, 1, 1),
        ("four units read three, six examples", 4, 3, 6),
        ("as many units as inputs and examples", 3, 3, 3),
        ("one unit", 1, 5, 4),
        ("more units than inputs", 7, 2, 5),
    ):
        A_previous = numbers(rng, n_previous, m)
        yield Case(note, A_previous=A_previous, W=weights(rng, n, n_previous), b=biases(rng, n, 1))


exercise = Exercise(
    linear_forward,
    points=1,
    cases=cases,
    mistakes=(
        Mistake(
            "the bias is left out",
            {"W @ A_previous + b": "W @ A_previous"},
            why="Z = W A_previous + b: every unit adds its own b.",
        ),
        Mistake(
            "the bias is subtracted",
            {"W @ A_previous + b": "W @ A_previous - b"},
            why="Z = W A_previous + b, with a plus.",
        ),
        Mistake(
            "W is transposed", {"W @ A_previous": "W.T @ A_previous"}, why="W has a unit in each row already."
        ),
        Mistake(
            "the factors are in the other order",
            {"W @ A_previous": "A_previous @ W"},
            why="(n[l], n[l-1]) times (n[l-1], m): the inner sizes must meet.",
        ),
        Mistake(
            "the bias is added as a row",
            {"W @ A_previous + b": "W @ A_previous + b.T"},
            why="b is a column, one number a unit; as a row it is one number an example.",
        ),
        Mistake(
            "`*` multiplies entry by entry",
            {"W @ A_previous": "W * A_previous"},
            why="Each unit sums over what it reads: that is the matrix product @.",
        ),
        Mistake(
            "the product is divided by m",
            {"W @ A_previous": "W @ A_previous / A_previous.shape[1]"},
            why="A mean over the examples belongs to the gradients, not to the way forward.",
        ),
    ),
    hints=(
        "It is the line that stood in the shallow network twice.",
        "Z[l] = W[l] A[l-1] + b[l].",
        "The shapes leave one order for the product: (n[l], n[l-1]) and (n[l-1], m). b is broadcast along the columns.",
    ),
)
