"""Making examples that can be told apart, and judging lists of (X, Y) pairs of which only the order is free."""

from itertools import pairwise

import numpy as np

from helpers.engine.check.plain_data import kind_of


def numbered_columns(n_x, m, n_y):
    """Return X, (n_x, m), and Y, (n_y, m): every column differs from the others, and Y tells which X it is of."""
    X = 100.0 * np.arange(n_x).reshape(-1, 1) + np.arange(m)
    return X, X[:1] + 0.5 + 1000.0 * np.arange(n_y).reshape(-1, 1)


def shapes_complaint(expected, actual, word):
    """Say which pair has the wrong shapes, or None."""
    for k, (right, pair) in enumerate(zip(expected, actual, strict=True)):
        if not isinstance(pair, (list, tuple)) or len(pair) != 2:
            return f"{word} {k + 1} should be a pair (X, Y)."
        shapes, wanted = tuple(map(np.shape, pair)), tuple(map(np.shape, right))
        if shapes != wanted:
            return f"{word} {k + 1} has the shapes {shapes[0]} and {shapes[1]}; expected {wanted[0]} and {wanted[1]}."
    return None


def number_complaint(expected, actual, pair):
    """Say that it is not a list of so many pairs, or None."""
    if not isinstance(actual, (list, tuple)):
        return f"Expected a list of pairs {pair}, found {kind_of(actual)}."
    if len(actual) != len(expected):
        return f"Expected a list of pairs {pair}, as many as {len(expected)}; found {len(actual)}."
    return None


def pair_complaint(X, Y, actual, word):
    """Say whether labels left their examples, or examples are missing or there twice; None if all is well.

    Columns are told apart in single precision, which is enough, so that float32 is right.
    """
    together = np.concatenate([np.concatenate(list(map(np.asarray, pair))) for pair in actual], axis=1)
    wanted = {column.tobytes() for column in np.concatenate([X, Y]).astype(np.float32).T}
    got = [column.tobytes() for column in together.astype(np.float32).T]
    if strays := sum(column not in wanted for column in got):
        return f"{strays} of {len(got)} columns of X stand beside a column of Y that is not theirs."
    if doubles := len(got) - len(set(got)):
        return f"In the {word} there are examples more than once, {doubles} too many, and others not at all."
    return None


def order_complaint(X, actual, word):
    """Say whether the examples still stand in the order in which they came, or neighbors are still together."""
    places = {column.tobytes(): i for i, column in enumerate(X.astype(np.float32).T)}
    parts = [[places[x.tobytes()] for x in np.asarray(pair[0], np.float32).T] for pair in actual]
    order = sum(parts, [])
    if len(order) < 20:
        return None
    if order == sorted(order):
        return "The examples stand in the order in which they came: they were not shuffled."
    steps = [(b - a) % len(order) for a, b in pairwise(order)]
    if max(map(steps.count, steps)) > len(order) / 2:
        return (
            "Most examples still have the same neighbors as before: they were moved around, but not shuffled."
        )
    several = [part for part in parts if len(part) > 1]
    if len(parts) > 1 and several and all(np.ptp(part) < len(part) for part in several):
        return f"Each of the {word} holds examples that came side by side: shuffle all of them, then cut."
    return None
