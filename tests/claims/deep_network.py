"""Claims of notebook 05: other starts, other circles, other 2,000 of the training pictures."""

from functools import cache

import numpy as np

from helpers.activations import RELU, SIGMOID, TANH
from helpers.datasets import load_domestic, load_planar
from helpers.datasets.planar import circles
from helpers.deep_network import backward, errors, forward, gradient_gap, predict, train_deep
from helpers.experiments import stored
from helpers.figures.features import agreement
from helpers.images import flatten_images
from helpers.initialization import initialize, scaled
from helpers.losses import cost
from helpers.memorization import can_memorize
from helpers.metrics import accuracy
from tests.claims.claim import SHIPPED, Claim

SIZES = [196, 32, 16, 8, 1]
FOURTEEN, SEVENTEEN, FORTY = tuple(range(14)), tuple(range(17)), tuple(range(40))


def gap(draw, hidden, biases):
    """Return the largest gap between backward and the referee over networks of depth 1 to 6."""
    gaps = []
    for depth in range(1, 7):
        rng = np.random.default_rng(depth + 100 * draw)
        sizes = [int(n) for n in rng.integers(1, 6, size=depth + 1)]
        start = [(W, biases * rng.normal(size=b.shape)) for W, b in initialize(sizes, rng, 0.7)]
        X, Y = rng.normal(size=(sizes[0], 5)), rng.integers(0, 2, size=(sizes[-1], 5))
        AL, caches = forward(X, start, hidden)
        gaps.append(gradient_gap(X, Y, start, backward(AL, Y, caches, hidden), hidden))
    return max(gaps)


def largest_gap(draw):
    """Return the largest gap for tanh and for ReLU with random biases."""
    return max(gap(draw, hidden, 1) for hidden in (TANH, RELU))


@cache
def some_circles(draw):
    """Return X, Y: the points of the notebook, or 400 others."""
    data = load_planar("circles")
    return data[:2] if draw == 0 else circles(400, np.random.default_rng(30 + draw))


@cache
def last_cost(draw, start, depth):
    """Return the cost on circles after 500 steps with so many hidden layers of 20 units."""
    sizes = [2] + [20] * depth + [1]
    return train_deep(*some_circles(draw), start(sizes, np.random.default_rng(draw)), 0.3, 500)[1][-1]


def order_of_depths(draw):
    """Return by what factor, at least, the cost falls from one to two and from two to four hidden layers."""
    one, two, four = (last_cost(draw, scaled, depth) for depth in (1, 2, 4))
    return min(one / two, two / four)


@cache
def sizes_by_layer(draw, hidden, gain):
    """Return (spread of A, mean size of dW, root mean square of dZ) in 20 layers of 50 units."""
    rng, start = (
        np.random.default_rng(10 + draw),
        scaled([50] * 21 + [1], np.random.default_rng(1 + draw), gain),
    )
    X, Y = rng.normal(size=(50, 500)), rng.integers(0, 2, size=(1, 500))
    AL, caches = forward(X, start, hidden)
    sizes = [np.abs(dW).mean() for dW, _ in backward(AL, Y, caches, hidden)[:-1]]
    dZ = [np.sqrt((dZ**2).mean()) for dZ in errors(AL, Y, caches, hidden)[:-1]]
    return [A.std() for A, _, _ in caches[1:]], sizes, dZ


def unevenness(draw):
    """Return the largest over the smallest of 20 layers, of A and of dW, ReLU units, gain 2."""
    spread, sizes, _ = sizes_by_layer(draw, RELU, 2)
    return max(max(values) / min(values) for values in (spread, sizes))


def last_over_first(draw, gain):
    """Return how many times as large dW of layer 20 is as dW of layer 1, sigmoid units."""
    _, sizes, _ = sizes_by_layer(draw, SIGMOID, gain)
    return sizes[-1] / sizes[0]


def sinking(draw):
    """Return the spread of layer 20 over that of layer 1, tanh units, gain 1."""
    spread, _, _ = sizes_by_layer(draw, TANH, 1)
    return spread[-1] / spread[0]


def settled(draw, gain):
    """Return the spread of layer 20, tanh units."""
    return sizes_by_layer(draw, TANH, gain)[0][-1]


def error_growth(draw):
    """Return how many times as large the error is in layer 1 as in layer 20, tanh units, gain 8."""
    _, _, dZ = sizes_by_layer(draw, TANH, 8)
    return dZ[0] / dZ[-1]


def stuck(depth):
    """Return how many of five stored runs from small weights stay at log 2 at the best of the rates."""
    rows = [row for row in stored("initialization") if (row["scale"], row["depth"]) == ("small", depth)]
    rates = {row["learning_rate"] for row in rows}
    return min(sum(row["last"] > 0.69 for row in rows if row["learning_rate"] == rate) for rate in rates)


@cache
def pictures():
    """Return X, Y to train with and X, Y to validate with, 14 × 14 pixels from 0 to 1."""
    animals = load_domestic()
    X, X_validation = (
        flatten_images(images.reshape(-1, 14, 2, 14, 2).mean(axis=(2, 4))) / 255
        for images in (animals.images_train, animals.images_validation)
    )
    return X, animals.Y_train, X_validation, animals.Y_validation


def some_pictures(draw, m):
    """Return X, Y of the first m training pictures, or of m others."""
    X, Y, _, _ = pictures()
    chosen = np.random.default_rng(100 + draw).choice(X.shape[1], m, replace=False) if draw else np.arange(m)
    return X[:, chosen], Y[:, chosen]


def first_cost(draw):
    """Return the first cost of the network with three hidden layers."""
    X, Y = some_pictures(draw, 2000)
    return cost(forward(X, scaled(SIZES, np.random.default_rng(draw)))[0], Y)


def memorized(draw, shuffle=False):
    """Return the last cost where all of twenty pictures are memorized, else infinity."""
    X, Y = some_pictures(draw, 20)
    Y = np.random.default_rng(draw).permutation(Y[0])[np.newaxis] if shuffle else Y
    right, costs = can_memorize(X, Y, scaled(SIZES, np.random.default_rng(draw)), 0.1, 400)
    return costs[-1] if right else np.inf


def not_memorized(draw, shrink, start):
    """Return the last cost of a trial that goes wrong."""
    X, Y = some_pictures(draw, 20)
    return can_memorize(X / shrink, Y, start(SIZES, np.random.default_rng(draw)), 0.1, 400)[1][-1]


@cache
def networks(draw, hidden, rate=0.05):
    """Return (parameters, costs) trained on 2,000 pictures for 400 steps."""
    start = scaled([196, *hidden, 1], np.random.default_rng(draw))
    return train_deep(*some_pictures(draw, 2000), start, rate, 400)


def validation(draw, hidden, rate=0.05):
    """Return the validation accuracy of such a network."""
    _, _, X, Y = pictures()
    return accuracy(predict(X, networks(draw, hidden, rate)[0]), Y)


def least_step(draw):
    """Return how much the accuracy grows, at least, from none to one and from one to three hidden layers."""
    none, one, three = (validation(draw, hidden) for hidden in ((), (32,), (32, 16, 8)))
    return min(one - none, three - one)


def largest_jump(draw):
    """Return by how much the cost rises above the lowest before, at twice the rate, three hidden layers."""
    costs = np.array(networks(draw, (32, 16, 8), 0.1)[1])
    return (costs - np.minimum.accumulate(costs)).max()


def purity(draw):
    """Return the agreement of the units of layers 1, 2, 3: before and after the training, (2, 3)."""
    _, _, X, Y = pictures()
    both = scaled(SIZES, np.random.default_rng(draw)), networks(draw, (32, 16, 8))[0]
    return np.array([[agreement(A, Y) for A, _, _ in forward(X, p)[1][1:]] for p in both])


def stored_animals(part, network):
    """Return the accuracies of the five stored runs of a network."""
    return np.array([row[part] for row in stored("animals") if row["network"] == network])


def step_up(_, part, one, other):
    """Return by how much the mean accuracy grows from one network to another."""
    return stored_animals(part, other).mean() - stored_animals(part, one).mean()


def parity_mean(budget, hidden, depth):
    """Return the mean accuracy of ten runs at the best learning rate."""
    settings = budget, hidden, depth
    rows = [row for row in stored("parity") if (row["budget"], row["hidden"], row["depth"]) == settings]
    rates = {row["learning_rate"] for row in rows}
    return max(np.mean([row["accuracy"] for row in rows if row["learning_rate"] == rate]) for rate in rates)


def lead_of_two(_, other):
    """Return how far two hidden layers are ahead of another number, the smaller lead of ReLU and tanh."""
    return min(parity_mean(81, g, 2) - parity_mean(81, g, other) for g in ("relu", "tanh"))


NONE, ONE, THREE = "logistic regression", "one hidden layer", "three hidden layers"
CLAIMS = (
    Claim("05-gaps", "largest gap, depth 1 to 6, tanh and ReLU", largest_gap, high=1e-6, exceptions=1),
    Claim(
        "05-corner",
        "largest gap with ReLU and zero biases",
        lambda draw: gap(draw, RELU, 0),
        low=0.1,
        exceptions=3,
    ),
    Claim(
        "05-small-start",
        "last cost, one hidden layer, small weights",
        lambda d: last_cost(d, initialize, 1),
        0.26,
        0.35,
        FOURTEEN,
    ),
    Claim(
        "05-small-start",
        "last cost, two hidden layers",
        lambda d: last_cost(d, initialize, 2),
        0.693,
        0.6932,
        FOURTEEN,
    ),
    Claim(
        "05-small-start",
        "last cost, four hidden layers",
        lambda d: last_cost(d, initialize, 4),
        0.693,
        0.6932,
        FOURTEEN,
    ),
    Claim("05-level", "largest over smallest of 20 layers", unevenness, high=20),
    Claim("05-sigmoid-gain-1", "dW of layer 20 over layer 1", lambda d: last_over_first(d, 1), low=1e10),
    Claim("05-sigmoid-gain-16", "dW of layer 20 over layer 1", lambda d: last_over_first(d, 16), low=1e3),
    Claim("05-tanh-sinks", "spread of layer 20 over layer 1", sinking, 0.16, 0.335),
    Claim("05-tanh-level", "spread of layer 20, gain 25/9", lambda d: settled(d, 25 / 9), 0.6, 0.7),
    Claim("05-tanh-level", "spread of layer 20, gain 8", lambda d: settled(d, 8), 0.8, 0.88),
    Claim("05-tanh-error", "error of layer 1 over layer 20", error_growth, low=3),
    Claim("05-scaled-start", "least fall of the cost by depth, a factor", order_of_depths, low=1),
    Claim("05-small-stored", "runs of five stuck, two layers", lambda _: stuck(2), 0, 0, SHIPPED),
    Claim("05-small-stored", "runs of five stuck, four layers", lambda _: stuck(4), 5, 5, SHIPPED),
    Claim("05-first-cost", "first cost", first_cost, 0.675, 1.465, FORTY),
    Claim("05-first-cost", "the same, in 34 starts", first_cost, high=0.83, draws=FORTY, exceptions=6),
    Claim("05-memorize", "last cost, all twenty right", memorized, high=0.1),
    Claim("05-memorize", "last cost, labels at random", lambda d: memorized(d, True), high=0.1),
    Claim("05-memorize-slips", "last cost, pixels / 255²", lambda d: not_memorized(d, 255, scaled), low=0.55),
    Claim(
        "05-memorize-slips", "last cost, weights 0.01", lambda d: not_memorized(d, 1, initialize), low=0.55
    ),
    Claim(
        "05-depth-live",
        "least gain by depth, validation accuracy",
        least_step,
        0.001,
        draws=SEVENTEEN,
        exceptions=2,
    ),
    Claim("05-depth-jumps", "largest rise of the cost at rate 0.1", largest_jump, low=0.1, exceptions=3),
    Claim(
        "05-agreement",
        "gain in layer 3 by training",
        lambda d: np.diff(purity(d)[:, 2]).item(),
        low=0.02,
        exceptions=1,
    ),
    Claim(
        "05-agreement-order",
        "layer 3 minus layer 1",
        lambda d: purity(d)[1, 2] - purity(d)[1, 0],
        low=0,
        exceptions=2,
    ),
    Claim("05-animals", "none to one", lambda d: step_up(d, "test", NONE, ONE), 0.1, 0.12, SHIPPED),
    Claim("05-animals-deep", "one to three", lambda d: step_up(d, "test", ONE, THREE), 0.005, 0.015, SHIPPED),
    Claim(
        "05-animals-deep",
        "worst to best of five",
        lambda _: np.ptp(stored_animals("test", THREE)),
        0.02,
        0.04,
        SHIPPED,
    ),
    Claim(
        "05-animals-gap",
        "growth of the gap, none to one to three, the smaller",
        lambda d: min(
            step_up(d, "train", a, b) - step_up(d, "test", a, b) for a, b in ((NONE, ONE), (ONE, THREE))
        ),
        low=0.01,
        draws=SHIPPED,
    ),
    Claim("05-parity-two", "lead of two over one", lambda d: lead_of_two(d, 1), low=0.05, draws=SHIPPED),
    Claim("05-parity-four", "lead of two over four", lambda d: lead_of_two(d, 4), low=0.05, draws=SHIPPED),
    Claim(
        "05-parity-300",
        "one hidden layer, 300 parameters, mean accuracy",
        lambda _: min(parity_mean(300, g, 1) for g in ("relu", "tanh")),
        low=0.95,
        draws=SHIPPED,
    ),
)
