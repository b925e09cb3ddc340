"""Small and scaled first weights against depth: what gradient descent makes of either, five seeds.

The data are two circles, the hidden layers have 20 ReLU units each, 2,000 steps at each of four learning rates.
"""

import numpy as np

from helpers.datasets import load_planar
from helpers.deep_network import gradient_and_cost, predict
from helpers.gradient_descent import train
from helpers.initialization import initialize, scaled


def start(scale, layer_sizes, rng):
    """Return parameters whose weights have the named scale."""
    return initialize(layer_sizes, rng) if scale == "small" else scaled(layer_sizes, rng)


def jobs():
    """Return the settings: scale of the first weights, hidden layers, learning rate, seed."""
    return [
        {"scale": scale, "depth": depth, "learning_rate": learning_rate, "seed": seed}
        for scale in ("small", "scaled")
        for depth in (1, 2, 4, 8)
        for learning_rate in (0.01, 0.03, 0.1, 0.3)
        for seed in range(5)
    ]


def measure(scale, depth, learning_rate, seed, iterations=2000):
    """Return the first and last cost and the accuracy on the test points."""
    data = load_planar("circles")
    parameters = start(scale, [2] + [20] * depth + [1], np.random.default_rng(seed))
    parameters, costs = train(
        parameters, lambda p: gradient_and_cost(data.X_train, data.Y_train, p), learning_rate, iterations
    )
    right = np.mean(predict(data.X_test, parameters) == data.Y_test)
    return {
        "first": round(float(costs[0]), 4),
        "last": round(float(costs[-1]), 4),
        "accuracy": round(float(right), 4),
    }
