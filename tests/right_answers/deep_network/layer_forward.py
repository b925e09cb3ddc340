"""Right answers written differently."""

import numpy as np


def in_one_go(A_previous, W, b, activation):
    Z = W @ A_previous + b
    return activation.value(Z), (A_previous, W, Z)


def cache_as_a_list(A_previous, W, b, activation):
    Z = b + np.dot(W, A_previous)
    A = activation.value(Z)
    return A, [A_previous, W, Z]


def result_as_a_list(A_previous, W, b, activation):
    Z = np.matmul(W, A_previous) + b
    return [activation.value(Z), (A_previous, W, Z)]


def by_unpacking(A_previous, W, b, activation):
    name, value, derivative = activation
    Z = W.dot(A_previous) + b
    return value(Z), (A_previous, W, Z)


def with_copies(A_previous, W, b, activation):
    Z = np.einsum("jk,ki->ji", W, A_previous) + b
    return activation.value(Z), (A_previous.copy(), W.copy(), Z.copy())
