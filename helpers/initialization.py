"""Where the parameters of a network begin, for any layer sizes: [(W1, b1), ..., (WL, bL)], and how many they are.

layer_sizes lists the units from the input to the output, (n_x, n[1], ..., n_y). Biases begin at zero:
random weights already make the units differ. Not here: starts that look at the data.
"""

import numpy as np


def zeros(layer_sizes, rng=None):
    """Return all-zero W, (n[l], n[l-1]), and b, (n[l], 1), for every layer: hidden units never part from here."""
    return [
        (np.zeros((n, n_previous)), np.zeros((n, 1)))
        for n, n_previous in zip(layer_sizes[1:], layer_sizes[:-1], strict=True)
    ]


def initialize(layer_sizes, rng, scale=0.01):
    """Return [(W1, b1), ..., (WL, bL)]: weights small and random, biases zero.

    layer_sizes is (n_x, n[1], ..., n_y), of any length from 2 on.
    W of layer l is (n[l], n[l-1]): entries drawn by rng.normal, times scale. b is (n[l], 1).
    """
    parameters = []
    for n, n_previous in zip(layer_sizes[1:], layer_sizes[:-1], strict=True):
        W = scale * rng.normal(size=(n, n_previous))
        parameters.append((W, np.zeros((n, 1))))
    return parameters


def scaled(layer_sizes, rng, gain=2):
    """Return [(W1, b1), ..., (WL, bL)]: random weights that keep the size of Z, biases zero.

    Z is then about equally large in every layer.
    W of layer l is (n[l], n[l-1]): entries drawn by rng.normal, times √(gain / n[l-1]).
    b is (n[l], 1).
    gain is 2 for ReLU units, which pass on half of what arrives, and 1 for tanh.
    """
    parameters = []
    for n, n_previous in zip(layer_sizes[1:], layer_sizes[:-1], strict=True):
        W = np.sqrt(gain / n_previous) * rng.normal(size=(n, n_previous))
        parameters.append((W, np.zeros((n, 1))))
    return parameters


def parameter_count(layer_sizes):
    """Return how many parameters a network has: all entries of every W and b, an integer.

    layer_sizes lists the units from the input to the output, e.g. [784, 64, 10].
    Layer l has W of shape (n[l], n[l-1]) and b of shape (n[l], 1); the input has none.
    """
    pairs = zip(layer_sizes[1:], layer_sizes[:-1], strict=True)
    return sum(n * n_previous + n for n, n_previous in pairs)
