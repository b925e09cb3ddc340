"""The shapes of everything in a network with 3 inputs, 4 hidden units and 1 output, for 200 examples."""

from helpers.engine.check import Quiz

ROWS = "Rows of W are the units of its own layer, columns are the units it reads from."
COLUMNS = "Columns are examples: with 200 of them there are 200 columns."
BIAS = "One number for each unit of the layer, written as a column so that it can be added to every example."

answers = {
    "X": (3, 200),
    "W1": (4, 3),
    "b1": (4, 1),
    "A1": (4, 200),
    "W2": (1, 4),
    "b2": (1, 1),
    "A2": (1, 200),
}

exercise = Quiz(
    "shapes",
    points=2,
    answers=answers,
    reasons={
        "X": {(200, 3): COLUMNS, (3, 1): "That is one example; X holds all 200 side by side."},
        "W1": {(3, 4): ROWS, (4, 200): "Weights belong to units; they do not grow with the examples."},
        "b1": {
            (4,): "A rank-1 array is neither a row nor a column.",
            (1, 4): BIAS,
            (3, 1): "One number a unit of layer 1, not one an input.",
            (4, 200): "b1 is the same for every example: broadcasting repeats it.",
        },
        "A1": {
            (200, 4): COLUMNS,
            (4, 1): "That is a of one example; A1 holds all 200.",
            (3, 200): "Layer 1 has 4 units.",
        },
        "W2": {(4, 1): ROWS, (1, 3): "Layer 2 reads the 4 hidden units, not the 3 inputs."},
        "b2": {(1,): "A rank-1 array is neither a row nor a column.", (4, 1): "Layer 2 has one unit."},
        "A2": {(200, 1): COLUMNS, (1, 1): "One output for each of the 200 examples.", (200,): COLUMNS},
    },
    otherwise={
        "X": COLUMNS,
        "W1": ROWS,
        "b1": BIAS,
        "A1": "Rows are units of the layer, columns are examples.",
        "W2": ROWS,
        "b2": BIAS,
        "A2": "Rows are units of the layer, columns are examples.",
    },
    hints=(
        "Two rules answer all seven: rows of W, b and A are the units of the layer; columns of X and A are examples.",
        "W[l] is (n[l], n[l-1]), b[l] is (n[l], 1), A[l] is (n[l], m), with n[0] = 3, n[1] = 4, n[2] = 1 and m = 200.",
        "Check a product: W1 X is (4, 3)(3, 200), so the inner 3s meet and (4, 200) is left.",
    ),
)
