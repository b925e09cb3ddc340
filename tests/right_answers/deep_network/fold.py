"""Right answers written differently."""

import numpy as np


def stacked(n_previous, place):
    ones = np.ones((1, n_previous))
    return np.vstack([ones, -ones]), np.array([[-place], [place]])


def the_other_unit_first(n_previous, place):
    return np.array([[-1] * n_previous, [1] * n_previous]), np.array([[place], [-place]])


def as_lists(n_previous, place):
    return [[1.0] * n_previous, [-1.0] * n_previous], [[-place], [place]]


def scaled_by_hand(n_previous, place):
    W = np.zeros((2, n_previous))
    W[0] += 1
    W[1] -= 1
    b = np.zeros((2, 1))
    b[0, 0], b[1, 0] = -place, place
    return W, b


def outer(n_previous, place):
    signs = np.array([[1], [-1]])
    return signs @ np.ones((1, n_previous)), -place * signs
