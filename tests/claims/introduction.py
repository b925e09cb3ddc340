"""Claims of notebook 01: houses, learning curves, loops against arrays, sigmoid against ReLU."""

from functools import cache
from timeit import repeat

import numpy as np

from helpers import regression
from helpers.activations import RELU, SIGMOID
from helpers.datasets import load_houses
from helpers.deep_network import gradient_and_cost, predict
from helpers.experiments import stored
from helpers.experiments.learning_curves import NETWORKS, measure
from helpers.gradient_descent import train, train_in_batches
from helpers.images import standardize
from helpers.initialization import scaled
from tests.claims.claim import SHIPPED, Claim
from tests.claims.draws import domestic_split, some_domestic

FIVE, NINE = tuple(range(5)), tuple(range(9))
DEEP, SHALLOW = (784, 32, 32, 32, 1), (784, 32, 1)
HIDDEN = [name for name in NETWORKS if name != "linear"]


def curve(network, m, pick=np.mean):
    """Return the mean, or another summary, of the five stored test accuracies of a network with m pictures."""
    rows = stored("learning_curves")
    return pick([row["test"] for row in rows if row["network"] == network and row["m"] == m])


def falls(network):
    """Return how often the mean falls from one size to the next."""
    sizes = sorted({row["m"] for row in stored("learning_curves")})
    return int(np.sum(np.diff([curve(network, m) for m in sizes]) < 0))


def lead_over_linear():
    """Return the smallest lead of another network over linear, over all sizes."""
    sizes = {row["m"] for row in stored("learning_curves")}
    return min(curve(name, m) - curve("linear", m) for name in HIDDEN for m in sizes)


def training_range(m, pick):
    """Return the smallest or largest of the four mean accuracies on the training pictures."""
    rows = stored("learning_curves")
    return pick(np.mean([r["train"] for r in rows if r["network"] == n and r["m"] == m]) for n in NETWORKS)


@cache
def reduced(draw, network, m=2000):
    """Return the test accuracy of the reduced form, with a draw as its seed."""
    return measure(network, m, seed=draw, steps=250)["test"]


def reduced_lead(draw):
    """Return the smallest lead over linear with 2,000 pictures."""
    return min(reduced(draw, name) for name in HIDDEN) - reduced(draw, "linear")


def winners(_):
    """Return how many different networks are on top with 2,000 pictures, over five seeds."""
    return len({max(HIDDEN, key=lambda name: reduced(draw, name)) for draw in FIVE})


@cache
def first_network(draw):
    """Return the accuracy on new pictures of the network at the beginning, trained on a draw of the pictures."""
    X, Y, X_test, Y_test = domestic_split(draw)
    rng = np.random.default_rng(draw)
    start = scaled((784, 32, 1), rng)
    parameters, _ = train_in_batches(X, Y, start, gradient_and_cost, 32, 0.1, 8, rng)
    return float(np.mean(predict(X_test, parameters) == Y_test))


@cache
def errors_in_houses(draw):
    """Return the mean absolute errors of the median, one unit and the network, on houses dealt anew."""
    houses = load_houses()
    X, Y = np.hstack([houses.X_train, houses.X_test]), np.hstack([houses.Y_train, houses.Y_test])
    m, total = houses.X_train.shape[1], X.shape[1]
    order = np.arange(total) if draw == 0 else np.random.default_rng(draw).permutation(total)
    rng = np.random.default_rng(draw + 1)
    Z, Y, Y_test = standardize(X[:, order], X[:, order[:m]]), Y[:, order[:m]], Y[:, order[m:]]
    Z, Z_test = Z[:, :m], Z[:, m:]
    line, _ = train_in_batches(Z[:1], Y, scaled((1, 1), rng), regression.gradient_and_cost, 64, 0.05, 5, rng)
    network, _ = train_in_batches(
        Z, Y, scaled((8, 16, 1), rng), regression.gradient_and_cost, 64, 0.02, 10, rng
    )
    answers = np.median(Y), regression.predict(Z_test[:1], line), regression.predict(Z_test, network)
    return [float(np.mean(np.abs(answer - Y_test))) for answer in answers]


def share_taken(draw, first, second):
    """Return by which share of the baseline's error the second answer is better than the first."""
    errors = errors_in_houses(draw)
    return (errors[first] - errors[second]) / errors[0]


def arrays_factor(_):
    """Return how many times faster a layer of 8 units is with arrays than with loops, on 30 pictures."""
    X, W = np.ones((784, 30)), np.ones((8, 784))

    def with_loops():
        Z = np.zeros((8, 30))
        for unit in range(8):
            for example in range(30):
                for pixel in range(784):
                    Z[unit, example] += W[unit, pixel] * X[pixel, example]

    return min(repeat(with_loops, number=1, repeat=2)) / min(repeat(lambda: W @ X, number=1, repeat=20))


@cache
def costs(draw, sizes, hidden, gain, rate):
    """Return the costs of 150 iterations on 1,000 pictures."""
    X, Y = some_domestic(draw, 1000)
    start = scaled(sizes, np.random.default_rng(draw), gain)
    return train(start, lambda parameters: gradient_and_cost(X, Y, parameters, hidden), rate, 150)[1]


def usual(draw, sizes=DEEP):
    """Return the costs of the sigmoid network from its usual start."""
    return costs(draw, sizes, SIGMOID, 1, 1.0)


def larger(draw):
    """Return the costs of the deep sigmoid network from weights four times as large."""
    return costs(draw, DEEP, SIGMOID, 16, 0.3)


def relu(draw, sizes=DEEP):
    """Return the costs of the ReLU network."""
    return costs(draw, sizes, RELU, 2, 0.3 if sizes == DEEP else 1.0)


def rates_as_said(_):
    """Return for how many of the three deep networks the rate is the largest at which the cost stays below 1."""
    found = 0
    for hidden, gain, rate, next_rate in (
        (SIGMOID, 1, 1.0, 3.0),
        (SIGMOID, 16, 0.3, 1.0),
        (RELU, 2, 0.3, 1.0),
    ):
        with np.errstate(all="ignore"):
            highest = [max(costs(0, DEEP, hidden, gain, one)) for one in (rate, next_rate)]
        found += highest[0] < 1 <= highest[1]
    return found


CLAIMS = (
    Claim("01-first", "accuracy on 2,000 new pictures", first_network, 0.88, 0.95, FIVE),
    Claim("01-curves", "falls of small, medium and large", lambda _: sum(map(falls, HIDDEN)), 0, 0, SHIPPED),
    Claim("01-curves", "falls of linear", lambda _: falls("linear"), 1, 1, SHIPPED),
    Claim("01-curves", "smallest lead over linear", lambda _: lead_over_linear(), 0.05, draws=SHIPPED),
    Claim("01-houses", "taken away by income", lambda draw: share_taken(draw, 0, 1), 0.25, 0.33, NINE),
    Claim("01-houses", "by the rest", lambda draw: share_taken(draw, 1, 2), 0.15, 0.20, NINE),
    Claim("01-reduced", "lead over linear with 2,000", reduced_lead, low=0.0, draws=FIVE),
    Claim("01-winners", "networks on top, over five seeds", winners, low=2, draws=SHIPPED),
    Claim("01-ends", "linear, 125", lambda _: curve("linear", 125), 0.7305, 0.7315, SHIPPED),
    Claim("01-ends", "linear, 7,716", lambda _: curve("linear", 7716), 0.8235, 0.8245, SHIPPED),
    Claim("01-ends", "small, 7,716", lambda _: curve("small", 7716), 0.9245, 0.9255, SHIPPED),
    Claim("01-ends", "medium, 7,716", lambda _: curve("medium", 7716), 0.9445, 0.9455, SHIPPED),
    Claim("01-ends", "large, 7,716", lambda _: curve("large", 7716), 0.9575, 0.9585, SHIPPED),
    Claim("01-train", "all four, 125", lambda _: training_range(125, min), 0.99, 1, SHIPPED),
    Claim("01-train", "lowest, 7,716", lambda _: training_range(7716, min), 0.8, 0.9, SHIPPED),
    Claim(
        "01-few",
        "small minus linear, 125",
        lambda _: curve("small", 125) - curve("linear", 125),
        0.05,
        0.06,
        SHIPPED,
    ),
    Claim(
        "01-few",
        "best linear minus worst small, 125",
        lambda _: curve("linear", 125, max) - curve("small", 125, min),
        0,
        0.01,
        SHIPPED,
    ),
    Claim(
        "01-size",
        "small minus linear",
        lambda _: curve("small", 7716) - curve("linear", 7716),
        0.095,
        0.105,
        SHIPPED,
    ),
    Claim(
        "01-size",
        "large minus small",
        lambda _: curve("large", 7716) - curve("small", 7716),
        0.025,
        0.035,
        SHIPPED,
    ),
    Claim("01-arrays", "loops / arrays", arrays_factor, low=100, draws=SHIPPED),
    Claim("01-rates", "networks of which it is true", rates_as_said, 3, 3, SHIPPED),
    Claim("01-deep", "sigmoid, usual start, at 100", lambda draw: usual(draw)[100], 0.65, 0.70, FIVE),
    Claim("01-deep", "sigmoid, larger start, at 60", lambda draw: larger(draw)[60], 0.35, 0.55, FIVE),
    Claim("01-deep", "the same, at the end", lambda draw: larger(draw)[-1], 0.25, 0.36, FIVE),
    Claim("01-deep", "ReLU at the end", lambda draw: relu(draw)[-1], high=0.01, draws=FIVE),
    Claim("01-shallow", "sigmoid at 30", lambda draw: usual(draw, SHALLOW)[30], high=0.5, draws=FIVE),
    Claim("01-shallow", "sigmoid at the end", lambda draw: usual(draw, SHALLOW)[-1], 0.2, 0.3, FIVE),
    Claim("01-shallow", "ReLU at the end", lambda draw: relu(draw, SHALLOW)[-1], high=0.05, draws=FIVE),
)
