"""The slope of ReLU written differently, with 0, ½ or 1 at the corner."""

import numpy as np


def zero_at_zero(z):
    return (np.asarray(z) > 0).astype(float)


def one_at_zero(z):
    return np.where(np.asarray(z) >= 0, 1, 0)


def half_at_zero(z):
    return np.heaviside(z, 0.5)


def truth_values(z):
    return np.asarray(z) > 0


def entry_by_entry(z):
    if np.ndim(z) == 0:
        return 1 if z > 0 else 0
    return np.array([entry_by_entry(row) for row in z])


def filled(z):
    slope = np.zeros(np.shape(z))
    slope[np.asarray(z) > 0] = 1
    return slope
