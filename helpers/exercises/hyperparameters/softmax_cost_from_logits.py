"""The cost of softmax straight from the last Z."""

import numpy as np

from helpers.engine.check import Case, Exercise, Mistake
from helpers.softmax import one_hot, softmax_cost_from_logits

THROUGH_THE_SOFTMAX = """
def softmax_cost_from_logits(Z, Y):
    E = np.exp(Z - np.max(Z, axis=0, keepdims=True))
    A = E / np.sum(E, axis=0, keepdims=True)
    return -np.sum(Y * np.log(np.maximum(A, 1e-15))) / Y.shape[1]
"""
KEPT = "One number a column, (m,), is stretched over the rows of (n_y, m) all the same."


def cases(rng):
    """Yield one undecided example, several, ten classes, and entries so large that softmax rounds."""
    yield Case("two classes, undecided", Z=np.zeros((2, 1)), Y=np.array([[1.0], [0.0]]))
    yield Case("three classes, two examples", Z=np.array([[1.0, 0], [0, 2], [0, 0]]), Y=one_hot([0, 2], 3))
    yield Case("four classes, five examples", Z=rng.normal(size=(4, 5)), Y=one_hot([0, 3, 1, 1, 2], 4))
    yield Case("sure and wrong", Z=np.array([[60.0, 0.0], [0.0, 60.0]]), Y=one_hot([1, 0], 2))
    yield Case("columns far apart", Z=np.array([[700.0, -100.0], [699.0, -101.0]]), Y=one_hot([0, 1], 2))
    yield Case("a thousand", Z=np.array([[1000.0, -1000.0], [0.0, -1000.0]]), Y=one_hot([1, 0], 2))
    yield Case("ten classes", Z=10 * rng.normal(size=(10, 30)), Y=one_hot(rng.integers(0, 10, 30), 10))


exercise = Exercise(
    softmax_cost_from_logits,
    points=2,
    cases=cases,
    quiet=True,
    mistakes=(
        Mistake(
            "it takes the logarithm of a rounded probability",
            THROUGH_THE_SOFTMAX,
            why="For z = 1000 and 0 the smaller probability is rounded to 0; z_k − log Σ e^z is exact.",
        ),
        Mistake(
            "the largest entry is not subtracted",
            {"np.max(Z, axis=0, keepdims=True)": "0"},
            why="e^1000 overflows. Subtract the largest entry of the column first.",
        ),
        Mistake(
            "the largest entry is not added again: log a = z − log Σ e^(z − c)",
            {"log_A = shifted": "log_A = Z"},
            why="log Σ e^z is c + log Σ e^(z − c): the c has to come back, or be taken off z as well.",
        ),
        Mistake(
            "one largest entry serves all columns",
            {"np.max(Z, axis=0, keepdims=True)": "np.max(Z)"},
            why="A column far below that entry has e^(z − c) = 0 everywhere: take the largest of each column.",
        ),
        Mistake(
            "the sum runs along the rows",
            {"np.sum(np.exp(shifted), axis=0": "np.sum(np.exp(shifted), axis=1"},
            why="Columns are examples: the e^z of one column are summed, axis=0.",
        ),
        Mistake(
            "the sum runs over all entries",
            {"np.sum(np.exp(shifted), axis=0, keepdims=True)": "np.sum(np.exp(shifted))"},
            why="Every column has its own sum: axis=0.",
        ),
        Mistake(
            "the logarithm is forgotten",
            {"np.log(np.sum(np.exp(shifted), axis=0, keepdims=True))": "np.sum(np.exp(shifted), axis=0)"},
            why="log a_k = z_k − log Σ e^z.",
        ),
        Mistake(
            "the sign is lost",
            {"return -np.sum": "return np.sum"},
            why="Logarithms of probabilities are not above 0; the minus makes the loss positive.",
        ),
        Mistake(
            "all classes count, not only the correct one",
            {"np.sum(Y * log_A)": "np.sum(log_A)"},
            why="The loss is −Σ y log a: Y picks the correct class.",
        ),
        Mistake(
            "the sum is not divided by m", {" / Y.shape[1]": ""}, why="The cost is a mean over the examples."
        ),
        Mistake(
            "the mean is taken over the classes too",
            {"/ Y.shape[1]": "/ Y.size"},
            why="The loss of an example is a sum over its classes; the mean is over the m columns.",
        ),
        Mistake(
            "it is divided by the number of classes",
            {"/ Y.shape[1]": "/ Y.shape[0]"},
            why="m is the number of columns, Y.shape[1].",
        ),
        Mistake(
            "the losses of the columns are returned, not their mean",
            {"np.sum(Y * log_A) / Y.shape[1]": "np.sum(Y * log_A, axis=0)"},
            why="The cost is one number, the mean over the columns.",
        ),
    ),
    equivalents={
        "np.max(Z, axis=0, keepdims=True) → np.max(Z, axis=0)": KEPT,
        "True → False": KEPT,
        "np.sum(np.exp(shifted), axis=0, keepdims=True) → np.sum(np.exp(shifted), axis=0)": KEPT,
        "True → False (2)": KEPT,
    },
    hints=(
        "Do not compute a at all: its logarithm has a formula of its own, and that formula does not round to 0.",
        "In every column: subtract the largest entry; then log a is what is left, minus the log of the sum of its "
        "exponentials.",
        "Subtract np.max(Z, axis=0, keepdims=True), as in `softmax`. Then np.log(np.sum(np.exp(...), axis=0, "
        "keepdims=True)), then Y picks, then the mean over the columns.",
    ),
)
