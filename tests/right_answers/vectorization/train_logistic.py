import numpy as np

from helpers.activations import sigmoid
from helpers.logistic_regression import optimize, propagate
from helpers.losses import cost


def counted(X, Y, learning_rate, iterations):
    n_x, m = X.shape
    return optimize(np.zeros((n_x, 1)), 0, X, Y, learning_rate, iterations)


def like_a_column(X, Y, learning_rate, iterations):
    return optimize(np.zeros_like(X[:, :1]), 0.0, X, Y, learning_rate, iterations)


def reshaped(X, Y, learning_rate, iterations):
    w = np.zeros(len(X)).reshape(-1, 1)
    return optimize(w, 0.0, X, Y, learning_rate=learning_rate, iterations=iterations)


def by_steps(X, Y, learning_rate, iterations):
    w, b, costs = np.zeros((X.shape[0], 1)), 0.0, []
    for _ in range(iterations):
        dw, db, J = propagate(w, b, X, Y)
        w, b = w - learning_rate * dw, b - learning_rate * db
        costs.append(J)
    return w, b, costs


def everything_inside(X, Y, learning_rate, iterations):
    w, b, costs = 0 * X[:, [0]], 0.0, []
    for _ in range(iterations):
        dZ = sigmoid(w.T @ X + b) - Y
        costs.append(cost(dZ + Y, Y))
        w = w - learning_rate * (X @ dZ.T) / Y.size
        b = b - learning_rate * dZ.mean()
    return w, b, costs


def single_precision(X, Y, learning_rate, iterations):
    X, Y = X.astype(np.float32), Y.astype(np.float32)
    return optimize(np.zeros((X.shape[0], 1), np.float32), np.float32(0), X, Y, learning_rate, iterations)
