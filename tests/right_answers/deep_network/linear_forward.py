"""Right answers written differently."""

import numpy as np


def with_dot(A_previous, W, b):
    return b + np.dot(W, A_previous)


def with_einsum(A_previous, W, b):
    return np.einsum("jk,ki->ji", W, A_previous) + b


def example_by_example(A_previous, W, b):
    return np.hstack([W @ A_previous[:, [i]] + b for i in range(A_previous.shape[1])])


def unit_by_unit(A_previous, W, b):
    return np.array([W[j] @ A_previous + b[j] for j in range(len(W))])


def bias_as_a_weight(A_previous, W, b):
    ones = np.ones((1, A_previous.shape[1]))
    return np.concatenate([W, b], axis=1) @ np.concatenate([A_previous, ones])


def in_float32(A_previous, W, b):
    return W.astype("float32") @ A_previous.astype("float32") + b.astype("float32")
