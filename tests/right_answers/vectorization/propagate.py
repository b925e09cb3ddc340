import numpy as np

from helpers.activations import sigmoid
from helpers.losses import cost, loss


def one_line_each(w, b, X, Y):
    A = sigmoid(np.dot(w.T, X) + b)
    return np.dot(X, (A - Y).T) / Y.size, np.mean(A - Y), cost(A, Y)


def with_loops(w, b, X, Y):
    n_x, m = X.shape
    dw, db, J = np.zeros((n_x, 1)), 0.0, 0.0
    for i in range(m):
        a = sigmoid(sum(w[j, 0] * X[j, i] for j in range(n_x)) + b)
        J += loss(a, Y[0, i]) / m
        db += (a - Y[0, i]) / m
        for j in range(n_x):
            dw[j, 0] += (a - Y[0, i]) * X[j, i] / m
    return dw, db, J


def einsum(w, b, X, Y):
    A = sigmoid(np.einsum("ji,jk->ik", w, X) + b)
    dZ = (A - Y) / X.shape[1]
    return np.einsum("jk,ik->ji", X, dZ), dZ.sum(), cost(A, Y)


def mean_over_examples(w, b, X, Y):
    A = sigmoid((w * X).sum(axis=0, keepdims=True) + b)
    return np.mean(X * (A - Y), axis=1, keepdims=True), np.mean(A - Y), float(cost(A, Y))


def textbook_cost(w, b, X, Y):
    m = X.shape[1]
    A = 1 / (1 + np.exp(-(w.T @ X + b)))
    J = -np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / m
    return 1 / m * X @ (A - Y).T, 1 / m * np.sum(A - Y), J


def turned(w, b, X, Y):
    A = sigmoid(X.T @ w + b)
    dZ = A - Y.T
    return X @ dZ / len(dZ), dZ.mean(), cost(A.T, Y)


def single_precision(w, b, X, Y):
    w, X, Y = w.astype(np.float32), X.astype(np.float32), Y.astype(np.float32)
    A = sigmoid(w.T @ X + np.float32(b))
    dZ = A - Y
    return X @ dZ.T / X.shape[1], dZ.sum() / X.shape[1], cost(A, Y)
