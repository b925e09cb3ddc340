"""Right answers to `standard_error`, written differently."""

import math

import numpy as np


def plain_python(p, m):
    return math.sqrt(p * (1 - p) / m)


def power(p, m):
    return ((p - p**2) / m) ** 0.5


def two_roots(p, m):
    return np.sqrt(p * (1 - p)) / np.sqrt(m)


def share_wrong(p, m):
    wrong = 1 - p
    return np.array(np.sqrt(p * wrong) * m**-0.5)


def by_counts(p, m):
    right = p * m
    return math.sqrt(right * (m - right) / m) / m
