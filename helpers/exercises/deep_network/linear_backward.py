"""The linear half of one layer, back."""

from helpers.deep_network import linear_backward
from helpers.engine.check import Case, Exercise, Mistake
from helpers.exercises.gradient_families import gradients
from helpers.exercises.paper import numbers, weights


def cases(rng):
    """Yield cases from small to large."""
    for note, n, n_previous, m in (
        ("one of each", 1, 1, 1),
        ("one example", 3, 2, 1),
        ("four units read three, six examples", 4, 3, 6),
        ("everything square", 3, 3, 3),
        ("one unit", 1, 5, 4),
        ("more units than inputs", 7, 2, 5),
    ):
        A_previous, W = numbers(rng, n_previous, m), weights(rng, n, n_previous)
        yield Case(note, dZ=numbers(rng, n, m), A_previous=A_previous, W=W)


exercise = Exercise(
    linear_backward,
    points=3,
    cases=cases,
    returns=("dA_previous", "dW", "db"),
    mistakes=(
        Mistake(
            "dA_previous is divided by m",
            {"W.T @ dZ": "W.T @ dZ / m"},
            why="dA belongs to each example by itself; the mean is taken once, in dW and db.",
        ),
        Mistake(
            "W is not transposed",
            {"return W.T @ dZ": "return W @ dZ"},
            why="Forward, W leads from layer l−1 to layer l; its transpose leads back.",
        ),
        Mistake(
            "the results are in another order",
            {"return W.T @ dZ, dW, db": "return dW, db, W.T @ dZ"},
            why="The docstring asks for (dA_previous, dW, db).",
        ),
        Mistake(
            "dA_previous comes from dW",
            {"W.T @ dZ": "dW.T @ dZ"},
            why="The way back leads through the weights: Wᵀ dZ.",
        ),
        *gradients(linear_backward),
    ),
    hints=(
        "Z = W A_previous + b has three inputs; the chain rule gives each its gradient. Each has the shape of its own.",
        "dA_previous = Wᵀ dZ, dW = dZ A_previousᵀ / m, db = the sum of the columns of dZ, divided by m.",
        "m is the number of columns. For db, sum along axis 1 with keepdims=True. dA_previous is not divided by m.",
    ),
)
