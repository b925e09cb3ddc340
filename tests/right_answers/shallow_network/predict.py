"""Labels from outputs, written differently."""

import numpy as np

from helpers.activations import TANH
from helpers.shallow_network import forward


def truth_values(X, parameters, hidden=TANH):
    return forward(X, parameters, hidden)[0] > 0.5


def rounded(X, parameters, hidden=TANH):
    A2, cache = forward(X, parameters, hidden)
    return np.round(A2)


def chosen(X, parameters, hidden=TANH):
    A2, _ = forward(X, parameters, hidden)
    return np.where(A2 >= 0.5, 1, 0)


def column_by_column(X, parameters, hidden=TANH):
    columns = [forward(X[:, i : i + 1], parameters, hidden)[0] for i in range(X.shape[1])]
    return np.array([[1 if a[k, 0] > 0.5 else 0 for a in columns] for k in range(len(columns[0]))])


def without_the_last_sigmoid(X, parameters, hidden=TANH):
    _, (_, A1, _) = forward(X, parameters, hidden)
    W2, b2 = parameters[1]
    return (W2 @ A1 + b2 > 0).astype(float)


def filled(X, parameters, hidden=TANH):
    A2, _ = forward(X, parameters, hidden)
    labels = np.zeros(A2.shape)
    labels[A2 > 0.5] = 1
    return labels
