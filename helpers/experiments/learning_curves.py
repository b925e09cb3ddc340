"""Test accuracy against the number of training examples, for networks of four sizes, with five seeds.

The task: domestic or wild, from the 28×28 animal silhouettes. Every run makes about the same number of steps,
so that a network with fewer examples is not merely trained for less time.
"""

from functools import cache

import numpy as np

from helpers.datasets import load_domestic
from helpers.deep_network import gradient_and_cost, predict
from helpers.gradient_descent import train_in_batches
from helpers.images import flatten_images
from helpers.initialization import scaled
from helpers.metrics import accuracy

NETWORKS = {
    "linear": (784, 1),
    "small": (784, 8, 1),
    "medium": (784, 64, 1),
    "large": (784, 256, 128, 64, 1),
}
SIZES = (125, 250, 500, 1000, 2000, 4000, 7716)
SEEDS = range(5)


def jobs():
    """Return one job for every network, size and seed."""
    return [
        {"network": network, "m": m, "seed": seed} for network in NETWORKS for m in SIZES for seed in SEEDS
    ]


def measure(network, m, seed, steps=3000, size=32, learning_rate=0.05):
    """Return the accuracies {"train": ..., "test": ...} of one network trained on m random examples.

    It makes about `steps` steps with mini-batches of `size`; the last fifth of them are ten times shorter.
    """
    rng = np.random.default_rng([seed, m])
    X, Y, X_test, Y_test = pictures()
    chosen = rng.permutation(X.shape[1])[:m]
    X, Y = X[:, chosen], Y[:, chosen]
    mean, deviation = X.mean(axis=1, keepdims=True), X.std()
    X, X_test = (X - mean) / deviation, (X_test - mean) / deviation
    parameters, epochs = scaled(NETWORKS[network], rng), max(5, round(steps * size / m))
    for rate, share in ((learning_rate, 0.8), (learning_rate / 10, 0.2)):
        parameters, _ = train_in_batches(
            X, Y, parameters, gradient_and_cost, size, rate, round(epochs * share), rng
        )
    return {
        "train": float(accuracy(predict(X, parameters), Y)),
        "test": float(accuracy(predict(X_test, parameters), Y_test)),
    }


@cache
def pictures():
    """Return (X, Y, X_test, Y_test): pixels from 0 to 1, (784, m), and 1 for domestic, 0 for wild, (1, m).

    The validation part joins the training part: nothing is chosen by it here.
    """
    data = load_domestic()
    images = np.concatenate([data.images_train, data.images_validation])
    Y = np.concatenate([data.Y_train, data.Y_validation], axis=1)
    return flatten_images(images) / 255, Y, flatten_images(data.images_test) / 255, data.Y_test
