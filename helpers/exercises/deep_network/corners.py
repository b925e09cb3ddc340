"""How many corners folds make, and how many units or layers a number of corners takes."""

from helpers.engine.check import Quiz

DOUBLE = (
    "A fold puts the graph on top of itself: every corner appears twice, and the fold adds one at its place."
)
ONE_EACH = (
    "Without a second layer each ReLU unit has one corner of its own: its value is bent at one place only."
)
HALVES = "Each fold halves the range that is left: from 0 to n down to 0 to 1."

answers = {
    "corners after 1 fold": 1,
    "corners after 2 folds": 3,
    "corners after 3 folds": 7,
    "corners after 6 folds": 63,
    "units that 7 corners take in one hidden layer": 7,
    "folds that 64 bits take": 6,
}

exercise = Quiz(
    "corners",
    points=2,
    answers=answers,
    reasons={
        "corners after 1 fold": {2: "The graph of |s − 4| is a V. Count its corners."},
        "corners after 2 folds": {2: DOUBLE, 4: DOUBLE, 1: DOUBLE},
        "corners after 3 folds": {3: DOUBLE, 6: DOUBLE, 8: DOUBLE, 4: DOUBLE},
        "corners after 6 folds": {
            31: "That is after 5 folds.",
            64: DOUBLE,
            32: DOUBLE,
            15: "That is after 4.",
        },
        "units that 7 corners take in one hidden layer": {3: "That is the number of folds. " + ONE_EACH},
        "folds that 64 bits take": {
            32: "Folds halve the range each time, so they are few.",
            63: HALVES,
            7: HALVES,
        },
    },
    otherwise={
        "corners after 1 fold": DOUBLE,
        "corners after 2 folds": DOUBLE,
        "corners after 3 folds": DOUBLE,
        "corners after 6 folds": DOUBLE,
        "units that 7 corners take in one hidden layer": ONE_EACH,
        "folds that 64 bits take": HALVES,
    },
    hints=(
        "Count in the picture: the V, the W, the zigzag. What does the next fold do to each corner?",
        "From one fold to the next the number of corners doubles, and one is added.",
        "Begin with 1 corner and double and add 1 five times. How often can 64 be halved until 1 is left?",
    ),
)
