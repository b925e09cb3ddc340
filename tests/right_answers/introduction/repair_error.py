"""Right answers to `repair_error`, written differently."""

import numpy as np


def other_order(predictions, values):
    return np.abs(values - predictions).mean()


def loop(predictions, values):
    total = 0
    for p, v in zip(predictions[0], values[0], strict=True):
        total += abs(p - v)
    return total / values.shape[1]


def roots_of_squares(predictions, values):
    return np.sum(np.sqrt((predictions - values) ** 2)) / values.size


def larger_minus_smaller(predictions, values):
    return np.mean(np.maximum(predictions, values) - np.minimum(predictions, values))


def norm(predictions, values):
    return np.linalg.norm((predictions - values).ravel(), 1) / values.shape[1]
