"""Shapes where rows are examples: a network with layers of 6, 4 and 3 units, 200 examples."""

from helpers.engine.check import Quiz

ROWS = "Rows are examples there: X, Z and A have 200 rows, and a column for each unit."
WEIGHTS = "W is (units, units before) in both conventions; the layer transposes it, X Wᵀ + b."
BIAS = "b has one axis: one number for each unit."
SAME = "A gradient has the shape of the thing that it is the gradient of, in both conventions."

answers = {
    "X": (200, 6),
    "W1": (4, 6),
    "b1": (4,),
    "Z1": (200, 4),
    "A2": (200, 3),
    "dW2": (3, 4),
    "dZ1": (200, 4),
    "db2": (3,),
}

exercise = Quiz(
    "rows_shapes",
    points=2,
    answers=answers,
    reasons={
        "X": {(6, 200): ROWS},
        "W1": {(6, 4): WEIGHTS},
        "b1": {(4, 1): BIAS, (1, 4): BIAS, (200, 4): BIAS},
        "Z1": {(4, 200): ROWS, (200, 6): "Z1 has a column for each of the 4 units of layer 1."},
        "A2": {(3, 200): ROWS, (200, 4): "Layer 2 has 3 units."},
        "dW2": {(4, 3): WEIGHTS, (200, 3): "The examples are gone: dW2 is a sum over them."},
        "dZ1": {(4, 200): ROWS},
        "db2": {(3, 1): BIAS, (1, 3): BIAS, (200, 3): "The examples are gone: db2 is a sum over them."},
    },
    otherwise={
        "X": ROWS,
        "W1": WEIGHTS,
        "b1": BIAS,
        "Z1": ROWS,
        "A2": ROWS,
        "dW2": SAME,
        "dZ1": SAME,
        "db2": SAME,
    },  # fmt: skip
    hints=(
        "Only what has a column for each example is turned around. Parameters belong to no example.",
        "X, Z, A are (m, n); W is (n, n before) as ever; b is (n,). A gradient copies its partner.",
        "m = 200, and the layers have 6, 4 and 3 units. Z1 = X W1ᵀ + b1: (200, 6) times (6, 4).",
    ),
)
