import math

import numpy as np


def by_sign(z):
    z = np.asarray(z, dtype=float)
    small = np.exp(-np.abs(z))
    return np.where(z >= 0, 1 / (1 + small), small / (1 + small))


def clipped(z):
    return 1 / (1 + np.exp(-np.clip(z, -700, 700)))


def looped(z):
    def one(v):
        return 1 / (1 + math.exp(-v)) if v >= 0 else math.exp(v) / (1 + math.exp(v))

    return one(z) if np.ndim(z) == 0 else np.array([one(v) for v in np.ravel(z)]).reshape(np.shape(z))


def by_logaddexp(z):
    return np.exp(-np.logaddexp(0, -np.asarray(z)))


def in_single_precision(z):
    return np.float32(0.5) * (1 + np.tanh(np.asarray(z, dtype=np.float32) / 2))


def halves(z):
    return (np.tanh(np.divide(z, 2)) + 1) / 2
