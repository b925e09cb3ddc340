"""One unit of a layer: a logistic regression with a row of W."""

import numpy as np

from helpers.engine.check import Case, Exercise, Mistake
from helpers.logistic_loops import one_unit


def layer(rng, n_x, n_h):
    """Return x, W and b with small whole numbers, halves for the biases."""
    return {
        "x": rng.integers(-2, 3, size=(n_x, 1)).astype(float),
        "W": rng.integers(-2, 3, size=(n_h, n_x)).astype(float),
        "b": rng.integers(-2, 3, size=(n_h, 1)) / 2 + 0.25,
    }


def cases(rng):
    """Yield cases from small to large."""
    W, b = np.array([[1.0, 2.0], [-1.0, 0.0]]), np.array([[0.5], [1.0]])
    yield Case("one unit, one input", x=np.array([[2.0]]), W=np.array([[1.0]]), b=np.array([[-1.0]]), j=0)
    yield Case("the first of two units", x=np.array([[1.0], [-1.0]]), W=W, b=b, j=0)
    yield Case("the second of two units", x=np.array([[1.0], [-1.0]]), W=W, b=b, j=1)
    yield Case("the third of four units", **layer(rng, 3, 4), j=2)
    yield Case("as many units as inputs", **layer(rng, 3, 3), j=1)
    yield Case("five inputs, the last of two units", **layer(rng, 5, 2), j=1)


def judge(args, expected, actual):
    """Judge one number, whatever brackets are around it."""
    if np.size(actual) != 1:
        return (
            f"The result has {np.size(actual)} numbers; expected one, the output of unit {args['j']} alone."
        )
    number = float(np.ravel(actual)[0])
    return (
        None
        if np.isclose(number, expected, rtol=1e-7)
        else f"The result is {number:.6g}; expected {expected:.6g}."
    )


LINE, VALUE = "z = W[j] @ x + b[j]", "sigmoid(z).item()"

exercise = Exercise(
    one_unit,
    points=1,
    cases=cases,
    judge=judge,
    mistakes=(
        Mistake(
            "a column of W is taken",
            {LINE: "z = W[:, j] @ x + b[j]"},
            why="The weights of unit j are row j of W: a row for each unit.",
        ),
        Mistake("the bias is forgotten", {LINE: "z = W[j] @ x"}, why="z = wᵀx + b: each unit has its own b."),
        Mistake(
            "the first bias is taken", {LINE: "z = W[j] @ x + b[0]"}, why="Each unit has its own bias: b[j]."
        ),
        Mistake("the first unit is computed", {LINE: "z = W[0] @ x + b[0]"}, why="Unit j is asked for."),
        Mistake(
            "the units are counted from 1",
            {LINE: "z = W[j - 1] @ x + b[j - 1]"},
            why="j counts from 0, as Python does.",
        ),
        Mistake("the sigmoid is left out", {VALUE: "z.item()"}, why="a = σ(z) lies between 0 and 1."),
        Mistake(
            "the sigmoid is taken before the bias is added",
            {LINE: "z = W[j] @ x", VALUE: "(sigmoid(z) + b[j]).item()"},
            why="The bias belongs to z, inside of σ.",
        ),
        Mistake(
            "the outputs of all units are returned",
            {LINE: "z = W @ x + b", VALUE: "sigmoid(z)"},
            why="One unit is asked for: one row of W and one number of b.",
        ),
        Mistake(
            "the products are not added up",
            {LINE: "z = W[j] * x[:, 0] + b[j]", VALUE: "sigmoid(z)"},
            why="wᵀx is one number: the sum of the products. `@` adds them up.",
        ),
    ),
    hints=(
        "It is the neuron of notebook 02. Only its weights and its bias have to be looked up.",
        "W[j] is a flat list of n_x weights, b[j] holds one number: z is their weighted sum of x, plus b.",
        "W[j] @ x adds up the products. Put the sigmoid around the whole z.",
    ),
)
