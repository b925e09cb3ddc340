"""The shape of every line, before it runs."""

from helpers.engine.check import Quiz

answers = {
    "w.T @ X": (1, 5),
    "w.T @ X + b": (1, 5),
    "A - Y": (1, 5),
    "X @ dZ.T": (4, 1),
    "X * Y": (4, 5),
    "np.sum(X, axis=1)": (4,),
    "np.sum(X, axis=1, keepdims=True)": (4, 1),
    "X - np.sum(X, axis=1)": "error",
    "A - Y.T": (5, 5),
    "np.zeros(4) - w": (4, 4),
    "np.zeros(4).T": (4,),
}

COMMA = "(4) is the number 4. A shape with one axis is written with a comma, (4,)."

exercise = Quiz(
    "shapes",
    points=3,
    answers=answers,
    reasons={
        "w.T @ X": {
            (5, 1): "The first number comes from w.T, one row; the second from X, five columns.",
            (4, 5): "@ sums over the four inputs, so the 4 disappears; * would keep it.",
            (5,): "Both have two axes, so the result has two as well.",
        },
        "w.T @ X + b": {(1, 1): "b is a number and is added to every one of the five entries."},
        "A - Y": {(5, 5): "Both are (1, 5): nothing needs to be copied."},
        "X @ dZ.T": {
            (4, 5): "(4, 5) @ (5, 1): the inner 5 is summed away.",
            (1, 4): "The rows come from X, four of them. dw has the shape of w.",
            (4,): "dZ.T is (5, 1) with two axes, so the result has two as well.",
        },
        "X * Y": {
            (4, 1): "* multiplies entry by entry; only @ would sum.",
            "error": "(4, 5) and (1, 5): the 1 is copied four times.",
        },
        "np.sum(X, axis=1)": {
            (4, 1): "That would need keepdims=True; without it the summed axis is gone.",
            (5,): "axis=1 runs along a row and disappears; the four rows are left.",
            (1, 4): "The summed axis is gone altogether: one axis is left.",
            4: COMMA,
        },
        "np.sum(X, axis=1, keepdims=True)": {
            (4,): "keepdims=True keeps the summed axis, with length 1.",
            (1, 5): "axis=1 runs along a row: each of the four rows gets one sum.",
        },
        "X - np.sum(X, axis=1)": {
            (4, 5): "Shapes are compared from the right: (4, 5) against (4,) compares 5 with 4.",
            (4, 1): "Shapes are compared from the right: 5 with 4, and neither is 1.",
        },
        "A - Y.T": {
            (1, 5): "Y.T is a column, (5, 1): A is copied downward and Y.T to the right.",
            (5, 1): "A is a row, (1, 5): A is copied downward and Y.T to the right.",
            "error": "(1, 5) and (5, 1) fit: each 1 is copied. That is why nobody complains.",
        },
        "np.zeros(4) - w": {
            (4, 1): "(4,) counts as (1, 4), a row; against a column (4, 1) both are copied.",
            (4,): "(4,) counts as (1, 4), a row; against a column (4, 1) both are copied.",
            "error": "(1, 4) and (4, 1) fit: each 1 is copied.",
        },
        "np.zeros(4).T": {
            (4, 1): "With one axis only there is nothing to turn: .T gives the same array.",
            (1, 4): "With one axis only there is nothing to turn: .T gives the same array.",
            4: COMMA,
        },
    },
    otherwise={
        item: "Write both shapes below each other, aligned on the right, and go from right to left."
        for item in answers
    },
    hints=(
        "@ keeps the outer numbers of both shapes; + − * / compare the shapes from the right and copy where one is 1.",
        "Write the shapes below each other, aligned on the right. A missing number counts as 1.",
        "w.T is (1, 4), dZ.T and Y.T are (5, 1), np.zeros(4) is (4,), which counts as (1, 4).",
    ),
)
