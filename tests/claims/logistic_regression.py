"""Claims of notebook 02: two features of 160 animals, ten draws of them, or 24 where the range is stated."""

from functools import cache

import numpy as np

from helpers.curvature import hessian, largest_rate
from helpers.gradient_check import slope
from helpers.images import standardize
from helpers.logistic_regression import optimize, predict, train_logistic
from helpers.metrics import accuracy, majority_baseline
from tests.claims.claim import SHIPPED, Claim
from tests.claims.draws import two_features

NUDGES = 10.0 ** np.arange(-11, 0)
MANY = tuple(range(24))


def first_animal(draw):
    """Return how many times as much white the first animal has above as below."""
    X = two_features(draw)[0]
    return X[0, 0] / X[1, 0]


def share_on_its_side(draw, label):
    """Return the share of cats with more white below than above, or of the others with more above than below."""
    X, Y = two_features(draw)[:2]
    below = (X[1] > X[0])[Y[0] == label]
    return np.mean(below if label else ~below)


def fall_per_decade(central):
    """Return the factor by which the error falls from the nudge 0.01 to 0.001."""

    def error(nudge):
        down = (1 - nudge) ** 3 if central else 1.0
        return abs(((1 + nudge) ** 3 - down) / (nudge * (2 if central else 1)) - 3)

    return error(0.01) / error(0.001)


def growth_on_separable(iterations):
    """Return w after so many steps on four examples that a border separates."""
    x, y = np.array([[-2.0, -1.0, 1.0, 2.0]]), np.array([[0, 0, 1, 1]])
    return train_logistic(x, y, 1.0, iterations)[0].item()


def best_nudge(_):
    """Return the nudge with the smallest error of the slope of θ³ at 1."""
    return NUDGES[np.argmin([abs(slope(lambda t: t**3, 1.0, nudge) - 3) for nudge in NUDGES])]


def errors_of_the_best(_):
    """Return the largest error of the slope of θ³ at 1 with the nudges 1e-7, 1e-6 and 1e-5."""
    return max(abs(slope(lambda t: t**3, 1.0, nudge) - 3) for nudge in (1e-7, 1e-6, 1e-5))


def single_precision_ratio(_):
    """Return the smallest error in float32 divided by the smallest in float64, θ³ at 1."""

    def smallest(kind):
        one, two = kind(1), kind(2)
        nudges = [kind(nudge) for nudge in NUDGES]
        return min(abs(float(((one + e) ** 3 - (one - e) ** 3) / (two * e)) - 3) for e in nudges)

    return smallest(np.float32) / smallest(np.float64)


@cache
def costs_at(draw, rate, iterations=60):
    """Return the costs of training from zero with one learning rate."""
    X, Y = two_features(draw)[:2]
    return np.array(train_logistic(X, Y, rate, iterations)[2])


def steepest_rise(draw):
    """Return the largest rise of the cost in one step, over the three learning rates."""
    return max(np.diff(costs_at(draw, rate)).max() for rate in (0.02, 0.1, 0.3))


def lead_of_the_largest(draw):
    """Return how far the last cost with 0.3 lies below that with 0.1."""
    return costs_at(draw, 0.1)[-1] - costs_at(draw, 0.3)[-1]


def height_of_the_jump(draw):
    """Return the highest of the costs up to the third step with the rate 3."""
    return costs_at(draw, 3.0)[:4].max()


@cache
def trained(draw):
    """Return (predictions, labels) of the test animals after 120 steps at 0.3, as the notebook trains."""
    X, Y, X_test, Y_test = two_features(draw)
    w, b, _ = train_logistic(X, Y, 0.3, 120)
    return predict(w, b, X_test), Y_test


def lead_over_the_baseline(draw):
    """Return the test accuracy minus its baseline."""
    return accuracy(*trained(draw)) - majority_baseline(trained(draw)[1])


def mistakes(draw):
    """Return the number of mistakes, and of those that are no cats."""
    predictions, labels = trained(draw)
    wrong = predictions != labels
    return wrong.sum(), (wrong & (labels == 0)).sum()


@cache
def bottom(draw, standardized=False):
    """Return X, Y, w, b and the cost at the lowest point."""
    X, Y = two_features(draw)[:2]
    X = standardize(X, X) if standardized else X
    w, b, costs = train_logistic(X, Y, 0.5, 6000)
    return X, Y, w, b, costs[-1]


def curvatures(draw, standardized=False):
    """Return the eigenvalues of the Hessian at the lowest point."""
    X, _, w, b, _ = bottom(draw, standardized)
    return np.linalg.eigvalsh(hessian(w, b, X))


def excess(draw, share):
    """Return how far the cost lies above the lowest after 400 steps at a share of the limit, from close by."""
    X, Y, w, b, lowest = bottom(draw)
    rate = share * largest_rate(hessian(w, b, X))
    return optimize(w + 0.001, b + 0.001, X, Y, rate, 400)[2][-1] - lowest


def safe_rate(draw):
    """Return the limit at w = 0 and b = 0."""
    X = two_features(draw)[0]
    return largest_rate(hessian(np.zeros((2, 1)), 0.0, X))


def largest_rise_below_the_limit(draw):
    """Return the largest rise of the cost in a step at 0.99 of that limit, from five starts."""
    X, Y = two_features(draw)[:2]
    rng, rate = np.random.default_rng(draw), 0.99 * safe_rate(draw)
    starts = [np.zeros((2, 1)), *rng.normal(scale=3, size=(4, 2, 1))]
    return max(np.diff(optimize(w, 0.0, X, Y, rate, 100)[2]).max() for w in starts)


def condition(draw, standardized):
    """Return the largest curvature divided by the smallest."""
    values = curvatures(draw, standardized)
    return values[-1] / values[0]


CLAIMS = (
    Claim("02-first-animal", "white above / white below", first_animal, 5.5, 6.5, SHIPPED),
    Claim("02-upper-left", "share of cats with more below", lambda draw: share_on_its_side(draw, 1), low=0.7),
    Claim(
        "02-upper-left", "share of others with more above", lambda draw: share_on_its_side(draw, 0), low=0.5
    ),
    Claim(
        "02-referee-arms",
        "fall from 0.01 to 0.001, both sides",
        lambda _: fall_per_decade(True),
        99,
        101,
        SHIPPED,
    ),
    Claim("02-referee-arms", "the same, up only", lambda _: fall_per_decade(False), 9.9, 10.1, SHIPPED),
    Claim("02-referee-best", "the best nudge", best_nudge, 1e-7, 1e-5, SHIPPED),
    Claim("02-referee-best", "largest error from 1e-7 to 1e-5", errors_of_the_best, 5e-11, 2e-10, SHIPPED),
    Claim("02-referee-float32", "float32's best / float64's best", single_precision_ratio, 1e5, 1e7, SHIPPED),
    Claim("02-rates", "largest rise in a step", steepest_rise, high=0.0),
    Claim("02-rates", "last cost, 0.1 minus 0.3", lead_of_the_largest, low=0.01),
    Claim("02-rate-3", "highest of the first four costs", height_of_the_jump, 3.5, draws=MANY, exceptions=1),
    Claim("02-better", "test accuracy", lambda draw: accuracy(*trained(draw)), 0.775, 0.935, MANY),
    Claim("02-better", "accuracy minus baseline", lead_over_the_baseline, 0.20, draws=MANY),
    Claim("02-mistakes", "mistakes", lambda draw: mistakes(draw)[0], 15, 15, SHIPPED),
    Claim("02-mistakes", "of them no cats", lambda draw: mistakes(draw)[1], 12, 12, SHIPPED),
    Claim(
        "02-mistakes-elsewhere",
        "share of mistakes that are no cats",
        lambda draw: mistakes(draw)[1] / mistakes(draw)[0],
        0.12,
        0.67,
        MANY[1:],
    ),
    Claim("02-separable", "w after 1,000 steps", lambda _: growth_on_separable(1000), 6, 6.5, SHIPPED),
    Claim("02-separable", "w after 10,000 steps", lambda _: growth_on_separable(10_000), 8, 9, SHIPPED),
    Claim("02-limit", "limit on the course's data", lambda d: 2 / curvatures(d)[-1], 1.39, 1.40, SHIPPED),
    Claim("02-limit", "excess at 0.98 of the limit", lambda draw: excess(draw, 0.98), high=1e-12),
    Claim("02-limit", "excess at 1.02 of the limit", lambda draw: excess(draw, 1.02), low=1e-3),
    Claim("02-safe-rate", "limit at zero, the course's data", safe_rate, 0.575, 0.585, SHIPPED),
    Claim("02-safe-rate", "largest rise below it", largest_rise_below_the_limit, high=1e-12),
    Claim("02-kappa", "κ as they are", lambda draw: condition(draw, False), 60, 200, MANY),
    Claim("02-kappa", "κ standardized", lambda draw: condition(draw, True), 1.5, 6, MANY),
    Claim("02-kappa-here", "κ as they are", lambda draw: condition(draw, False), 125, 127, SHIPPED),
    Claim("02-kappa-here", "κ standardized", lambda draw: condition(draw, True), 2.1, 2.25, SHIPPED),
    Claim("02-kappa-here", "limit", lambda d: 2 / curvatures(d, True)[-1], 14.25, 14.35, SHIPPED),
)
