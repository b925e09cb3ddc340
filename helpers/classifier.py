"""A network for several classes: the deep network with softmax at the end, trained in mini-batches.

Columns are examples, Y is one-hot, (n_y, m). Training keeps the kind of numbers that X has: float32 is
twice as fast. Not here: a single output with a sigmoid (`helpers.deep_network`).
"""

import numpy as np

from helpers.activations import RELU
from helpers.deep_network import errors, forward, gradients_from
from helpers.gradient_descent import train_in_batches
from helpers.initialization import scaled
from helpers.softmax import SOFTMAX, classes, softmax_cost


def gradient_and_cost(X, Y, parameters, hidden=RELU):
    """Return (gradients, cost) of one pass forward and back: only the output and the cost are new.

    X is (n_x, m) and Y is (n_y, m); gradients is [(dW1, db1), ...]. The recursion starts at dZ = A − Y.
    """
    A, caches = forward(X, parameters, hidden, SOFTMAX)
    return gradients_from(errors(A, Y, caches, hidden), caches), softmax_cost(A, Y)


def train_classifier(X, Y, layer_sizes, learning_rate, epochs, size, rng, hidden=RELU, watch=None):
    """Return (parameters, costs): the network after `epochs` epochs, and the mean cost of each.

    X is (n_x, m), Y is one-hot, (n_y, m); `size` is that of a mini-batch; `watch(step)` sees every epoch.
    """
    gain = 2 if hidden is RELU else 1
    start = [(W.astype(X.dtype), b.astype(X.dtype)) for W, b in scaled(layer_sizes, rng, gain)]

    def step(X, Y, parameters):
        return gradient_and_cost(X, Y, parameters, hidden)

    return train_in_batches(X, Y, start, step, size, learning_rate, epochs, rng, watch)


def probabilities(X, parameters, hidden=RELU):
    """Return A, (n_y, m): for every column of X, (n_x, m), the probability of each class."""
    return forward(X, parameters, hidden, SOFTMAX)[0]


def predict(X, parameters, hidden=RELU):
    """Return the most probable class of every column of X, (n_x, m), as labels of shape (1, m)."""
    return classes(probabilities(X, parameters, hidden))


def class_accuracy(X, labels, parameters, hidden=RELU):
    """Return the share of the columns of X, (n_x, m), whose most probable class is their label; labels is (1, m)."""
    return float(np.mean(predict(X, parameters, hidden) == labels))
