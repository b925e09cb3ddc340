"""A layer that folds, with weights set by hand."""

import numpy as np

from helpers.activations import relu
from helpers.engine.check import Case, Exercise, Mistake
from helpers.parity import fold


def cases(rng):
    """Yield cases from small to large."""
    yield Case("one value, a fold at 0", n_previous=1, place=0)
    yield Case("one value, a fold at 1", n_previous=1, place=1)
    yield Case("two values", n_previous=2, place=int(rng.integers(2, 6)))
    yield Case("many bits, a fold at 4", n_previous=int(rng.integers(5, 9)), place=4)
    yield Case(
        "three values, a fold between whole numbers", n_previous=3, place=int(rng.integers(1, 6)) + 0.5
    )
    yield Case("two values, a fold on the left of 0", n_previous=2, place=-int(rng.integers(1, 6)))


def judge(args, expected, actual):
    """Judge a layer by what its two ReLU units add up to, on the axes and on a line across them."""
    W, b = (np.asarray(array, dtype=float) for array in actual)
    for name, array, right in (("W", W, expected[0]), ("b", b, expected[1])):
        if array.shape != np.shape(right):
            return f"{name} has shape {array.shape}; expected {np.shape(right)}."
    n, place = args["n_previous"], args["place"]
    across = np.full((n, 1), 1.0 / n) * np.arange(place - 3, place + 4)
    for x in np.hstack([across, np.eye(n), 5 * np.eye(n)]).T[:, :, np.newaxis]:
        total, right = relu(W @ x + b).sum(), abs(x.sum() - place)
        if not np.isclose(total, right, rtol=1e-7, atol=1e-9):
            return f"Where the values add up to {x.sum():g} the two units add up to {total:g}; expected {right:g}."
    return None


exercise = Exercise(
    fold,
    points=2,
    cases=cases,
    returns=("W", "b"),
    judge=judge,
    equivalents={
        "np.array([[1.0], [-1.0]]) * np.ones((1, n_previous)) "
        "→ np.array([[1.0], [-1.0]]) / np.ones((1, n_previous))": "Divided by 1 is times 1.",
        "1 → 2": "Two equal rows of ones, times a column of two, are what one row broadcasts to.",
    },
    mistakes=(
        Mistake(
            "both units look to the same side",
            {"np.array([[1.0], [-1.0]]) * np.ones": "np.array([[1.0], [1.0]]) * np.ones"},
            why="relu(t) is right of the fold, relu(−t) left of it: the second row of W has the other sign.",
        ),
        Mistake(
            "the signs of b are turned around",
            {"[[-1.0], [1.0]]": "[[1.0], [-1.0]]"},
            why="The first unit computes s − place, so its bias is −place.",
        ),
        Mistake(
            "b has the same sign in both units",
            {"[[-1.0], [1.0]]": "[[-1.0], [-1.0]]"},
            why="The second unit computes place − s: weights and bias both change their signs.",
        ),
        Mistake(
            "the fold is always at 0",
            {"[1.0]]) * place": "[1.0]]) * 0 * place"},
            why="The place of the fold goes into the biases.",
        ),
        Mistake(
            "the values are averaged instead of added up",
            {"np.ones((1, n_previous))": "np.ones((1, n_previous)) / n_previous"},
            why="s is the sum of the values: every weight is 1 or −1.",
        ),
        Mistake(
            "only the first value is read",
            {"np.ones((1, n_previous))": "np.eye(1, n_previous)"},
            why="s is the sum of all n_previous values: a row of W has no zeros.",
        ),
        Mistake(
            "W is transposed",
            {"return W, b": "return W.T, b"},
            why="W is (2, n_previous): a row for each unit, a column for each value that it reads.",
        ),
        Mistake(
            "b has one axis only",
            {"return W, b": "return W, b[:, 0]"},
            why="b is a column, (2, 1).",
        ),
    ),
    hints=(
        "One unit is alive right of the fold, the other left of it; each is a straight line there.",
        "With t = s − place the first unit computes t and the second −t. Read the weights and the bias off both.",
        "A row of ones and a row of minus ones make W; the biases are the place, once with each sign.",
    ),
)
