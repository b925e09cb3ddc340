"""The shapes of everything, forward and back, in a network with layers of 6, 5, 4, 3 and 1 units, 200 examples."""

from helpers.engine.check import Quiz

ROWS = "Rows of W are the units of its own layer, columns are the units of the layer before it."
SAME = "A gradient has the shape of the thing that it is the gradient of."
MANY = "Capital Z and A hold all examples: one column for each of the 200."
ONE = "Small z and a belong to one example: one column."
BIAS = "One number for each unit of the layer, in a column, however many examples there are."
RANK = "A rank-1 array is neither a row nor a column."

answers = {
    "W1": (5, 6),
    "b2": (4, 1),
    "W4": (1, 3),
    "z3": (3, 1),
    "a1": (5, 1),
    "Z3": (3, 200),
    "A1": (5, 200),
    "dW2": (4, 5),
    "db3": (3, 1),
    "dZ2": (4, 200),
    "dA0": (6, 200),
}

exercise = Quiz(
    "shapes",
    points=3,
    answers=answers,
    reasons={
        "W1": {(6, 5): ROWS, (5, 200): "Weights do not grow with the number of examples."},
        "b2": {(4,): RANK, (1, 4): BIAS, (5, 1): "b2 belongs to the 4 units of layer 2.", (4, 200): BIAS},
        "W4": {(3, 1): ROWS, (1, 4): "Layer 4 reads layer 3, which has 3 units."},
        "z3": {(3, 200): ONE, (3,): RANK, (4, 1): "Layer 3 has 3 units; the 4 are what it reads."},
        "a1": {(5, 200): ONE, (5,): RANK, (6, 1): "That is x, which is also called a[0]."},
        "Z3": {(3, 1): MANY, (200, 3): MANY, (4, 200): "Layer 3 has 3 units."},
        "A1": {(5, 1): MANY, (200, 5): MANY, (6, 200): "That is X, which is also called A[0]."},
        "dW2": {(5, 4): SAME, (4, 200): "The examples are gone: dW2 is a mean over them.", (4, 4): SAME},
        "db3": {(3, 200): "The examples are gone: db3 is a mean over them.", (3,): RANK, (1, 3): SAME},
        "dZ2": {(4, 1): MANY, (200, 4): MANY, (4, 5): "That is dW2; dZ2 has the shape of Z2."},
        "dA0": {(6, 1): MANY, (5, 200): "That is dA1; dA0 has the shape of A0, which is X.", (200, 6): MANY},
    },
    otherwise={
        "W1": ROWS,
        "b2": BIAS,
        "W4": ROWS,
        "z3": ONE,
        "a1": ONE,
        "Z3": MANY,
        "A1": MANY,
        "dW2": SAME,
        "db3": SAME,
        "dZ2": SAME,
        "dA0": SAME,
    },
    hints=(
        "Three rules answer all: W is units × units before; b, z, a are columns of units; capitals have m columns.",
        "W[l] is (n[l], n[l-1]), b[l], z[l], a[l] are (n[l], 1), Z[l], A[l] are (n[l], m). A gradient copies.",
        "The sizes are n[0] = 6, n[1] = 5, n[2] = 4, n[3] = 3, n[4] = 1. dA0 is the gradient with respect to A0 = X.",
    ),
)
