import math

import numpy as np


def clipped(a, y):
    a = np.clip(a, 1e-15, 1 - 1e-15)
    return -(y * np.log(a) + (1 - y) * np.log(1 - a))


def by_case(a, y):
    return -math.log(max(a, 1e-15)) if y == 1 else -math.log(max(1 - a, 1e-15))


def probability_of_the_truth(a, y):
    return -np.log(np.maximum(y * a + (1 - y) * (1 - a), 1e-15))


def two_terms(a, y):
    first = -y * np.log(max(a, 1e-15))
    second = -(1 - y) * np.log(max(1 - a, 1e-15))
    return first + second


def inverse(a, y):
    return y * np.log(1 / np.maximum(a, 1e-15)) + (1 - y) * np.log(1 / np.maximum(1 - a, 1e-15))


def as_array(a, y):
    return np.array(by_case(a, y))
