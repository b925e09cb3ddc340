"""Training with steps that make no new array, all examples at once or in mini-batches.

X may be in any memory order; example after example (`X.T` in C order) is the fastest. Logistic regression is the
network of one layer. No costs on the way: ask `helpers.losses` where you want to see one.
"""

import numpy as np

from helpers.speed.in_place import RELU, SIGMOID
from helpers.speed.steps import make_buffers, step


def example_after_example(X):
    """Return X, (n_x, m), with each column's numbers side by side in memory; a copy only where it is not so yet."""
    return np.ascontiguousarray(X.T).T


def own(parameters):
    """Return copies of the parameters, [(W1, b1), ...], free to be changed in place."""
    return [(W.copy(), b.copy()) for W, b in parameters]


def train(X, Y, parameters, learning_rate, iterations, hidden=RELU, output=SIGMOID):
    """Return the parameters after `iterations` steps on all of X, (n_x, m), and Y, (n_y, m).

    The caller's parameters stay as they are.
    """
    X, Y, parameters = example_after_example(X), Y.astype(X.dtype), own(parameters)
    buffers = make_buffers(parameters, X.shape[1])
    for _ in range(iterations):
        step(X, Y, parameters, buffers, learning_rate, hidden, output)
    return parameters


def train_in_batches(X, Y, parameters, size, learning_rate, epochs, rng, hidden=RELU, output=SIGMOID):
    """Return the parameters after `epochs` epochs of mini-batches of `size` columns.

    X is (n_x, m), Y is (n_y, m); the caller's parameters stay as they are.
    The batches are those of `helpers.splits.mini_batches` for the same rng, gathered into one buffer.
    """
    rows, labels, parameters = np.ascontiguousarray(X.T), np.ascontiguousarray(Y.T, X.dtype), own(parameters)
    X_rows, Y_rows = np.empty_like(rows[:size]), np.empty_like(labels[:size])
    buffers = {n: make_buffers(parameters, n) for n in {len(X_rows), len(rows) % size} - {0}}
    for _ in range(epochs):
        order = rng.permutation(len(rows))
        for start in range(0, len(rows), size):
            chosen = order[start : start + size]
            X_batch = np.take(rows, chosen, axis=0, out=X_rows[: len(chosen)], mode="clip").T
            Y_batch = np.take(labels, chosen, axis=0, out=Y_rows[: len(chosen)], mode="clip").T
            step(X_batch, Y_batch, parameters, buffers[len(chosen)], learning_rate, hidden, output)
    return parameters
