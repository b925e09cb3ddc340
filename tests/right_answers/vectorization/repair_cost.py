import numpy as np


def both_rows(A, Y):
    return -np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / Y.shape[1]


def dot_products(A, Y):
    return -(Y @ np.log(A).T + (1 - Y) @ np.log(1 - A).T).item() / Y.shape[1]


def chosen(A, Y):
    return -np.mean(np.log(np.where(Y == 1, A, 1 - A)))


def loop(A, Y):
    J = 0
    for a, y in zip(A[0], Y[0], strict=True):
        J -= np.log(a) if y == 1 else np.log(1 - a)
    return J / len(Y[0])


def clipped(A, Y):
    A = np.clip(A, 1e-15, 1 - 1e-15)
    return np.mean(-Y * np.log(A) - (1 - Y) * np.log(1 - A))


def logarithm_to_base_two(A, Y):
    return -np.log(2) * np.mean(Y * np.log2(A) + (1 - Y) * np.log2(1 - A))
