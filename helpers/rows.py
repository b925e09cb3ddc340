"""The other convention: rows are examples, as in PyTorch and most other libraries.

Columns become rows: X is (m, n_x) there and Y is (m, n_y). Not here: everything else, which has columns.
"""


def to_rows(X, Y, parameters):
    """Return (X, Y, parameters) as a library expects them that has examples in rows.

    X is (n_x, m) and becomes (m, n_x); Y is (n_y, m) and becomes (m, n_y).
    parameters is [(W1, b1), ...]: W, (n[l], n[l-1]), stays as it is, and b, (n[l], 1), becomes
    an array with one axis, (n[l],). A layer there computes X Wᵀ + b.
    """
    return X.T, Y.T, [(W, b[:, 0]) for W, b in parameters]
