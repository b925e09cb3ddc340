"""Areas written in other ways."""

import math

import numpy as np


def by_the_cosine_rule(a, b, c):
    cosine = (a * a + b * b - c * c) / (2 * a * b)
    return a * b * math.sqrt(1 - cosine**2) / 2


def without_halves(a, b, c):
    return np.sqrt((a + b + c) * (b + c - a) * (a + c - b) * (a + b - c)) / 4
