"""The shapes of the notation, for pictures of 28 by 28 pixels."""

from helpers.engine.check import Quiz

FLAT = "A picture of 28 by 28 pixels is one column of 28 · 28 numbers."
COLUMNS = "Examples are columns: features come first in a shape, examples second."

answers = {"n_x": 784, "x": (784, 1), "X": (784, 160), "Y": (1, 160), "w": (784, 1), "dw": (784, 1)}

exercise = Quiz(
    "notation",
    points=2,
    answers=answers,
    reasons={
        "n_x": {28: FLAT, 56: "Pixels are counted, not rows and columns: 28 · 28.", 160: "160 is m."},
        "x": {
            (28, 28): FLAT,
            (1, 784): "An example is a column, not a row.",
            (784,): "A column has two axes.",
        },
        "X": {(160, 784): COLUMNS, (28, 28): "That is one picture.", (784, 784): "There are 160 examples."},
        "Y": {(160, 1): COLUMNS, (1, 784): "One label for each example, and there are 160."},
        "w": {(1, 784): "w stands upright like an example, so that wᵀx is a row times a column."},
        "dw": {(784, 160): "One slope for each weight; the examples have been averaged away."},
    },
    otherwise={
        "n_x": FLAT,
        "x": "x is one example, a column.",
        "X": COLUMNS,
        "Y": "One row, one label for each example.",
        "w": "One weight for each feature, as a column.",
        "dw": "A gradient has the shape of what it belongs to.",
    },
    hints=(
        "How many numbers does one picture have? Everything else follows from that and from the 160 examples.",
        "x⁽ⁱ⁾ is (n_x, 1), X is (n_x, m), Y is (1, m), w is like x, and dw is like w.",
        "28 · 28 numbers a picture, m = 160; write each shape as a pair, features or labels first.",
    ),
)
