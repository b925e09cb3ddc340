"""What the cases of this notebook are made of: networks and examples of any size."""

from helpers.activations import TANH
from helpers.exercises.paper import biases, numbers, weights
from helpers.shallow_network import forward


def network(rng, n_x, n_h, n_y):
    """Return parameters [(W1, b1), (W2, b2)]; no bias is 0."""
    sizes = ((n_h, n_x), (n_y, n_h))
    return [(weights(rng, *size), biases(rng, size[0], 1)) for size in sizes]


def examples(rng, n_x, n_y, m):
    """Return X, (n_x, m), and labels Y, (n_y, m)."""
    return numbers(rng, n_x, m), rng.integers(0, 2, size=(n_y, m))


def passed(rng, n_x, n_h, n_y, m, hidden=TANH):
    """Return the arguments X, Y, parameters, cache after one pass forward."""
    parameters = network(rng, n_x, n_h, n_y)
    X, Y = examples(rng, n_x, n_y, m)
    return {"X": X, "Y": Y, "parameters": parameters, "cache": forward(X, parameters, hidden)[1]}
