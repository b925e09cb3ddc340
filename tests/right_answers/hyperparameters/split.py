"""Right answers to `split`, written differently."""

import numpy as np


def _cuts(m, fractions):
    return [0, *(int(np.round(m * sum(fractions[: k + 1]))) for k in range(len(fractions) - 1)), m]


def slices(X, Y, fractions, rng):
    m = X.shape[1]
    order, cuts = rng.permutation(m), _cuts(m, list(fractions))
    return [(X[:, order[a:b]], Y[:, order[a:b]]) for a, b in zip(cuts[:-1], cuts[1:], strict=True)]


def shuffle_the_data_first(X, Y, fractions, rng):
    order = rng.permutation(X.shape[1])
    X, Y = X[:, order], Y[:, order]
    cuts = _cuts(X.shape[1], list(fractions))
    parts = []
    for a, b in zip(cuts[:-1], cuts[1:], strict=True):
        parts.append([X[:, a:b], Y[:, a:b]])
    return parts


def in_place_shuffle(X, Y, fractions, rng):
    order = np.arange(X.shape[1])
    rng.shuffle(order)
    cuts = _cuts(X.shape[1], list(fractions))[1:-1]
    return tuple(zip(np.split(X[:, order], cuts, axis=1), np.split(Y[:, order], cuts, axis=1), strict=True))


def sort_random_keys(X, Y, fractions, rng):
    order = np.argsort(rng.random(X.shape[1]))
    cuts = _cuts(X.shape[1], list(fractions))
    return [(X[:, order[a:b]], Y[:, order[a:b]]) for a, b in zip(cuts[:-1], cuts[1:], strict=True)]


def stacked(X, Y, fractions, rng):
    together = rng.permutation(np.vstack([X, Y]), axis=1)
    pieces = np.split(together, _cuts(X.shape[1], list(fractions))[1:-1], axis=1)
    return [(piece[: len(X)], piece[len(X) :]) for piece in pieces]


def column_by_column(X, Y, fractions, rng):
    order = list(rng.choice(X.shape[1], X.shape[1], replace=False))
    parts = []
    cuts = _cuts(X.shape[1], list(fractions))
    for a, b in zip(cuts[:-1], cuts[1:], strict=True):
        chosen = [order.pop() for _ in range(b - a)]
        parts.append((np.stack([X[:, i] for i in chosen], 1), np.stack([Y[:, i] for i in chosen], 1)))
    return parts


def single_precision(X, Y, fractions, rng):
    order, cuts = rng.permutation(X.shape[1]), _cuts(X.shape[1], list(fractions))
    X, Y = X.astype(np.float32), Y.astype(np.float32)
    return [(X[:, order[a:b]], Y[:, order[a:b]]) for a, b in zip(cuts[:-1], cuts[1:], strict=True)]
