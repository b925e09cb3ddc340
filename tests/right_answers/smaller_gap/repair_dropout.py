"""Right answers to `repair_dropout`, written differently."""

import numpy as np


def early_return(A, keep, rng, training):
    if not training:
        return A
    mask = rng.random(A.shape) < keep
    return A * mask / keep


def scaled_mask(A, keep, rng, training):
    if training:
        mask = (rng.random(A.shape) < keep) / keep
        return mask * A
    return A


def mask_of_ones(A, keep, rng, training):
    mask = np.ones(A.shape)
    if training:
        mask = rng.binomial(1, keep, A.shape) / keep
    return A * mask


def where(A, keep, rng, training):
    return np.where(rng.random(A.shape) < keep, A / keep, 0) if training else A.copy()


def single_precision(A, keep, rng, training):
    if training:
        kept = rng.uniform(size=A.shape) < keep
        return (A * kept / keep).astype(np.float32)
    return A.astype(np.float32)


def only_below_one(A, keep, rng, training):
    if training and keep < 1:
        return A * (rng.random(A.shape) < keep) / keep
    return A
