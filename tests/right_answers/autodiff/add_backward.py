"""Right answers written differently."""

import numpy as np


def with_names(dC, A, B):
    dA = dC
    dB = dC
    return dA, dB


def with_slopes(dC, A, B):
    C = A + B
    return dC * np.ones_like(C), np.ones_like(C) * dC


def with_copies(dC, A, B):
    return dC.copy(), dC.copy()


def as_a_list(dC, A, B):
    return [1 * dC, 1.0 * dC]


def single_precision(dC, A, B):
    dA = np.asarray(dC, np.float32)
    return dA, dA.copy()
