"""Judging lists of (X, Y) pairs of which only the order is free."""

import numpy as np


def shapes_complaint(expected, actual, word):
    """Say which pair has the wrong shapes, or None."""
    for k, (right, pair) in enumerate(zip(expected, actual, strict=True)):
        if not isinstance(pair, (list, tuple)) or len(pair) != 2:
            return f"{word} {k} should be a pair (X, Y)."
        shapes, wanted = tuple(map(np.shape, pair)), tuple(map(np.shape, right))
        if shapes != wanted:
            return f"{word} {k} has the shapes {shapes[0]} and {shapes[1]}; expected {wanted[0]} and {wanted[1]}."
    return None


def pair_complaint(X, Y, actual, word):
    """Say whether labels left their examples, or examples are missing or there twice; None if all is well."""
    together = np.concatenate([np.concatenate(list(map(np.asarray, pair))) for pair in actual], axis=1)
    wanted = {column.tobytes() for column in np.concatenate([X, Y]).astype(float).T}
    got = [column.tobytes() for column in together.astype(float).T]
    if strays := sum(column not in wanted for column in got):
        return f"{strays} of {len(got)} columns of X come with a column of Y that is not theirs."
    if len(set(got)) < len(got):
        return f"{len(got) - len(set(got))} examples are there more than once in the {word}, and others not at all."
    return None


def order_complaint(X, actual):
    """Say whether the examples still stand in the order in which they came."""
    together = np.concatenate([np.asarray(pair[0]) for pair in actual], axis=1)
    if X.shape[1] >= 20 and np.array_equal(together, X):
        return "The examples stand in the order in which they came: they were not shuffled."
    return None
