"""An operation of one's own: the logarithm of a sum of exponentials, back."""

import numpy as np

from helpers.engine.check import Case, Exercise, Mistake
from helpers.exercises.paper import numbers
from helpers.operations import log_sum_exp_backward

E = "E = np.exp(Z - np.max(Z, axis=0, keepdims=True))"
ROW_OR_NOT = "A row with one axis, (m,), broadcasts to (n, m) as a row with two does."
WHY_SUM = "Every column is an example of its own: the sum goes over the rows, axis 0, with keepdims=True."


def cases(rng):
    """Yield cases from small to large."""
    yield Case("two zeros", dC=np.array([[1.0]]), Z=np.zeros((2, 1)))
    for note, n, m in (
        ("one class", 1, 2),
        ("three classes, one example", 3, 1),
        ("two classes, three examples", 2, 3),
        ("everything square", 3, 3),
        ("ten classes, five examples", 10, 5),
    ):
        yield Case(note, dC=numbers(rng, 1, m), Z=numbers(rng, n, m))
    yield Case("entries of 1000", dC=np.array([[1.0, -2.0]]), Z=np.array([[1000.0, -1000], [999, -1001]]))


exercise = Exercise(
    log_sum_exp_backward,
    points=3,
    cases=cases,
    returns=("dZ",),
    equivalents={
        f"{call}, keepdims=True) → {call})": ROW_OR_NOT for call in ("np.max(Z, axis=0", "np.sum(E, axis=0")
    }
    | {"True → False": ROW_OR_NOT, "True → False (2)": ROW_OR_NOT},
    mistakes=(
        Mistake(
            "the slope is not multiplied by dC",
            {"dC * E": "E"},
            why="dC comes from the nodes after this one; the chain rule multiplies it with the operation's own slope.",
        ),
        Mistake(
            "the result is an array, not a tuple of one",
            {"(dC * E / np.sum(E, axis=0, keepdims=True),)": "dC * E / np.sum(E, axis=0, keepdims=True)"},
            why="Every derivative returns a tuple with one gradient for each input: here (dZ,), with the comma.",
        ),
        Mistake(
            "it is divided by the sum of the whole array",
            {"np.sum(E, axis=0, keepdims=True)": "np.sum(E)"},
            why=WHY_SUM,
        ),
        Mistake(
            "it is divided by the sum of the whole array",
            {
                "np.max(Z, axis=0, keepdims=True)": "np.max(Z)",
                "np.sum(E, axis=0, keepdims=True)": "np.sum(E)",
            },
            why=WHY_SUM,
            alone=True,
        ),
        Mistake("the sum goes over the columns", {"np.sum(E, axis=0": "np.sum(E, axis=1"}, why=WHY_SUM),
        Mistake(
            "the largest entry and the sum are those of the rows",
            {"np.max(Z, axis=0": "np.max(Z, axis=1", "np.sum(E, axis=0": "np.sum(E, axis=1"},
            why="Every column is an example of its own: both go over the rows, axis 0, with keepdims=True.",
            alone=True,
        ),
        Mistake(
            "the slope is that of the sigmoid",
            {
                "(dC * E / np.sum(E, axis=0, keepdims=True),)": "(dC * (A := E / E.sum(0, keepdims=True)) * (1 - A),)"
            },
            why="A (1 − A) belongs to the sigmoid. The slope of log Σ eᶻ is the softmax itself: eᶻ / Σ eᶻ.",
            alone=True,
        ),
        Mistake(
            "a matrix product stands where `*` belongs",
            {"dC * E / ": "dC @ (E / ", "keepdims=True),)": "keepdims=True)),)"},
            why="dC has one number for each column: * broadcasts it over the rows of Z.",
            alone=True,
        ),
        Mistake(
            "the exponentials overflow",
            {E: "E = np.exp(Z)"},
            why="e to the power of 1000 overflows. Subtract the column's largest entry first: the quotient stays.",
        ),
        Mistake(
            "the largest entry of the whole array is subtracted",
            {"np.max(Z, axis=0, keepdims=True)": "np.max(Z)"},
            why="In a column that is far below it, all exponentials become 0. Every column has its own largest entry.",
            alone=True,
        ),
        Mistake(
            "it is not divided by the sum",
            {" / np.sum(E, axis=0, keepdims=True)": ""},
            why="The outer function is the logarithm, whose slope is 1 over its argument, the sum.",
        ),
        Mistake(
            "it is the value instead of the slope",
            {"dC * E / np.sum(E, axis=0, keepdims=True)": "dC * np.log(np.sum(E, axis=0, keepdims=True))"},
            why="That is log Σ eᶻ. Its slope with respect to an entry z is eᶻ / Σ eᶻ.",
        ),
        Mistake(
            "dZ has the other sign",
            {"dC * E": "-dC * E"},
            why="A larger z makes the sum larger: the slope is positive.",
        ),
    ),
    hints=(
        "Nudge one z. The sum moves by eᶻ times as much, and the logarithm by 1/Σ times that.",
        "The slope is softmax, which you wrote in notebook 06. Times dC, a row: it broadcasts over the rows of Z.",
        "E = exp(Z − largest entry of each column), and then dC * E over the column sums of E, as a tuple: (dZ,).",
    ),
)
