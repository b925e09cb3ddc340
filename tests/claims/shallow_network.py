"""Claims of notebook 04: other petals, other starts. Draw 0 is what the notebook uses."""

from functools import cache

import numpy as np

from helpers import logistic_regression
from helpers.activations import IDENTITY, LEAKY_RELU, RELU, SIGMOID, TANH
from helpers.datasets import load_planar
from helpers.datasets.planar import GENERATORS
from helpers.experiments import stored
from helpers.gradient_descent import train
from helpers.metrics import accuracy
from helpers.shallow_network import backward, forward, gradient_gap, initialize, predict, train_shallow
from tests.claims.claim import SHIPPED, Claim

OTHERS, TWENTY = tuple(range(1, 11)), tuple(range(20))


@cache
def some(name, draw):
    """Return X, Y: the training points of the notebook, or 400 others of that name."""
    return load_planar(name)[:2] if draw == 0 else GENERATORS[name](400, np.random.default_rng(draw))


@cache
def fresh(name, draw):
    """Return 10,000 points to test with."""
    return GENERATORS[name](10_000, np.random.default_rng(1000 + draw))


@cache
def trained(draw, n_h, rate, iterations, hidden=TANH, size=0.01, name="petals"):
    """Return (parameters, costs) of a training whose first weights have this size."""
    start = initialize(2, n_h, 1, np.random.default_rng(draw))
    start = [(size / 0.01 * W, b) for W, b in start]
    return train_shallow(*some(name, draw), start, rate, iterations, hidden)


@cache
def on_line(name, draw, rate=0.5, iterations=1000):
    """Return the accuracy of logistic regression on fresh points."""
    X, Y = fresh(name, draw)
    w, b, _ = logistic_regression.train_logistic(*some(name, draw), rate, iterations)
    return accuracy(logistic_regression.predict(w, b, X), Y)


def on_fresh(name, draw, n_h, iterations):
    """Return the accuracy of tanh units on fresh points."""
    X, Y = fresh(name, draw)
    return accuracy(predict(X, trained(draw, n_h, 1.2, iterations, name=name)[0]), Y)


def on_test(n_h):
    """Return the accuracy of tanh units on the test points of the notebook."""
    data = load_planar("petals")
    return accuracy(predict(data.X_test, trained(0, n_h, 1.2, 2000)[0]), data.Y_test)


def line_on_test():
    """Return the accuracy of logistic regression on the test points of the notebook."""
    data = load_planar("petals")
    w, b, _ = logistic_regression.train_logistic(*data[:2], 0.5, 2000)
    return accuracy(logistic_regression.predict(w, b, data.X_test), data.Y_test)


def margin(draw, better, worse):
    """Return how far the costs of some activations lie below those of others, 20 units, 1,000 steps."""
    last = {g.name: trained(draw, 20, 0.3, 1000, g)[1][-1] for g in (SIGMOID, TANH, RELU, LEAKY_RELU)}
    return min(last[g] for g in worse) - max(last[g] for g in better)


def leak(draw):
    """Return how far the costs of ReLU and leaky ReLU lie apart."""
    return abs(trained(draw, 20, 0.3, 1000, RELU)[1][-1] - trained(draw, 20, 0.3, 1000, LEAKY_RELU)[1][-1])


def alive(draw):
    """Return the share of examples for which one of 20 ReLU units is above 0 at the start."""
    Z1 = forward(some("petals", draw)[0], initialize(2, 20, 1, np.random.default_rng(draw)), RELU)[1][0]
    return (Z1 > 0).any(axis=0).mean()


def gap_after_training(draw):
    """Return the gap of a correct gradient after 2,000 steps."""
    X, Y = some("petals", draw)
    parameters, _ = trained(draw, 4, 1.2, 2000)
    return gradient_gap(X, Y, parameters, backward(X, Y, parameters, forward(X, parameters)[1]))


def last_of_size(draw, size):
    """Return the last cost of four tanh units after 1,000 steps."""
    return trained(draw, 4, 1.2, 1000, size=size)[1][-1]


def spread_of_small(draw):
    """Return how far the last costs of sizes 0.001, 0.01 and 0.1 lie apart."""
    return np.ptp([last_of_size(draw, size) for size in (0.001, 0.01, 0.1)])


def gap_in_single(draw):
    """Return the gap of a correct gradient that was computed in float32, weights of size 1."""
    X, Y = some("petals", draw)
    start = [(100 * W, b) for W, b in initialize(2, 4, 1, np.random.default_rng(draw))]
    single = [(W.astype("f4"), b.astype("f4")) for W, b in start]
    X_single = X.astype("f4")
    return gradient_gap(X, Y, start, backward(X_single, Y, single, forward(X_single, single)[1]))


def optimism(draw):
    """Return by how much the accuracy on the training points exceeds that on fresh points, four units."""
    X, Y = some("petals", draw)
    return accuracy(predict(X, trained(draw, 4, 1.2, 3000)[0]), Y) - on_fresh("petals", draw, 4, 3000)


def above_small(draw, size):
    """Return how far the last cost of a size lies above that of 0.01."""
    return last_of_size(draw, size) - last_of_size(draw, 0.01)


def relu_cost(draw, size, which):
    """Return the first or the last cost of 20 ReLU units."""
    return trained(draw, 20, 0.3, 1000, RELU, size)[1][which]


def sizes(part, n_h):
    """Return the stored accuracies by draw."""
    rows = sorted((row for row in stored("hidden_sizes") if row["n_h"] == n_h), key=lambda row: row["draw"])
    return np.array([row[part] for row in rows])


def gap_of(n_h):
    """Return the mean gap between training and test accuracy."""
    return (sizes("train", n_h) - sizes("test", n_h)).mean()


@cache
def solar_outputs(draw):
    """Return (power, the linear output, the ReLU output) over a day, each (1, 97)."""
    hours, rng = np.linspace(0, 24, 97)[np.newaxis], np.random.default_rng(draw)
    rng.normal(size=hours.shape)  # the noise of the temperatures
    power = np.maximum(0, 3 * np.sin((hours - 6) * np.pi / 12)) * (1 + 0.1 * rng.normal(size=hours.shape))
    x = (hours - 12) / 6
    start = [(100 * W, b) for W, b in initialize(1, 10, 1, np.random.default_rng(draw))]

    def fitted(output):
        def step(parameters):
            A2, cache = forward(x, parameters, TANH, output)
            target = np.where(A2 > 0, power, A2) if output is RELU else power
            return backward(x, target, parameters, cache), 0.0

        return forward(x, train(start, step, 0.05, 3000)[0], TANH, output)[0]

    return power, fitted(IDENTITY), fitted(RELU)


def solar(draw):
    """Return by how much the error of the linear output exceeds that of ReLU; infinity where ReLU is dead."""
    power, linear, relu = solar_outputs(draw)
    return np.abs(linear - power).mean() - np.abs(relu - power).mean() if relu.max() > 0 else np.inf


SMOOTH = ("circles", "blobs", "xor")
CLAIMS = (
    Claim("04-line", "fresh accuracy of a line", lambda d: on_line("petals", d, 0.5, 2000), 0.45, 0.6),
    Claim(
        "04-activations", "tanh below the rest", lambda d: margin(d, ["tanh"], ["relu", "leaky_relu"]), 0.0
    ),
    Claim(
        "04-activations",
        "the sigmoid above the rest",
        lambda d: margin(d, ["tanh", "relu", "leaky_relu"], ["sigmoid"]),
        0.0,
        exceptions=1,
    ),
    Claim("04-alive", "share of examples with a living unit", alive, 1.0),
    Claim("04-leaky", "ReLU and leaky ReLU apart", leak, high=0.05, exceptions=1),
    Claim("04-leaky-stuck", "ReLU", lambda d: trained(d, 20, 0.3, 1000, RELU)[1][-1], 0.5, 0.6, (4,)),
    Claim(
        "04-leaky-stuck",
        "leaky ReLU",
        lambda d: trained(d, 20, 0.3, 1000, LEAKY_RELU)[1][-1],
        0.35,
        0.39,
        (4,),
    ),
    Claim("04-small-stuck", "size 0.001", lambda d: last_of_size(d, 0.001), 0.45, 0.51, (8,)),
    Claim("04-gap-trained", "gap after 2,000 steps", gap_after_training, 1e-9, 1e-6),
    Claim("04-four-units", "fresh accuracy", lambda d: on_fresh("petals", d, 4, 3000), 0.885, 0.935),
    Claim("04-four-units", "training minus fresh accuracy", optimism, 0.0, exceptions=2),
    Claim("04-float32", "gap of a gradient in float32", gap_in_single, 1e-8, 1e-6),
    Claim("04-small-sizes", "last costs apart", spread_of_small, high=0.03, draws=TWENTY, exceptions=2),
    Claim("04-size-1", "size 1 minus size 0.01", lambda d: above_small(d, 1), -0.03, 0.03, TWENTY, 3),
    Claim("04-size-1", "the same, where size 1 is stuck", lambda d: above_small(d, 1), 0.2, draws=(1, 14)),
    Claim("04-size-1", "where size 0.01 is stuck", lambda d: above_small(d, 1), high=-0.2, draws=(12,)),
    Claim("04-large-sizes", "size 100 minus size 0.01", lambda d: above_small(d, 100), 0.05, draws=TWENTY),
    Claim("04-relu-first-cost", "first cost, size 0.01", lambda d: relu_cost(d, 0.01, 0), 0.69, 0.697),
    Claim("04-relu-first-cost", "first cost, size 1", lambda d: relu_cost(d, 1, 0), 1.5),
    Claim("04-relu-first-cost", "first cost, size 10", lambda d: relu_cost(d, 10, 0), 10),
    Claim(
        "04-relu-size-1",
        "last cost of size 0.01 minus that of size 1",
        lambda d: relu_cost(d, 0.01, -1) - relu_cost(d, 1, -1),
        0.0,
        exceptions=1,
    ),
    Claim(
        "04-one-unit",
        "one unit ahead of a line",
        lambda d: on_fresh("petals", d, 1, 2000) - on_line("petals", d, 0.5, 2000),
        0.05,
    ),
    Claim(
        "04-sizes",
        "draws below 0.8 with three units",
        lambda _: np.sum(sizes("test", 3) < 0.8),
        1,
        1,
        SHIPPED,
    ),
    Claim(
        "04-sizes",
        "lowest with four or five",
        lambda _: min(sizes("test", 4).min(), sizes("test", 5).min()),
        0.9,
        draws=SHIPPED,
    ),
    Claim(
        "04-sizes-fifty",
        "test, fifty minus five",
        lambda _: (sizes("test", 50) - sizes("test", 5)).mean(),
        -0.005,
        -0.003,
        SHIPPED,
    ),
    Claim(
        "04-sizes-fifty",
        "training, fifty minus five",
        lambda _: (sizes("train", 50) - sizes("train", 5)).mean(),
        0.013,
        0.017,
        SHIPPED,
    ),
    Claim(
        "04-sizes-gap", "gap of fifty over gap of five", lambda _: gap_of(50) / gap_of(5), 1.8, 2.3, SHIPPED
    ),
    Claim(
        "04-other-sets",
        "lowest fresh accuracy",
        lambda d: min(on_fresh(name, d, 8, 2000) for name in SMOOTH),
        0.95,
        draws=OTHERS,
    ),
    Claim("04-xor-units", "two units", lambda d: on_fresh("xor", d, 2, 2000), high=0.9, draws=OTHERS),
    Claim("04-xor-units", "four units", lambda d: on_fresh("xor", d, 4, 2000), 0.95, draws=OTHERS),
    Claim(
        "04-moons",
        "draws of ten on which eight units lead by less than 0.01",
        lambda _: sum(on_fresh("moons", d, 8, 2000) - on_line("moons", d) < 0.01 for d in OTHERS),
        2,
        8,
        SHIPPED,
    ),
    Claim("04-one-line", "one unit", lambda _: on_test(1), 0.665, 0.675, SHIPPED),
    Claim("04-one-line", "logistic regression", lambda _: line_on_test(), 0.545, 0.555, SHIPPED),
    Claim("04-solar-off", "hours above 0", lambda d: np.sum(solar_outputs(d)[2] > 0), high=1, draws=(9,)),
    Claim("04-solar", "error of linear minus error of ReLU", solar, 0.0, draws=OTHERS, exceptions=1),
)
