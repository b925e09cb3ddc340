"""Right answers to `repair_report`, written differently."""

import numpy as np


def methods(validation_scores, test_scores):
    k = validation_scores.mean(axis=1).argmax()
    return k, test_scores.mean(axis=1)[k]


def sums(validation_scores, test_scores):
    k = np.argsort(-validation_scores.sum(axis=1), kind="stable")[0]
    return int(k), test_scores[k].sum() / test_scores.shape[1]


def loop(validation_scores, test_scores):
    best, best_score = 0, -1
    for k, row in enumerate(validation_scores):
        if sum(row) / len(row) > best_score:
            best, best_score = k, sum(row) / len(row)
    return best, sum(test_scores[best]) / len(test_scores[best])


def sorted_pairs(validation_scores, test_scores):
    means = [float(np.mean(row)) for row in validation_scores]
    k = max(range(len(means)), key=means.__getitem__)
    return [k, float(np.mean(test_scores[k]))]


def averages(validation_scores, test_scores):
    k = np.argmax(np.average(validation_scores, axis=1))
    return np.int64(k), np.average(test_scores, axis=1)[k]
