"""tanh written differently."""

import math

import numpy as np


def plain(z):
    return np.tanh(z)


def from_the_sigmoid(z):
    with np.errstate(over="ignore"):
        return 2 / (1 + np.exp(-2 * np.asarray(z))) - 1


def with_falling_exponential(z):
    e = np.exp(-2 * np.abs(z))
    return np.sign(z) * (1 - e) / (1 + e)


def entry_by_entry(z):
    if np.ndim(z) == 0:
        return math.tanh(z)
    return np.array([entry_by_entry(row) for row in z])


def float32(z):
    return np.tanh(np.asarray(z, dtype=np.float32))


def with_expm1(z):
    e = np.expm1(2 * np.minimum(np.abs(z), 300))
    return np.copysign(e / (e + 2), z)
