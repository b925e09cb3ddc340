"""What hidden units answer to: the examples that excite each of them most, and how alike those are.

Not here: drawing them (`helpers.figures.layers`).
"""

import numpy as np


def favorites(A, count=8):
    """Return for every unit the indices of the examples that excite it most, (n, count), from A, (n, m)."""
    return np.argsort(-A, axis=1)[:, :count]


def liveliest(A, count=3):
    """Return the indices, (count,), of the units whose values differ most between the examples of A, (n, m)."""
    return np.argsort(-np.std(A, axis=1))[:count]


def taste(A, X):
    """Return for every unit the mean of X, (n_x, m), weighted by its values in A, (n, m), minus the mean of X.

    The result is (n, n_x), positive where what excites the unit is larger than usual. A must not be negative.
    """
    totals = np.maximum(A.sum(axis=1, keepdims=True), 1e-12)
    return A @ X.T / totals - X.mean(axis=1)


def agreement(A, Y, count=8):
    """Return how far the labels of a unit's favorites agree, averaged over the units of A, (n, m), that ever fire.

    1 when all favorites of every unit have one label, ½ when both labels are equally common; Y is (1, m).
    """
    fires = A.max(axis=1) > 0
    shares = np.ravel(Y)[favorites(A[fires], count)].mean(axis=1)
    return float(np.mean(np.maximum(shares, 1 - shares)))
