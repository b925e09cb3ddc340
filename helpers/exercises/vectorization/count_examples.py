"""Shapes that are asserted before they are relied on."""

import numpy as np

from helpers.arrays import count_examples
from helpers.engine.check import Case, Exercise, Mistake


def shapes(w, X, Y):
    """Return arrays of ones in three shapes, by name."""
    return {"w": np.ones(w), "X": np.ones(X), "Y": np.ones(Y)}


def cases(rng):
    """Yield cases from small to large, right shapes and wrong ones."""
    yield Case("all shapes as they should be", **shapes((2, 1), (2, 3), (1, 3)))
    n = int(rng.integers(2, 5))
    m = n + int(rng.integers(1, 4))
    yield Case("w with one axis only", **shapes((n,), (n, m), (1, m)))
    yield Case("w as a row", **shapes((1, n), (n, m), (1, m)))
    yield Case("w for one feature more than X has", **shapes((n + 1, 1), (n, m), (1, m)))
    yield Case("w as a matrix", **shapes((n, n), (n, m), (1, m)))
    yield Case("Y with one axis only", **shapes((n, 1), (n, m), (m,)))
    yield Case("Y as a column", **shapes((n, 1), (n, m), (m, 1)))
    yield Case("one label more than there are examples", **shapes((n, 1), (n, m), (1, m + 1)))
    yield Case("two rows of labels", **shapes((n, 1), (n, m), (2, m)))
    yield Case("both wrong", **shapes((n,), (n, m), (m,)))
    yield Case("as many examples as features", **shapes((m, 1), (m, m), (1, m)))


exercise = Exercise(
    count_examples,
    points=2,
    cases=cases,
    probe="refusal",
    mistakes=(
        Mistake(
            "a wrong shape does not stop it",
            {"    assert w.shape == (n_x, 1)\n": "", "    assert Y.shape == (1, m)\n": ""},
            why="`assert condition` stops where the condition is false, if nothing returns before it or catches it. "
            "There are two shapes to assert.",
        ),
        Mistake(
            "the shape of w is not asserted",
            {"    assert w.shape == (n_x, 1)\n": ""},
            why="w must be a column, (n_x, 1).",
        ),
        Mistake(
            "the shape of Y is not asserted",
            {"    assert Y.shape == (1, m)\n": ""},
            why="Y must be a row, (1, m).",
        ),
        Mistake(
            "w is expected as a row",
            {"w.shape == (n_x, 1)": "w.shape == (1, n_x)"},
            why="w is a column, (n_x, 1).",
        ),
        Mistake(
            "Y is expected as a column", {"Y.shape == (1, m)": "Y.shape == (m, 1)"}, why="Y is a row, (1, m)."
        ),
        Mistake(
            "w is expected with one axis",
            {"w.shape == (n_x, 1)": "w.shape == (n_x,)"},
            why="A column has two axes: its shape is (n_x, 1).",
        ),
        Mistake(
            "Y is expected with one axis",
            {"Y.shape == (1, m)": "Y.shape == (m,)"},
            why="A row has two axes: its shape is (1, m).",
        ),
        Mistake(
            "only the length of w is asserted",
            {"w.shape == (n_x, 1)": "len(w) == n_x"},
            why="A rank-1 array of the same length passes that, and a matrix too. Compare the whole shape.",
        ),
        Mistake(
            "only the number of entries is asserted",
            {"w.shape == (n_x, 1)": "w.size == n_x", "Y.shape == (1, m)": "Y.size == m"},
            why="A row and a column have as many entries. Compare the whole shape.",
        ),
        Mistake(
            "a wrong shape is answered instead of stopped",
            {
                "    assert w.shape == (n_x, 1)\n    assert Y.shape == (1, m)\n": "    if w.shape != (n_x, 1) or "
                "Y.shape != (1, m):\n        return None\n"
            },
            why="Whoever does not look at the answer goes on with the wrong array. An assert stops.",
        ),
        Mistake(
            "the number of features is returned",
            {"    return m\n": "    return n_x\n"},
            why="Examples are columns: m.",
        ),
        Mistake(
            "features and examples are taken for each other",
            {"n_x, m = X.shape": "m, n_x = X.shape"},
            why="X is (n_x, m): features first, examples second.",
        ),
        Mistake(
            "one of the two is enough for it",
            {
                "    assert w.shape == (n_x, 1)\n    assert Y.shape == (1, m)\n": "    assert w.shape == (n_x, 1) or "
                "Y.shape == (1, m)\n"
            },
            why="Both shapes must be right: two asserts, or one with `and`.",
        ),
    ),
    hints=(
        "Which two sentences of the docstring say *must*? Write each of them as a line that stops where it is false.",
        "`assert w.shape == (n_x, 1)`; the same for Y, whose shape is (1, m).",
        "Take n_x and m from the shape of X. Then one assert for w and one for Y, each with the whole shape as a "
        "tuple. At the end return the number of examples.",
    ),
)
