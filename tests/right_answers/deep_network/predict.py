"""Right answers written differently."""

import numpy as np

from helpers.activations import RELU
from helpers.deep_network import forward


def as_booleans(X, parameters, hidden=RELU):
    return forward(X, parameters, hidden)[0] > 0.5


def as_floats(X, parameters, hidden=RELU):
    AL, _ = forward(X, parameters, hidden)
    return np.where(AL > 0.5, 1.0, 0.0)


def by_the_sign_of_z(X, parameters, hidden=RELU):
    _, caches = forward(X, parameters, hidden)
    return 1 * (caches[-1][2] > 0)


def entry_by_entry(X, parameters, hidden=RELU):
    AL, _ = forward(X, parameters, hidden)
    return np.array([[1 if a > 0.5 else 0 for a in row] for row in AL])


def without_caches(X, parameters, hidden=RELU):
    A = X
    for W, b in parameters[:-1]:
        A = hidden.value(W @ A + b)
    W, b = parameters[-1]
    return (W @ A + b > 0).astype(int)


def one_at_one_half(X, parameters, hidden=RELU):
    AL, _ = forward(X, parameters, hidden)
    return np.where(AL >= 0.5, 1, 0)
