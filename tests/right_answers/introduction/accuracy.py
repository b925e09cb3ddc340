"""Right answers to `accuracy`, written differently."""

import numpy as np


def loop(predictions, labels):
    right = 0
    for p, y in zip(predictions.ravel(), labels.ravel(), strict=True):
        if p == y:
            right += 1
    return right / labels.size


def count_nonzero(predictions, labels):
    return np.count_nonzero(predictions == labels) / predictions.shape[1]


def one_minus_the_wrong(predictions, labels):
    return 1 - np.mean(predictions != labels)


def through_the_difference(predictions, labels):
    return np.sum((predictions - labels) == 0) / np.size(labels)


def single_precision(predictions, labels):
    return np.float32((predictions == labels).sum()) / np.float32(labels.size)


def python_number(predictions, labels):
    return float(np.equal(predictions, labels).astype(float).mean())
