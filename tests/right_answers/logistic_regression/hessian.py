import numpy as np

from helpers.activations import sigmoid, sigmoid_derivative
from helpers.logistic_loops import neuron


def all_at_once(w, b, X):
    X1 = np.vstack([X, np.ones((1, X.shape[1]))])
    a = sigmoid(w.T @ X + b)
    return (X1 * (a * (1 - a))) @ X1.T / X.shape[1]


def entry_by_entry(w, b, X):
    n, m = X.shape
    H = np.zeros((n + 1, n + 1))
    for i in range(m):
        x = [*X[:, i], 1.0]
        a = neuron(X[:, [i]], w, b)
        for j in range(n + 1):
            for k in range(n + 1):
                H[j, k] += a * (1 - a) * x[j] * x[k] / m
    return H


def outer_products(w, b, X):
    parts = []
    for x in X.T:
        a = neuron(x.reshape(-1, 1), w, b)
        parts.append((a - a**2) * np.outer([*x, 1], [*x, 1]))
    return np.mean(parts, axis=0)


def by_blocks(w, b, X):
    s = sigmoid_derivative(w.T @ X + b) / X.shape[1]
    column = X @ s.T
    return np.block([[(X * s) @ X.T, column], [column.T, np.sum(s)]])


def appended_first(w, b, X):
    ones = np.ones((1, X.shape[1]))
    X1, theta = np.concatenate([X, ones]), np.concatenate([w, [[b]]])
    slopes = sigmoid_derivative(theta.T @ X1)[0]
    return X1 @ np.diag(slopes) @ X1.T / len(slopes)
