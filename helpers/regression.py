"""Predicting a number instead of a class: the deep network with a linear output, its cost and its error.

Not here: classes (`helpers.deep_network`, `helpers.classifier`).
"""

import numpy as np

from helpers.activations import IDENTITY, RELU
from helpers.deep_network import backward, forward


def squared_cost(A, Y):
    """Return half the mean of (a − y)² over the columns of A and Y, both (1, m): a number."""
    return np.sum((A - Y) ** 2) / (2 * Y.shape[1])


def gradient_and_cost(X, Y, parameters, hidden=RELU):
    """Return (gradients, cost) of one pass forward and back; X is (n_x, m) and Y is (1, m)."""
    A, caches = forward(X, parameters, hidden, IDENTITY)
    return backward(A, Y, caches, hidden), squared_cost(A, Y)


def predict(X, parameters, hidden=RELU):
    """Return the predicted numbers, (1, m), for the columns of X, (n_x, m)."""
    return forward(X, parameters, hidden, IDENTITY)[0]


def mean_absolute_error(predictions, values):
    """Return how far the predictions are from the values on average, a number ≥ 0.

    predictions and values are (1, m). The error of one example is |prediction − value|.
    The result is in the unit of the values.
    """
    return np.mean(np.abs(predictions - values))
