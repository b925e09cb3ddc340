"""Making examples that can be told apart, and judging lists of (X, Y) pairs of which only the order is free."""

import numpy as np


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


def pair_complaint(X, Y, actual, word):
    """Say whether labels left their examples, or examples are missing or there twice; None if all is well."""
    together = np.concatenate([np.concatenate(list(map(np.asarray, pair))) for pair in actual], axis=1)
    wanted = {column.tobytes() for column in np.concatenate([X, Y]).astype(float).T}
    got = [column.tobytes() for column in together.astype(float).T]
    if strays := sum(column not in wanted for column in got):
        return f"{strays} of {len(got)} columns of X stand beside a column of Y that is not theirs."
    if doubles := len(got) - len(set(got)):
        some = "1 example is" if doubles == 1 else f"{doubles} examples are"
        return f"{some} there more than once in the {word}, and others not at all."
    return None


def order_complaint(X, actual):
    """Say whether the examples still stand in the order in which they came."""
    together = np.concatenate([np.asarray(pair[0]) for pair in actual], axis=1)
    if X.shape[1] >= 20 and np.array_equal(together, X):
        return "The examples stand in the order in which they came: they were not shuffled."
    return None
