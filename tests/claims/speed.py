"""Claims of notebook 07: only what holds on every machine. Times are asked for in its text, never stated."""

from functools import cache

import numpy as np

from helpers.activations import sigmoid
from helpers.classifier import class_accuracy
from helpers.gradient_check import relative_difference
from helpers.initialization import scaled
from helpers.logistic_regression import propagate
from helpers.softmax import one_hot
from helpers.speed import race
from helpers.speed.loops import matrix_product
from helpers.speed.measuring import compare
from tests.claims.claim import SHIPPED, Claim
from tests.claims.hyperparameters import pixels

SIX = tuple(range(6))


def span_in_batches(draw):
    """Return the relative difference of the weights after 200 mini-batches of 32, with X and in the span."""
    rng = np.random.default_rng(draw)
    X, Y = rng.random((3000, 209)), rng.integers(0, 2, (1, 209))
    G, s, b, w, c = X.T @ X, np.zeros((209, 1)), 0.0, np.zeros((3000, 1)), 0.0
    for _ in range(200):
        B = rng.choice(209, 32, replace=False)
        dw, db, _ = propagate(w, c, X[:, B], Y[:, B])
        w, c = w - 0.001 * dw, c - 0.001 * db
        dZ = sigmoid(s.T @ G[:, B] + b) - Y[:, B]
        s[B] -= 0.001 / 32 * dZ.T
        b -= 0.001 / 32 * dZ.sum()
    return relative_difference(w, X @ s)


@cache
def after_five_epochs(draw, size, dtype=np.float32):
    """Return the validation accuracy of the race's network after five epochs with 8,000 photographs."""
    X, labels = pixels(draw)
    start = scaled((784, 128, 64, 10), np.random.default_rng(draw))
    start = [(W.astype(dtype), b.astype(dtype)) for W, b in start]
    steps = 5 * 8000 // size
    Y = one_hot(labels[:, :8000], 10).astype(dtype)
    contestant = race.clear(X[:, :8000].astype(dtype), Y, start, size, 0.1, steps)
    next(contestant)
    return class_accuracy(X[:, 8000:10_000], labels[:, 8000:10_000], next(contestant))


def digits_cost(draw):
    """Return how far apart the accuracies with float32 and float64 are after five epochs."""
    return abs(after_five_epochs(draw, 64) - after_five_epochs(draw, 64, float))


def loops_factor(_):
    """Return how many times longer a matrix product takes in loops than as one operation, for each number."""
    small, large = (np.ones((30, 40)), np.ones((40, 20))), (np.ones((128, 784)), np.ones((784, 2000)))
    times = compare(
        {"loops": lambda: matrix_product(*small), "arrays": lambda: large[0] @ large[1]}, rounds=3
    )
    return times["loops"] / (30 * 40 * 20) / (times["arrays"] / (128 * 784 * 2000))


CLAIMS = (
    Claim("07-loops", "loops / arrays", loops_factor, 1000, draws=SHIPPED),
    Claim("07-span-batches", "relative difference", span_in_batches, high=1e-9, draws=SIX),
    Claim("07-race", "mini-batches of 64", lambda draw: after_five_epochs(draw, 64), low=0.79, draws=SIX),
    Claim("07-race", "all 8,000", lambda draw: after_five_epochs(draw, 8000), high=0.7, draws=SIX),
    Claim("07-digits", "float32 and float64 apart", digits_cost, high=0.02, draws=SIX),
)
