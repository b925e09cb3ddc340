"""The second derivatives of the cost."""

import numpy as np

from helpers.curvature import hessian
from helpers.engine.check import Case, Exercise, Mistake
from helpers.exercises.paper import biases


def cases(rng):
    """Yield cases from small to large."""
    yield Case("one example with the feature 2", w=np.zeros((1, 1)), b=0.0, X=np.array([[2.0]]))
    X = np.array([[1.0, float(rng.integers(2, 9))]])
    yield Case("two examples, one feature", w=np.zeros((1, 1)), b=0.0, X=X)
    yield Case("two features", w=np.zeros((2, 1)), b=0.0, X=np.array([[1.0, 0.0, 2.0], [2.0, 1.0, 0.0]]))
    yield Case(
        "another w and b", w=np.array([[1.0], [-1.0]]), b=biases(rng), X=np.array([[1.0, 0.0], [2.0, 1.0]])
    )
    X = rng.integers(-3, 4, size=(3, 5)).astype(float)
    yield Case("three features", w=np.array([[0.5], [-0.5], [0.25]]), b=-1.0, X=X)


exercise = Exercise(
    hessian,
    points=3,
    cases=cases,
    equivalents={
        "neuron(x, w, b) → neuron(w, x, b)": "Features times weights and weights times features are the same sum.",
        "n_x + 1 → 1": "Broadcasting stretches one row of zeros over the table of the first example.",
        "n_x + 1 → 1 (2)": "Broadcasting stretches one column of zeros over the table of the first example.",
        "a * (1 - a) * x @ x.T → a * (1 - a) * x * x.T": "A column times a row, entry by entry, is the same table.",
    },
    mistakes=(
        Mistake("it is not divided by m", {"return H / m": "return H"}, why="A mean divides by m."),
        Mistake(
            "the slope of the sigmoid is left out",
            {"a * (1 - a) * x @ x.T": "x @ x.T"},
            why="The slope is a − y, and a itself moves with z: its slope is a(1 − a).",
        ),
        Mistake(
            "only a stands where a(1 − a) belongs",
            {"a * (1 - a) * x @ x.T": "a * x @ x.T"},
            why="The slope of the sigmoid is a(1 − a).",
        ),
        Mistake(
            "the label is taken for 0, and the slopes are squared",
            {"a * (1 - a) * x @ x.T": "a * a * x @ x.T"},
            why="Second derivatives are slopes of slopes, not squares of them: the factor is a(1 − a).",
        ),
        Mistake(
            "only the diagonal is filled",
            {"return H / m": "return np.diag(np.diag(H)) / m"},
            why="Moving w1 changes the slope of w2 as well: entry (1, 2) is the mean of a(1 − a) x1 x2.",
        ),
        Mistake(
            "only the last example counts",
            {"H = H + a": "H = a"},
            why="Each example adds its part.",
        ),
        Mistake(
            "the bias has no row and no column",
            {
                "        x = np.vstack([x, [[1.0]]])\n": "",
                "np.zeros((n_x + 1, n_x + 1))": "np.zeros((n_x, n_x))",
            },
            why="b is a parameter too. Append a 1 to x, the feature that belongs to b.",
        ),
        Mistake(
            "the bias comes first",
            {"np.vstack([x, [[1.0]]])": "np.vstack([[[1.0]], x])"},
            why="The order is w1, w2, …, b: the 1 comes last.",
        ),
        Mistake(
            "the curvature is taken at w = 0 and b = 0",
            {"a = neuron(x, w, b)": "a = 0.5"},
            why="How strongly the cost bends depends on where w and b stand: a is the neuron's output.",
        ),
        Mistake(
            "b is left out of the output",
            {"neuron(x, w, b)": "neuron(x, w, 0.0)"},
            why="z = wᵀx + b.",
        ),
        Mistake(
            "m is the number of features",
            {"n_x, m = X.shape": "n_x, m = X.shape[0], X.shape[0]"},
            why="Examples are columns: m = X.shape[1].",
        ),
        Mistake(
            "the inner product of x with itself is taken",
            {"x @ x.T": "(x.T @ x).item()"},
            why="With a column x, (n, 1), x @ x.T is a table with all products of two features. x.T @ x is one number, "
            "their sum of squares, and so is x @ x.T of an x with one axis only.",
        ),
        Mistake(
            "it returns in the first round of the loop",
            {"    return H / m": "        return H / m"},
            why="The return stands after the loop, not in it.",
        ),
        Mistake(
            "the sign is turned",
            {"H = H + a": "H = H - a"},
            why="The cost of L bends upward: the diagonal of H is never negative.",
        ),
    ),
    hints=(
        "The slope with respect to w1 is the mean of x1 (a − y). How does that move when w2 moves, and a with it?",
        "Entry (j, k) is the mean over the examples of a(1 − a) x_j x_k. With x as a column, x @ x.T has all "
        "products x_j x_k in one table.",
        "Start from a table of zeros, (n_x + 1, n_x + 1). For each example take the output first, then append a 1 "
        "to the column with np.vstack, and add the output's a(1 − a) times the table of products. Divide by m.",
    ),
)
