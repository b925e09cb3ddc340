"""The best network of notebook 08 against that of 06, on 2,000 test photographs, six deals of all 12,000.

Deal 0 is the data as they are, as in both notebooks; the others put all photographs in another order first. Both
networks train on the same 10,000. Nothing is chosen here: the candidate comes from `helpers.experiments.combinations`.
"""

import numpy as np

from helpers import classifier
from helpers.datasets import load_fashion
from helpers.experiments.combinations import CANDIDATES
from helpers.gradient_descent import train_in_batches
from helpers.images import flatten_images
from helpers.metrics import accuracy, paired_comparison
from helpers.regularized_network import train_recipe
from helpers.softmax import one_hot

CHOSEN = "and shifts, dropout"


def jobs():
    """Return one job for every deal."""
    return [{"deal": deal} for deal in range(6)]


def measure(deal):
    """Return both test accuracies, their difference and its standard error of the paired comparison."""
    (X, labels), (X_test, labels_test), mean = photographs(deal)
    Y = one_hot(labels, 10).astype(np.float32)
    before = network_of_06(X, Y, np.random.default_rng(deal))
    after = train_recipe(X, Y, CANDIDATES[CHOSEN], np.random.default_rng(deal), mean)
    first, second = (classifier.predict(X_test, parameters) for parameters in (before, after))
    difference, error = paired_comparison(first, second, labels_test)
    scores = {"before": accuracy(first, labels_test), "after": accuracy(second, labels_test)}
    numbers = scores | {"difference": difference, "error": error}
    return {name: round(float(number), 4) for name, number in numbers.items()}


def photographs(deal):
    """Return (X, labels) of 10,000 photographs, (X, labels) of 2,000, and the mean picture, subtracted from both."""
    data = load_fashion()
    images = np.concatenate([data.images_train, data.images_test])
    labels = np.hstack([data.Y_train, data.Y_test])
    order = np.random.default_rng(deal).permutation(12_000) if deal else np.arange(12_000)
    X, labels = (flatten_images(images[order]) / 255).astype(np.float32), labels[:, order]
    mean = X[:, :10_000].mean(axis=1, keepdims=True)
    X = X - mean
    return (X[:, :10_000], labels[:, :10_000]), (X[:, 10_000:], labels[:, 10_000:]), mean


def network_of_06(X, Y, rng):
    """Return the parameters that the rule of 06 leads to: 32 units, 15 epochs and 5 with ten times smaller steps."""
    rate, size = 0.033, 16
    parameters, _ = classifier.train_classifier(X, Y, (784, 32, 10), rate, 15, size, rng)
    step = classifier.gradient_and_cost
    return train_in_batches(X, Y, parameters, step, size, rate / 10, 5, rng)[0]
