"""Domestic or wild: logistic regression, one and three hidden layers on silhouettes of animals, five seeds.

Full-batch gradient descent from a scaled start, in float32, 1,500 iterations at the same learning rate for all.
The validation images are watched on the way; the test images are looked at once, at the end of a run.
"""

from functools import cache

import numpy as np

from helpers.datasets import load_domestic
from helpers.deep_network import forward, gradient_and_cost, predict
from helpers.gradient_descent import gradient_descent_steps
from helpers.images import flatten_images
from helpers.initialization import scaled
from helpers.losses import cost

NETWORKS = {
    "logistic regression": [784, 1],
    "one hidden layer": [784, 64, 1],
    "three hidden layers": [784, 64, 32, 16, 1],
}
LEARNING_RATE, ITERATIONS, EVERY = 0.05, 1500, 100


def jobs():
    """Return the settings: network and seed."""
    return [{"network": network, "seed": seed} for seed in range(5) for network in NETWORKS]


def measure(network, seed, iterations=ITERATIONS):
    """Return the curves of cost and validation accuracy, every 100 iterations, and the accuracies at the end."""
    (X, Y), validation, test = parts()
    start = scaled(NETWORKS[network], np.random.default_rng(seed))
    start = [(W.astype(X.dtype), b.astype(X.dtype)) for W, b in start]
    costs, accuracies = [], []
    for step in gradient_descent_steps(
        start, lambda p: gradient_and_cost(X, Y, p), np.float32(LEARNING_RATE)
    ):
        if step.iteration % EVERY == 0:
            costs.append(round(cost_of(X, Y, step.parameters), 4))
            accuracies.append(accuracy_of(*validation, step.parameters))
        if step.iteration == iterations:
            break
    ends = {"train": accuracy_of(X, Y, step.parameters), "test": accuracy_of(*test, step.parameters)}
    return {"costs": costs, "validation": accuracies, **ends}


@cache
def parts():
    """Return [(X, Y), ...] for train, validation and test: X is (784, m) from 0 to 1, Y is (1, m), both float32."""
    data = load_domestic()
    pairs = [
        (data.images_train, data.Y_train),
        (data.images_validation, data.Y_validation),
        (data.images_test, data.Y_test),
    ]
    return [((flatten_images(images) / 255).astype("f4"), Y.astype("f4")) for images, Y in pairs]


def accuracy_of(X, Y, parameters):
    """Return the share of right predictions."""
    return round(float(np.mean(predict(X, parameters) == Y)), 4)


def cost_of(X, Y, parameters):
    """Return the cost, computed in float64."""
    return float(cost(forward(X, parameters)[0].astype(float), Y))
