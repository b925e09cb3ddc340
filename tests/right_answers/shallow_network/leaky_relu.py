"""Leaky ReLU written differently."""

import numpy as np


def maximum(z):
    return np.maximum(z, z / 100)


def chosen(z):
    return np.where(np.asarray(z) > 0, z, 0.01 * np.asarray(z))


def two_sides(z):
    return np.maximum(0, z) + 0.01 * np.minimum(0, z)


def scaled(z):
    return z * np.where(np.asarray(z) < 0, 0.01, 1)


def entry_by_entry(z):
    if np.ndim(z) == 0:
        return z if z > 0 else 0.01 * z
    return np.array([entry_by_entry(row) for row in z])


def float32(z):
    z = np.asarray(z, dtype=np.float32)
    return np.maximum(np.float32(0.01) * z, z)
