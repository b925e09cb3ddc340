"""Two small habits with arrays: a sum over one axis instead of a loop, and an assert for the shapes one relies on.

Not here: pictures (`helpers.images`).
"""

import numpy as np


def column_lengths(X):
    """Return the length of every column of X, √(x1² + x2² + …), as a row.

    X is (n, m), the result is (1, m). No loop.
    """
    return np.sqrt(np.sum(X**2, axis=0, keepdims=True))


def count_examples(w, X, Y):
    """Return m, the number of examples, and stop with an `assert` where a shape is wrong.

    X is (n_x, m). The weights w must be a column, (n_x, 1), and the labels Y a row, (1, m).
    """
    n_x, m = X.shape
    assert w.shape == (n_x, 1)
    assert Y.shape == (1, m)
    return m
