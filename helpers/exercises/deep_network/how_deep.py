"""Counting layers: what L, n[l] and the list of layer sizes say about four networks."""

from helpers.engine.check import Quiz

COUNT = (
    "Layers that compute are counted, hidden ones and the output; the input is layer 0 and computes nothing."
)
HIDDEN = "Hidden layers are those between the input and the output."
PAIRS = "Every layer that computes has one pair (W, b), the output layer too."
UNITS = "n[l] is the number at place l of the list, counted from 0."
ROWS = "W2 has a row for each unit of layer 2 and a column for each unit of layer 1."

answers = {
    "L of [3, 1]": 1,
    "L of [3, 4, 4, 1]": 3,
    "hidden layers of [3, 4, 4, 4, 4, 4, 1]": 5,
    "pairs (W, b) of [3, 4, 4, 1]": 3,
    "n[2] of [6, 5, 4, 3, 1]": 4,
    "shape of W2 of [3, 4, 4, 1]": (4, 4),
}

exercise = Quiz(
    "how_deep",
    points=2,
    answers=answers,
    reasons={
        "L of [3, 1]": {0: "Logistic regression has no hidden layer, but an output layer.", 2: COUNT},
        "L of [3, 4, 4, 1]": {
            4: COUNT,
            2: "That is the number of hidden layers; the output computes as well.",
        },
        "hidden layers of [3, 4, 4, 4, 4, 4, 1]": {6: "That is L.", 7: "That counts input and output too."},
        "pairs (W, b) of [3, 4, 4, 1]": {4: PAIRS + " The input has none.", 2: PAIRS},
        "n[2] of [6, 5, 4, 3, 1]": {5: "That is n[1]: the list begins with n[0], the input."},
        "shape of W2 of [3, 4, 4, 1]": {(4, 3): "That is W1.", (1, 4): "That is W3.", (3, 4): ROWS},
    },
    otherwise={
        "L of [3, 1]": COUNT,
        "L of [3, 4, 4, 1]": COUNT,
        "hidden layers of [3, 4, 4, 4, 4, 4, 1]": HIDDEN,
        "pairs (W, b) of [3, 4, 4, 1]": PAIRS,
        "n[2] of [6, 5, 4, 3, 1]": UNITS,
        "shape of W2 of [3, 4, 4, 1]": ROWS,
    },
    hints=(
        "The list has the input first and the output last. Everything but the input computes.",
        "L is the length of the list less 1; there are L pairs (W, b) and L − 1 hidden layers.",
        "Write 0, 1, 2, ... above the numbers of the list: those are the layers. W[l] is (n[l], n[l-1]).",
    ),
)
