"""Right answers to `mini_batches`, written differently."""

import numpy as np


def loop(X, Y, size, rng):
    m = X.shape[1]
    order, batches = rng.permutation(m), []
    for start in range(0, m, size):
        chosen = order[start : min(start + size, m)]
        batches.append((X[:, chosen], Y[:, chosen]))
    return batches


def shuffled_first(X, Y, size, rng):
    order = np.arange(X.shape[1])
    rng.shuffle(order)
    X, Y = X[:, order], Y[:, order]
    return [[X[:, s : s + size], Y[:, s : s + size]] for s in range(0, X.shape[1], size)]


def with_split(X, Y, size, rng):
    order = rng.permutation(X.shape[1])
    return [(X[:, b], Y[:, b]) for b in np.split(order, range(size, X.shape[1], size))]


def generator(X, Y, size, rng):
    order = list(rng.permutation(X.shape[1]))
    while order:
        chosen, order = order[:size], order[size:]
        yield X[:, chosen], Y[:, chosen]


def counted_batches(X, Y, size, rng):
    m = X.shape[1]
    order = np.argsort(rng.random(m))
    number = int(np.ceil(m / size))
    return [
        (
            np.take(X, order[k * size : (k + 1) * size], axis=1),
            np.take(Y, order[k * size : (k + 1) * size], axis=1),
        )
        for k in range(number)
    ]


def stacked(X, Y, size, rng):
    together = rng.permutation(np.vstack([X, Y]), axis=1)
    cut = np.split(together, range(size, X.shape[1], size), axis=1)
    return tuple((piece[: len(X)], piece[len(X) :]) for piece in cut)


def single_precision(X, Y, size, rng):
    order = rng.permutation(X.shape[1])
    X, Y = X[:, order].astype(np.float32), Y[:, order].astype(np.float32)
    return [(X[:, s : s + size], Y[:, s : s + size]) for s in range(0, X.shape[1], size)]
