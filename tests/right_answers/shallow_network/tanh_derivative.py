"""The slope of tanh written differently."""

import numpy as np


def factored(z):
    a = np.tanh(z)
    return (1 - a) * (1 + a)


def multiplied(z):
    a = np.tanh(z)
    return 1 - a * a


def from_sech(z):
    e = np.exp(-2 * np.abs(z))
    return 4 * e / (1 + e) ** 2


def powered(z):
    return 1 - np.power(np.tanh(z), 2)


def entry_by_entry(z):
    if np.ndim(z) == 0:
        return 1 - np.tanh(z) ** 2
    return np.array([entry_by_entry(row) for row in z])
