"""Right answers to `dropout_backward`, written differently."""

import numpy as np


def other_order(dA, mask):
    return mask * dA


def multiply(dA, mask):
    return np.multiply(dA, mask)


def blank(dA, mask):
    return np.where(mask == 0, 0, dA * mask)


def loop(dA, mask):
    result = np.zeros(dA.shape)
    for i in range(dA.shape[0]):
        for j in range(dA.shape[1]):
            result[i, j] = dA[i, j] * mask[i, j]
    return result


def copied(dA, mask):
    result = dA.copy()
    result *= mask
    return result


def single_precision(dA, mask):
    return (dA * mask).astype(np.float32)
