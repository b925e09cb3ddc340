"""What the cases of this notebook are made of: networks and their gradients, and arrays with what is remembered."""

from helpers.exercises.paper import biases, numbers, shares, weights

SIZES = (
    ("a single layer, one of each", (1, 1)),
    ("two layers", (2, 1, 1)),
    ("three layers, two outputs", (3, 4, 3, 2)),
    ("everything square", (3, 3, 3)),
)


def network(rng, layer_sizes):
    """Return parameters [(W1, b1), ...] with no bias of 0; also used as gradients."""
    pairs = zip(layer_sizes[1:], layer_sizes[:-1], strict=True)
    return [(weights(rng, n, n_previous), biases(rng, n, 1)) for n, n_previous in pairs]


def array_and_slopes(rng, *shape):
    """Return the arguments W and dW, (shape)."""
    return {"W": weights(rng, *shape), "dW": numbers(rng, *shape)}


def squares(rng, *shape):
    """Return an array of positive numbers, as S is after some steps."""
    return shares(rng, *shape)
