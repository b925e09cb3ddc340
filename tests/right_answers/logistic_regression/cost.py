import numpy as np

from helpers.losses import loss


def looped(A, Y):
    J = 0.0
    for i in range(Y.shape[1]):
        J += loss(A[0, i], Y[0, i])
    return J / Y.shape[1]


def mean(A, Y):
    return np.mean(loss(A, Y))


def from_scratch(A, Y):
    A = np.clip(A, 1e-15, 1 - 1e-15)
    return -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))


def divided_inside(A, Y):
    m = A.shape[1]
    return sum(loss(a, y) / m for a, y in zip(A[0], Y[0], strict=True))


def dot_products(A, Y):
    A = np.clip(A, 1e-15, 1 - 1e-15)
    return (-(Y @ np.log(A).T + (1 - Y) @ np.log(1 - A).T) / Y.size).item()


def in_single_precision(A, Y):
    return np.mean(loss(A.astype(np.float32), Y.astype(np.float32)))
