"""Right answers to `softmax_cost_from_logits`, written differently."""

import numpy as np


def loops(Z, Y):
    total = 0.0
    for i in range(Z.shape[1]):
        z = Z[:, i] - max(Z[:, i])
        total += np.log(sum(np.exp(z))) - z[np.argmax(Y[:, i])]
    return total / Z.shape[1]


def logaddexp(Z, Y):
    return np.mean(np.logaddexp.reduce(Z, axis=0) - np.sum(Y * Z, axis=0))


def correct_entry(Z, Y):
    c = Z.max(axis=0)
    log_sum = c + np.log(np.exp(Z - c).sum(axis=0))
    return float((log_sum - Z[Y.argmax(axis=0), np.arange(Z.shape[1])]).mean())


def margins(Z, Y):
    correct = np.sum(Z * Y, axis=0, keepdims=True)
    D = Z - correct
    c = np.max(D, axis=0)
    return np.average(c + np.log(np.sum(np.exp(D - c), axis=0)))


def dot_products(Z, Y):
    shifted = Z - np.max(Z, axis=0)
    log_sums = np.log(np.ones((1, len(Z))) @ np.exp(shifted))
    return (log_sums.sum() - np.vdot(Y, shifted)) / Y.shape[1]
