"""Right answers to `dropout_forward`, written differently."""

import numpy as np


def loop(A, keep, rng):
    mask = np.zeros(A.shape)
    for i in range(A.shape[0]):
        for j in range(A.shape[1]):
            if rng.random() < keep:
                mask[i, j] = 1 / keep
    return A * mask, mask


def binomial(A, keep, rng):
    mask = rng.binomial(1, keep, size=A.shape) / keep
    return np.multiply(A, mask), mask


def from_above(A, keep, rng):
    mask = np.where(rng.uniform(size=A.shape) >= 1 - keep, 1 / keep, 0)
    return mask * A, mask


def choice(A, keep, rng):
    mask = rng.choice([0.0, 1 / keep], p=[1 - keep, keep], size=A.shape)
    return A * mask, mask


def single_precision(A, keep, rng):
    mask = (rng.random(A.shape, dtype=np.float32) < keep).astype(np.float32) / np.float32(keep)
    return (A * mask).astype(np.float32), mask


def copy_and_blank(A, keep, rng):
    dropped = rng.random(A.shape) >= keep
    out, mask = A / keep, np.ones_like(A) / keep
    out[dropped], mask[dropped] = 0, 0
    return [out, mask]


def one_example_after_the_other(A, keep, rng):
    mask = np.zeros_like(A)
    for j in range(A.shape[1]):
        mask[:, j] = (rng.random(A.shape[0]) < keep) / keep
    return A * mask, mask


def nothing_to_drop(A, keep, rng):
    if keep == 1:
        return A.copy(), np.ones_like(A)
    mask = (rng.random(A.shape) < keep) / keep
    return A * mask, mask
