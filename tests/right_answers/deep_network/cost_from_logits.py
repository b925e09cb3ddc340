"""Right answers written differently."""

import numpy as np


def with_logaddexp(Z, Y):
    return np.sum(np.logaddexp(0, Z) - Z * Y) / Z.shape[1]


def by_sign(Z, Y):
    wrong_side = np.where(Y == 1, -Z, Z)
    return np.sum(np.logaddexp(0, wrong_side)) / Y.shape[1]


def mean_of_sums(Z, Y):
    losses = Z * (Z > 0) - Z * Y + np.log(1 + np.exp(-abs(Z)))
    return losses.sum(axis=0).mean()


def entry_by_entry(Z, Y):
    total = 0.0
    for z, y in zip(Z.ravel(), Y.ravel(), strict=True):
        total += max(z, 0) - z * y + np.log1p(np.exp(-abs(z)))
    return total / Z.shape[1]


def with_where(Z, Y):
    tail = np.log1p(np.exp(np.where(Z > 0, -Z, Z)))
    return np.mean(np.sum(np.where(Z > 0, Z, 0) - np.multiply(Z, Y) + tail, axis=0))


def mean_times_outputs(Z, Y):
    return Z.shape[0] * np.mean(np.maximum(Z, 0) - Z * Y + np.log1p(np.exp(-np.abs(Z))))
