"""What each idea of notebook 08 brings on the photographs of clothes: one at a time, then together, five draws.

A draw decides which 2,000 of the 10,000 photographs validate, and the seed of weights, mini-batches, dropout and
shifts; all arms share it. The test part is not opened. The learning rates come from `helpers.experiments.rates`.
"""

from functools import cache

import numpy as np

from helpers import classifier
from helpers.datasets import load_fashion
from helpers.images import flatten_images
from helpers.optimizers import ADAM, MOMENTUM, RMSPROP
from helpers.regularized_network import Recipe, train_recipe
from helpers.softmax import classes, one_hot, softmax_cost
from helpers.splits import split

PLAIN = Recipe(units=(128,), learning_rate=0.1, epochs=40)
ARMS = {
    "nothing": PLAIN,
    "weight decay 0.0001": PLAIN._replace(decay=1e-4),
    "weight decay 0.001": PLAIN._replace(decay=1e-3),
    "weight decay 0.01": PLAIN._replace(decay=1e-2),
    "dropout, keep 0.8": PLAIN._replace(keep=0.8),
    "dropout, keep 0.5": PLAIN._replace(keep=0.5),
    "shifts of 1 pixel": PLAIN._replace(shift=1),
    "shifts of 2 pixels": PLAIN._replace(shift=2),
    "momentum": PLAIN._replace(optimizer=MOMENTUM, learning_rate=0.3),
    "RMSProp": PLAIN._replace(optimizer=RMSPROP, learning_rate=0.001),
    "Adam": PLAIN._replace(optimizer=ADAM, learning_rate=0.001),
    "falling rate": PLAIN._replace(falls=True),
    "batch normalization": PLAIN._replace(batchnorm=True),
}
DRAWS = range(5)


def jobs():
    """Return one job for every arm and draw."""
    return [{"arm": arm, "draw": draw} for draw in DRAWS for arm in ARMS]


def measure(arm, draw):
    """Return the cost and the accuracy on both parts at the end, and the validation part's after every epoch."""
    train, validation, mean = photographs(draw)
    costs, accuracies = [], []

    def watch(step):
        after = scores(validation, step.parameters, "")
        costs.append(after[" cost"])
        accuracies.append(after[" accuracy"])

    parameters = train_recipe(*train, ARMS[arm], np.random.default_rng(draw), mean, watch)
    ends = scores(train, parameters, "training") | scores(validation, parameters, "validation")
    return {**ends, "costs": costs, "accuracies": accuracies}


@cache
def photographs(draw):
    """Return ((X, Y), (X_validation, Y_validation), mean): pixels about zero, float32, Y one-hot, mean (784, 1)."""
    data = load_fashion()
    X = (flatten_images(data.images_train) / 255).astype(np.float32)
    (X, labels), (X_validation, held) = split(X, data.Y_train, (0.8, 0.2), np.random.default_rng(draw))
    mean = X.mean(axis=1, keepdims=True)
    Y, Y_validation = (one_hot(part, 10).astype(np.float32) for part in (labels, held))
    return (X - mean, Y), (X_validation - mean, Y_validation), mean


def scores(part, parameters, name):
    """Return {"<name> cost": ..., "<name> accuracy": ...} of ordinary parameters on a part (X, Y)."""
    X, Y = part
    A = classifier.probabilities(X, parameters)
    right = np.mean(classes(A) == classes(Y))
    return {f"{name} cost": round(float(softmax_cost(A, Y)), 4), f"{name} accuracy": round(float(right), 4)}
