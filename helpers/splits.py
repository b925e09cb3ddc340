"""Cutting a data set into parts that share no example: training, validation, test, and mini-batches."""

import numpy as np


def split(X, Y, fractions, rng):
    """Return a list of (X_part, Y_part), one for each fraction: the shuffled examples, cut.

    X is (n_x, m) and Y is (n_y, m); a column of X and its column of Y stay together. All m
    examples are put in random order, drawn from rng. The fractions sum to 1.
    Cut k is at round(m · (sum of the first k fractions)), so every example is in exactly one
    part.
    """
    m = X.shape[1]
    order = rng.permutation(m)
    cuts = np.round(m * np.cumsum(fractions)[:-1]).astype(int)
    return [(X[:, part], Y[:, part]) for part in np.split(order, cuts)]


def mini_batches(X, Y, size, rng):
    """Return a list of (X_batch, Y_batch): all m examples in random order, `size` at a time.

    X is (n_x, m) and Y is (n_y, m); a column of X and its column of Y stay together. Every
    example is in exactly one batch; the last batch is smaller when `size` does not divide m.
    Draw the order from rng.
    """
    order = rng.permutation(X.shape[1])
    starts = range(0, X.shape[1], size)
    return [(X[:, order[s : s + size]], Y[:, order[s : s + size]]) for s in starts]


def overlap(X_first, X_second):
    """Return how many columns of X_first, (n_x, m1), are also columns of X_second, (n_x, m2)."""
    known = {column.tobytes() for column in np.ascontiguousarray(X_second.T)}
    return sum(column.tobytes() in known for column in np.ascontiguousarray(X_first.T))
