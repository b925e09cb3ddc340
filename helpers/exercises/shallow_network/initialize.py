"""Small random weights, zero biases."""

import numpy as np

from helpers.engine.check import Case, Exercise, Mistake, Seeded
from helpers.exercises.layers import form_of_layers
from helpers.exercises.paper import seeded
from helpers.shallow_network import initialize


def cases(rng):
    """Yield cases from small to large."""
    yield Case("one of each", n_x=1, n_h=1, n_y=1, rng=Seeded(0))
    yield Case("two inputs, four hidden units", n_x=2, n_h=4, n_y=1, rng=seeded(rng))
    yield Case("two outputs", n_x=3, n_h=int(rng.integers(5, 9)), n_y=2, rng=seeded(rng))
    yield Case("one hidden unit", n_x=int(rng.integers(5, 9)), n_h=1, n_y=3, rng=seeded(rng))
    yield Case("more hidden units than inputs", n_x=2, n_h=int(rng.integers(25, 40)), n_y=1, rng=seeded(rng))
    yield Case("many of each", n_x=int(rng.integers(30, 50)), n_h=25, n_y=20, rng=seeded(rng))


def judge(args, expected, actual):
    """Judge shapes and properties: which random numbers were drawn is free."""
    if complaint := form_of_layers(actual, 2):
        return complaint
    layers = zip(actual, expected, strict=True)
    complaints = (judge_layer(layer, *ours, *theirs) for layer, (ours, theirs) in enumerate(layers, 1))
    return next((complaint for complaint in complaints if complaint), None)


def judge_layer(layer, W, b, expected_W, expected_b):
    """Judge the weights and biases of one layer."""
    for name, array, right in (("W", W, expected_W), ("b", b, expected_b)):
        if np.shape(array) != right.shape:
            return f"{name}{layer} has shape {np.shape(array)}; expected {right.shape}."
    if np.any(b):
        return f"b{layer} is not zero."
    return judge_weights(f"W{layer}", np.ravel(W))


def judge_weights(name, w):
    """Judge whether weights are small, random and of both signs."""
    if not np.all(np.isfinite(w)) or np.any(w == 0):
        return (
            f"{name} has entries that are zero or not finite; every weight should be a small random number."
        )
    if len(np.unique(w)) < w.size:
        return f"{name} has the same number twice: every weight needs a draw of its own."
    if np.abs(w).max() > 0.1:
        return f"The largest entry of {name} is {np.abs(w).max():.2g}; expected sizes around 0.01."
    if w.size >= 20 and not 0.003 < np.std(w) < 0.03:
        return f"The entries of {name} spread by {np.std(w):.2g}; expected about 0.01."
    if w.size >= 20 and abs(np.mean(w)) > np.std(w):
        return f"The entries of {name} have the mean {np.mean(w):.2g}; expected both signs, around 0."
    return None


exercise = Exercise(
    initialize,
    points=2,
    cases=cases,
    equivalents={
        "0.01 → -0.01": "The distribution is symmetric: −0.01 times the draws is as good a start.",
        "0.01 → -0.01 (2)": "The same in the second layer.",
    },
    judge=judge,
    draws=True,
    mistakes=(
        Mistake(
            "the weights are all zero",
            {"0.01 * rng.normal(size=(n_h, n_x))": "np.zeros((n_h, n_x))"},
            why="Hidden units that start equal get equal gradients and stay equal.",
        ),
        Mistake(
            "the factor 0.01 is missing",
            {"0.01 * rng.normal(size=(n_h, n_x))": "rng.normal(size=(n_h, n_x))"},
            why="Large weights push tanh and sigmoid to their flat ends.",
        ),
        Mistake(
            "W has rows and columns swapped",
            {"size=(n_h, n_x)": "size=(n_x, n_h)", "size=(n_y, n_h)": "size=(n_h, n_y)"},
            why="Rows of W are the units of its layer, columns what they read.",
        ),
        Mistake(
            "the biases are rank-1 arrays",
            {"np.zeros((n_h, 1))": "np.zeros(n_h)", "np.zeros((n_y, 1))": "np.zeros(n_y)"},
            why="b is a column, (n, 1), so that it is added to every example.",
        ),
        Mistake(
            "one random number is used for the whole of W1",
            {"0.01 * rng.normal(size=(n_h, n_x))": "0.01 * rng.normal() * np.ones((n_h, n_x))"},
            why="Then all hidden units are the same unit.",
        ),
        Mistake(
            "all weights are positive",
            {
                "0.01 * rng.normal(size=(n_h, n_x))": "0.01 * rng.uniform(size=(n_h, n_x))",
                "0.01 * rng.normal(size=(n_y, n_h))": "0.01 * rng.uniform(size=(n_y, n_h))",
            },
            why="rng.normal draws around 0; rng.uniform draws between 0 and 1.",
        ),
        Mistake(
            "the hidden layer always has 4 units",
            {
                "size=(n_h, n_x)": "size=(4, n_x)",
                "size=(n_y, n_h)": "size=(n_y, 4)",
                "np.zeros((n_h, 1))": "np.zeros((4, 1))",
            },
            why="The sizes come in as arguments.",
        ),
        Mistake(
            "the biases are random",
            {"np.zeros((n_h, 1))": "0.01 * rng.normal(size=(n_h, 1))"},
            why="Random weights already make the units differ; biases start at zero.",
        ),
        Mistake(
            "the sizes are given to rng.normal as its mean",
            {"size=(n_h, n_x)": "(n_h, n_x)", "size=(n_y, n_h)": "(n_y, n_h)"},
            why="The first argument of rng.normal is the mean: say size=(rows, columns).",
        ),
        Mistake(
            "the pairs are (W1, W2) and (b1, b2)",
            {"(W1, np.zeros((n_h, 1))), (W2, ": "(W1, W2), (np.zeros((n_h, 1)), "},
            why="A pair belongs to a layer: (W1, b1), then (W2, b2).",
        ),
        Mistake(
            "the numbers do not come from the `rng` that is handed in",
            {"    W1 = ": "    rng = np.random.default_rng(0)\n    W1 = "},
            why="The generator is an argument: starts from three seeds have to differ, and the caller chooses them.",
        ),
    ),
    hints=(
        "Four arrays, two for each layer. Only the weights have to differ from unit to unit.",
        "W1 is (n_h, n_x) and W2 is (n_y, n_h), normal numbers times 0.01; b1 is (n_h, 1) and b2 is (n_y, 1), zeros.",
        "rng.normal(size=(rows, columns)) draws, np.zeros((rows, columns)) makes zeros; return a list of two pairs.",
    ),
)
