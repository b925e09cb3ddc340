"""What the cases of this notebook are made of: networks and examples of any size."""

from helpers.shallow_network import forward


def network(rng, n_x, n_h, n_y, scale=1.0):
    """Return parameters [(W1, b1), (W2, b2)] with normal entries, biases too."""
    sizes = ((n_h, n_x), (n_y, n_h))
    return [(scale * rng.normal(size=size), rng.normal(size=(size[0], 1))) for size in sizes]


def examples(rng, n_x, n_y, m):
    """Return X, (n_x, m), with normal entries, and labels Y, (n_y, m)."""
    return rng.normal(size=(n_x, m)), rng.integers(0, 2, size=(n_y, m))


def passed(rng, n_x, n_h, n_y, m):
    """Return the arguments X, Y, parameters, cache after one pass forward with tanh."""
    parameters = network(rng, n_x, n_h, n_y)
    X, Y = examples(rng, n_x, n_y, m)
    return {"X": X, "Y": Y, "parameters": parameters, "cache": forward(X, parameters)[1]}
