"""Right answers to `softmax_gradient`, written differently."""

import numpy as np

from helpers.softmax import softmax


def in_two_steps(Z, Y):
    A = softmax(Z)
    return A - Y


def in_place_on_a_copy(Z, Y):
    dZ = softmax(Z).copy()
    dZ[np.argmax(Y, axis=0), np.arange(Y.shape[1])] -= 1
    return dZ


def through_the_jacobian(Z, Y):
    A = softmax(Z)
    dZ = np.zeros(Z.shape)
    for i in range(Z.shape[1]):
        a, k = A[:, i], np.argmax(Y[:, i])
        dZ[:, i] = a - np.eye(len(a))[k]
    return dZ


def column_by_column(Z, Y):
    return np.concatenate([softmax(Z[:, [i]]) - Y[:, [i]] for i in range(Z.shape[1])], axis=1)


def with_labels_counted(Z, Y):
    return softmax(Z) * np.sum(Y, axis=0, keepdims=True) - Y
