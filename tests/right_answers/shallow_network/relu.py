"""ReLU written differently."""

import numpy as np


def maximum(z):
    return np.maximum(z, 0)


def half_sum(z):
    return (z + np.abs(z)) / 2


def masked(z):
    return z * (np.asarray(z) > 0)


def chosen(z):
    return np.where(np.asarray(z) > 0, z, 0.0)


def clipped(z):
    return np.clip(z, 0, None)


def copied(z):
    a = np.array(z, dtype=float)
    a[a < 0] = 0
    return a


def entry_by_entry(z):
    if np.ndim(z) == 0:
        return max(0, z)
    return np.array([entry_by_entry(row) for row in z])
