"""Claims of notebook 03: the pixels of 1,560 silhouettes to train with and 400 to test, six draws of them or more."""

from functools import cache

import numpy as np

from helpers.datasets import load_cat_silhouettes
from helpers.gradient_check import relative_difference
from helpers.images import standardize
from helpers.logistic_regression import predict, propagate, train_logistic
from helpers.metrics import accuracy
from tests.claims.claim import SHIPPED, Claim
from tests.claims.draws import cat_pixels

SIX = tuple(range(6))
OTHERS = tuple(range(1, 16))


@cache
def standardized(draw):
    """Return X, Y, X_test, Y_test with the rows of both X in the units of the training pictures."""
    X, Y, X_test, Y_test = cat_pixels(draw)
    return standardize(X, X), Y, standardize(X_test, X), Y_test


@cache
def trained(draw, rate=0.01, iterations=1000):
    """Return (w, b, costs)."""
    X, Y = standardized(draw)[:2]
    return train_logistic(X, Y, rate, iterations)


def accuracy_on(part, draw, rate=0.01):
    """Return the accuracy on "train" or "test" after 1,000 steps."""
    X, Y = standardized(draw)[:2] if part == "train" else standardized(draw)[2:]
    w, b, _ = trained(draw, rate)
    return accuracy(predict(w, b, X), Y)


def lost_and_won(draw):
    """Return how many test pictures are lost, and how many won, by the rate 0.1 instead of 0.01."""
    _, _, X, Y = standardized(draw)
    near, far = (predict(*trained(draw, rate)[:2], X) == Y for rate in (0.01, 0.1))
    return np.sum(near & ~far), np.sum(~near & far)


def limit(X):
    """Return 2/λ at w = 0 and b = 0, where a(1 − a) is ¼."""
    X = np.vstack([X, np.ones((1, X.shape[1]))])
    return 2 / np.linalg.eigvalsh(X @ X.T / 4 / X.shape[1])[-1]


def gain_of_standardizing(draw):
    """Return the cost after 300 steps on the pixels minus that after 50 on standardized rows, each at its own rate."""
    X, Y = cat_pixels(draw)[:2]
    Z = standardized(draw)[0]
    slow, fast = train_logistic(X, Y, 0.95 * limit(X), 300)[2], train_logistic(Z, Y, 0.95 * limit(Z), 50)[2]
    return slow[-1] - fast[-1]


def costs_at(draw, rate):
    """Return the costs of 150 steps."""
    return np.array(trained(draw, rate, 150)[2])


def scrambled(part):
    """Return the accuracy on "train" or "test" of the neuron that was trained on scrambled columns."""
    cats = load_cat_silhouettes()
    X, X_test = cats.images_train.reshape(-1, 1560) / 255, cats.images_test.reshape(-1, 400) / 255
    w, b, _ = train_logistic(X, cats.Y_train, 0.1, 1000)
    X, Y = (X, cats.Y_train) if part == "train" else (X_test, cats.Y_test)
    return accuracy(predict(w, b, X), Y)


def slip(draw, kind):
    """Return the relative difference of the gradient and one with a slip, four features and 400 examples."""
    rng = np.random.default_rng(draw)
    X, Y, w = rng.normal(size=(4, 400)), rng.integers(0, 2, (1, 400)), rng.normal(size=(4, 1))
    dw = propagate(w, 0.3, X, Y)[0]
    if kind == "example":
        return relative_difference(dw, propagate(w, 0.3, X[:, :-1], Y[:, :-1])[0] * 399 / 400)
    return relative_difference(dw, dw * 400 / 399 if kind == "m" else dw.astype(np.float32))


CLAIMS = (
    Claim("03-slips", "m − 1 instead of m", lambda draw: slip(draw, "m"), 1.2e-3, 1.3e-3),
    Claim("03-slips", "one example left out", lambda draw: slip(draw, "example"), 2e-4, 2e-2),
    Claim("03-float32", "rounded to float32", lambda draw: slip(draw, "float32"), 1e-9, 1e-7),
    Claim("03-test-accuracy", "test accuracy", lambda draw: accuracy_on("test", draw), 0.915, 0.925, SHIPPED),
    Claim(
        "03-test-accuracy-elsewhere", "accuracy", lambda draw: accuracy_on("test", draw), 0.86, 0.94, OTHERS
    ),
    Claim("03-limit", "the limit", lambda draw: limit(standardized(draw)[0]), 0.0835, 0.0845, SHIPPED),
    Claim(
        "03-rates",
        "largest rise at 0.001",
        lambda draw: np.diff(costs_at(draw, 0.001)).max(),
        high=0,
        draws=SIX,
    ),
    Claim(
        "03-rates",
        "largest rise at 0.03",
        lambda draw: np.diff(costs_at(draw, 0.03)).max(),
        high=0,
        draws=SIX,
    ),
    Claim(
        "03-rates", "largest rise at 1", lambda draw: np.diff(costs_at(draw, 1.0)).max(), low=0.5, draws=SIX
    ),
    Claim(
        "03-rates",
        "last cost, 0.001 minus 0.03",
        lambda draw: costs_at(draw, 0.001)[-1] - costs_at(draw, 0.03)[-1],
        low=0.1,
        draws=SIX,
    ),
    Claim("03-leaps", "highest cost / first", lambda d: costs_at(d, 1.0).max() / np.log(2), low=3, draws=SIX),
    Claim("03-standardized", "cost, 300 steps raw minus 50", gain_of_standardizing, low=0, draws=SIX),
    Claim("03-farther", "lost here", lambda draw: lost_and_won(draw)[0], 15, 15, SHIPPED),
    Claim("03-farther", "won here", lambda draw: lost_and_won(draw)[1], 4, 4, SHIPPED),
    Claim(
        "03-farther",
        "training accuracy, 0.1 minus 0.01",
        lambda draw: accuracy_on("train", draw, 0.1) - accuracy_on("train", draw),
        low=0.02,
        draws=SIX,
    ),
    Claim(
        "03-farther",
        "test pictures lost minus won",
        lambda draw: np.subtract(*lost_and_won(draw)),
        low=1,
        draws=SIX,
    ),
    Claim("03-scrambled", "training accuracy", lambda _: scrambled("train"), 0.70, 0.80, SHIPPED),
    Claim("03-scrambled", "test accuracy", lambda _: scrambled("test"), 0.45, 0.55, SHIPPED),
)
