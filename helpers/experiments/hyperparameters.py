"""Validation accuracy on the fashion photographs against each hyperparameter alone, with five seeds.

8,000 of the 10,000 photographs train, 2,000 validate; the test part is not opened.
"""

from functools import cache

import numpy as np

from helpers.datasets import load_fashion
from helpers.images import flatten_images
from helpers.search import score_setting
from helpers.softmax import one_hot
from helpers.splits import split

VALUES = {
    "learning_rate": (0.001, 0.003, 0.01, 0.03, 0.1, 0.3),
    "epochs": (1, 2, 5, 10, 20, 40),
    "layers": (0, 1, 2, 3, 4),
    "units": (4, 16, 64, 256),
    "hidden": ("sigmoid", "tanh", "relu", "leaky_relu"),
    "size": (16, 64, 256, 1024),
}
SEEDS = range(5)


def jobs():
    """Return one job for every value of every hyperparameter and every seed."""
    return [
        {"name": name, "value": value, "seed": seed}
        for name, values in VALUES.items()
        for value in values
        for seed in SEEDS
    ]


def measure(name, value, seed):
    """Return {"validation": accuracy} of the base setting with one hyperparameter changed."""
    return {"validation": score_setting(*photographs(), {name: value}, np.random.default_rng(seed))}


@cache
def photographs():
    """Return ((X_train, Y_train), (X_validation, labels)): pixels (784, m) about zero, float32, Y one-hot."""
    data = load_fashion()
    X = (flatten_images(data.images_train) / 255).astype(np.float32)
    (X, labels), (X_validation, held) = split(X, data.Y_train, (0.8, 0.2), np.random.default_rng(0))
    mean = X.mean(axis=1, keepdims=True)
    return (X - mean, one_hot(labels, 10).astype(np.float32)), (X_validation - mean, held)
