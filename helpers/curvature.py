"""How strongly the cost of logistic regression bends, and how long a step may be.

w is (n_x, 1), b a number, X is (n_x, m). Not here: the curvature of networks with hidden layers.
"""

import numpy as np

from helpers.logistic_loops import neuron


def hessian(w, b, X):
    """Return H, the second derivatives of the cost: the mean over all columns of a(1−a) x xᵀ.

    a is the output for x, a column of X, (n_x, m). In x xᵀ the column x has a 1 appended, the
    feature that belongs to b: it is (n_x + 1, 1), and H is (n_x + 1, n_x + 1), in the order
    w1, w2, …, b.
    """
    n_x, m = X.shape
    H = np.zeros((n_x + 1, n_x + 1))
    for i in range(m):
        x = X[:, [i]]
        a = neuron(x, w, b)
        x = np.vstack([x, [[1.0]]])
        H = H + a * (1 - a) * x @ x.T
    return H / m


def largest_rate(H):
    """Return the learning rate 2/λ, a number: below it, descent comes down near a lowest point.

    λ is the largest curvature, the largest eigenvalue of H, (n, n). `np.linalg.eigvalsh(H)`
    returns all eigenvalues of a symmetric matrix, (n,), the smallest first.
    """
    return 2 / np.linalg.eigvalsh(H)[-1]
