"""From columns to rows."""

import numpy as np

from helpers.engine.check import Case, Exercise, Mistake
from helpers.exercises.paper import biases, numbers, weights
from helpers.rows import to_rows

TRANSPOSED = "np.reshape reads row by row and mixes the examples; .T exchanges rows and columns."


def cases(rng):
    """Yield cases from small to large."""
    for note, layer_sizes, m in (
        ("one layer, one example", (2, 1), 1),
        ("one layer, three examples", (2, 1), 3),
        ("everything square", (2, 2, 2), 2),
        ("two layers", (3, 4, 1), 5),
        ("three layers, two outputs", (4, 3, 5, 2), 6),
    ):
        parameters = [
            (weights(rng, n, before), biases(rng, n, 1))
            for n, before in zip(layer_sizes[1:], layer_sizes[:-1], strict=True)
        ]
        Y = rng.integers(0, 2, size=(layer_sizes[-1], m)).astype(float)
        yield Case(note, X=numbers(rng, layer_sizes[0], m), Y=Y, parameters=parameters)


def judge(args, expected, actual):
    """Judge part by part, each by its name and its shape."""
    X, Y, parameters = actual
    parts = [("X", expected[0], X), ("Y", expected[1], Y)]
    if len(parameters) != len(expected[2]):
        return f"parameters has {len(parameters)} layers; expected {len(expected[2])}."
    for l, (right, given) in enumerate(zip(expected[2], parameters, strict=True), 1):
        W, b = given
        parts += [(f"W{l}", right[0], W), (f"b{l}", right[1], b)]
    for name, right, given in parts:
        given = np.asarray(given, dtype=float)
        if given.shape != np.shape(right):
            return f"{name} has shape {given.shape}; expected {np.shape(right)}."
        if not np.allclose(given, right, rtol=1e-7, atol=0):
            return f"{name} has the right shape, but not the right entries in their places."
    return None


exercise = Exercise(
    to_rows,
    points=2,
    cases=cases,
    returns=("X", "Y", "parameters"),
    judge=judge,
    mistakes=(
        Mistake(
            "W is transposed",
            {"(W, b[:, 0])": "(W.T, b[:, 0])"},
            why="A library's layer computes X Wᵀ + b and transposes by itself: W is (n[l], n[l-1]) there, too.",
        ),
        Mistake(
            "b loses all of its axes where there is one unit",
            {"(W, b[:, 0])": "(W, b.squeeze())"},
            why="squeeze removes every axis of length 1, and (1, 1) has two of them. Only the last one goes: b[:, 0].",
            alone=True,
        ),
        Mistake(
            "b is still a column",
            {"b[:, 0]": "b"},
            why="X Wᵀ has a row for each example, and a column b, (n, 1), would be added along the wrong axis.",
        ),
        Mistake("b is a row with two axes", {"b[:, 0]": "b.T"}, why="b has one axis there: (n[l],)."),
        Mistake("X is reshaped, not transposed", {"X.T": "X.reshape(X.shape[::-1])"}, why=TRANSPOSED),
        Mistake("Y is reshaped, not transposed", {"Y.T": "Y.reshape(Y.shape[::-1])"}, why=TRANSPOSED),
        Mistake(
            "X stays as it is", {"return X.T": "return X"}, why="An example is a row there: X is (m, n_x)."
        ),
        Mistake("Y stays as it is", {"Y.T": "Y"}, why="The answers are rows as well: Y is (m, n_y)."),
        Mistake(
            "only the first entry of each b is kept",
            {"b[:, 0]": "b[0]"},
            why="b[0] is the first row, the bias of one unit. All of them: b[:, 0].",
        ),
        Mistake(
            "Y has lost an axis", {"Y.T": "Y[0]"}, why="Y is (m, n_y), with two axes also for one output."
        ),
    ),
    hints=(
        "Which of the five arrays have a column for each example? Only those change their orientation.",
        "X and Y are transposed. W is not: the layer computes X Wᵀ + b. b loses its second axis.",
        "X.T, Y.T, and a list of pairs: W as it is, and the only column of b, b[:, 0].",
    ),
)
