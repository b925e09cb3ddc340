"""What the cases of this notebook are made of: networks of any depth, examples, and passes forward."""

from helpers.activations import RELU
from helpers.deep_network import forward
from helpers.engine.check import Named
from helpers.exercises.paper import biases, numbers, weights

RELU_, TANH, SIGMOID = (Named(f"helpers.activations:{name}") for name in ("RELU", "TANH", "SIGMOID"))
LEAKY_RELU, IDENTITY = (Named(f"helpers.activations:{name}") for name in ("LEAKY_RELU", "IDENTITY"))


def network(rng, *layer_sizes):
    """Return parameters of a size that keeps the outputs moderate; no bias is 0."""
    shapes = zip(layer_sizes[1:], layer_sizes[:-1], strict=True)
    return [(weights(rng, n, n_previous), biases(rng, n, 1)) for n, n_previous in shapes]


def inputs(rng, n_x, m):
    """Return X, (n_x, m)."""
    return numbers(rng, n_x, m)


def single_layers(rng):
    """Yield (note, A_previous, W, b, activation) of one layer, from small to large."""
    for note, n, n_previous, m, activation in (
        ("one of each, sigmoid", 1, 1, 1, SIGMOID),
        ("three ReLU units", 3, 2, 4, RELU_),
        ("four tanh units, one example", 4, 3, 1, TANH),
        ("leaky ReLU, everything square", 5, 5, 5, LEAKY_RELU),
        ("a linear layer", 2, 4, 6, IDENTITY),
        ("two sigmoid units, seven examples", 2, 3, 7, SIGMOID),
    ):
        ((W, b),) = network(rng, n_previous, n)
        yield note, inputs(rng, n_previous, m), W, b, activation


def labels(rng, n_y, m):
    """Return Y, (n_y, m), zeros and ones."""
    return rng.integers(0, 2, size=(n_y, m))


def passed(rng, layer_sizes, m, hidden=RELU):
    """Return the arguments AL, Y, caches of the way back after one pass forward."""
    AL, caches = forward(inputs(rng, layer_sizes[0], m), network(rng, *layer_sizes), hidden)
    return {"AL": AL, "Y": labels(rng, layer_sizes[-1], m), "caches": caches}
