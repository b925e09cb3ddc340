"""Logistic regression without loops: what `helpers.logistic_loops` does, for all examples at once.

    helpers.logistic_loops           here
    neuron: one output               σ(wᵀX + b), all outputs in one line
    backward_one, gradient_loop      propagate
    descend                          optimize
    predict                          predict
    -                                train_logistic: `optimize` from zeros

w is (n_x, 1), b a number, X is (n_x, m), Y is (1, m). Not here: hidden layers (`helpers.shallow_network`).
"""

import numpy as np

from helpers.activations import sigmoid
from helpers.losses import cost


def propagate(w, b, X, Y):
    """Return (dw, db, J): the gradient of the cost and the cost, of all m examples at once.

    Forward: Z = wᵀX + b and A = σ(Z), both (1, m), and the cost J of A and Y.
    Backward: dZ = A − Y, (1, m); dw = X dZᵀ / m, (n_x, 1) like w; db = Σ dZ / m, a number.
    X is (n_x, m), Y is (1, m), w is (n_x, 1), b is a number. No loop.
    """
    m = X.shape[1]
    Z = w.T @ X + b
    A = sigmoid(Z)
    dZ = A - Y
    dw = X @ dZ.T / m
    db = np.sum(dZ) / m
    return dw, db, cost(A, Y)


def optimize(w, b, X, Y, learning_rate, iterations):
    """Return (w, b, costs) after `iterations` steps of gradient descent from the given w and b.

    Each step: dw, db, J = propagate(w, b, X, Y); then w − α dw and b − α db with the
    learning rate α. costs is a list with the J of every step, before its update.
    w is (n_x, 1), b is a number; the caller's w stays as it is.
    """
    costs = []
    for _ in range(iterations):
        dw, db, J = propagate(w, b, X, Y)
        w = w - learning_rate * dw
        b = b - learning_rate * db
        costs.append(J)
    return w, b, costs


def predict(w, b, X):
    """Return the predicted labels, (1, m): 1 where σ(wᵀX + b) is above ½, else 0.

    X is (n_x, m), w is (n_x, 1), b is a number. No loop.
    """
    A = sigmoid(w.T @ X + b)
    return (A > 0.5).astype(int)


def train_logistic(X, Y, learning_rate, iterations):
    """Return (w, b, costs) of a logistic regression trained on X, (n_x, m), and Y, (1, m).

    Start from w full of zeros, (n_x, 1), and b = 0, then `optimize`. X decides what n_x is.
    """
    w = np.zeros((X.shape[0], 1), dtype=X.dtype)
    return optimize(w, 0.0, X, Y, learning_rate, iterations)
