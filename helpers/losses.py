"""The cross-entropy loss of one example and the cost of many.

Both stay finite where an output is exactly 0 or 1: no logarithm is taken of less than 1e-15.
Not here: the cost of a softmax output (`helpers.softmax`).
"""

import numpy as np


def loss(a, y):
    """Return the loss L(a, y) = −(y log a + (1 − y) log(1 − a)) of one example.

    a is the output, a number between 0 and 1; y is the label, 0 or 1.
    Take no logarithm of less than 1e-15, so that the loss stays finite for a = 0 and a = 1.
    """
    return -(y * np.log(np.maximum(a, 1e-15)) + (1 - y) * np.log(np.maximum(1 - a, 1e-15)))


def cost(A, Y):
    """Return the cost J, the mean over the m examples of the loss L(a, y).

    A and Y are (1, m): the outputs and the labels. From notebook 04 on they are (n_y, m), and
    the losses of a column are summed.
    The result is a number, finite for entries of A that are exactly 0 or 1.
    """
    return np.sum(loss(A, Y)) / Y.shape[1]


def cost_from_logits(Z, Y):
    """Return the cost of A = σ(Z) straight from Z, without rounding σ(Z).

    Z and Y are (n_y, m). The loss of one entry is max(z, 0) − z y + log(1 + e^−|z|); the losses
    of a column are summed, and the cost is the mean over the m columns.
    The same number as `cost(sigmoid(Z), Y)`, but exact where σ(Z) has been rounded to 0 or 1.
    """
    return np.sum(np.maximum(Z, 0) - Z * Y + np.log1p(np.exp(-np.abs(Z)))) / Y.shape[1]
