import numpy as np

from helpers.activations import sigmoid
from helpers.logistic_loops import backward_one, neuron
from helpers.losses import cost, loss


def divided_inside(w, b, X, Y):
    m = Y.shape[1]
    dw, db, J = 0 * w, 0, 0
    for i in range(m):
        one, bias = backward_one(X[:, i : i + 1], Y[0, i], w, b)
        dw, db = dw + one / m, db + bias / m
        J += loss(neuron(X[:, i : i + 1], w, b), Y[0, i]) / m
    return dw, db, J


def all_loops(w, b, X, Y):
    n_x, m = X.shape
    dw, db, J = np.zeros((n_x, 1)), 0.0, 0.0
    for i in range(m):
        a = sigmoid(sum(w[j, 0] * X[j, i] for j in range(n_x)) + b)
        J += loss(a, Y[0, i])
        for j in range(n_x):
            dw[j, 0] += X[j, i] * (a - Y[0, i])
        db += a - Y[0, i]
    return dw / m, db / m, J / m


def no_loop(w, b, X, Y):
    A = sigmoid(w.T @ X + b)
    return X @ (A - Y).T / Y.size, np.mean(A - Y), cost(A, Y)


def means_of_lists(w, b, X, Y):
    columns = [X[:, [i]] for i in range(X.shape[1])]
    pairs = [backward_one(x, y, w, b) for x, y in zip(columns, Y[0], strict=True)]
    losses = [loss(neuron(x, w, b), y) for x, y in zip(columns, Y[0], strict=True)]
    return np.mean([p[0] for p in pairs], axis=0), np.mean([p[1] for p in pairs]), np.mean(losses)


def from_the_end(w, b, X, Y):
    m = X.shape[1]
    dw, db, J = np.zeros_like(w), 0.0, 0.0
    i = m
    while i:
        i -= 1
        x = X[:, i].reshape(-1, 1)
        a = neuron(x, w, b)
        dw += (a - Y[0, i]) * x
        db += a - Y[0, i]
        J -= Y[0, i] * np.log(a) + (1 - Y[0, i]) * np.log(1 - a)
    return dw / m, db / m, J / m
