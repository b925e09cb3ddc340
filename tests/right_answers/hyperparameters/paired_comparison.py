"""Right answers to `paired_comparison`, written differently."""

import math

import numpy as np


def loop(first, second, labels):
    d = [int(s == y) - int(f == y) for f, s, y in zip(first[0], second[0], labels[0], strict=True)]
    m, mean = len(d), sum(d) / len(d)
    return mean, math.sqrt(sum((one - mean) ** 2 for one in d) / m) / math.sqrt(m)


def counts(first, second, labels):
    m = labels.shape[1]
    won = np.sum((second == labels) & (first != labels))
    lost = np.sum((second != labels) & (first == labels))
    mean = (won - lost) / m
    return mean, np.sqrt((won + lost) / m - mean**2) / np.sqrt(m)


def integers(first, second, labels):
    d = (second == labels) * 1 - (first == labels) * 1
    return d.mean(), d.std() / d.shape[1] ** 0.5


def variance(first, second, labels):
    d = np.subtract(second == labels, first == labels, dtype=float)
    return [np.average(d), math.sqrt(d.var() / labels.size)]


def accuracies(first, second, labels):
    right = np.vstack([first == labels, second == labels]).astype(float)
    difference = right[1].mean() - right[0].mean()
    deviations = right[1] - right[0] - difference
    return difference, np.sqrt(np.mean(deviations**2) / len(deviations))
