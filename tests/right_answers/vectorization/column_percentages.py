import numpy as np


def rank_one_sums(A):
    return A / A.sum(0) * 100


def column_by_column(A):
    P = np.zeros(A.shape)
    for j in range(A.shape[1]):
        P[:, j] = A[:, j] / sum(A[:, j]) * 100
    return P


def ones_times(A):
    return 100 * A / (np.ones((1, A.shape[0])) @ A)


def turned(A):
    return (100 * A.T / A.T.sum(axis=1, keepdims=True)).T


def einsum(A):
    return np.einsum("ij,j->ij", A, 100 / np.einsum("ij->j", A))


def reshaped(A):
    return A * 100.0 / A.sum(axis=0).reshape(1, -1)


def single_precision(A):
    A = A.astype(np.float32)
    return 100 * A / A.sum(axis=0)
