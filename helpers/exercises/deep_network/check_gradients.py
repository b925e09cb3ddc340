"""The gradient check of a whole network."""

import numpy as np

from helpers.deep_network import backward, forward
from helpers.exercises.deep_network.material import TANH, inputs, labels, network
from helpers.exercises.engine import Case, Exercise, Mistake
from helpers.network_check import check_gradients

RIGHT = 1e-5  # a relative difference below this is the noise of the numerical gradient


def handed_in(rng, layer_sizes, m, spoil=None, hidden=TANH):
    """Return the arguments gradients, X, Y, parameters, hidden; spoil(gradients) puts a mistake in."""
    X, Y = inputs(rng, layer_sizes[0], m), labels(rng, layer_sizes[-1], m)
    parameters = network(rng, *layer_sizes)
    AL, caches = forward(X, parameters, hidden.make())
    gradients = backward(AL, Y, caches, hidden.make())
    gradients = gradients if spoil is None else spoil(gradients)
    return {"gradients": gradients, "X": X, "Y": Y, "parameters": parameters, "hidden": hidden}


def without_mean(gradients):
    """Return the gradients with the first dW three times too large."""
    return [(3 * gradients[0][0], gradients[0][1]), *gradients[1:]]


def wrong_bias(gradients):
    """Return the gradients with one number of the last db off."""
    dW, db = gradients[-1]
    return [*gradients[:-1], (dW, db + 0.1)]


def first_lost(gradients):
    """Return the gradients with the middle dW zero."""
    middle = len(gradients) // 2
    return [(dW * (layer != middle), db) for layer, (dW, db) in enumerate(gradients)]


def cases(rng):
    """Yield cases from small to large."""
    yield Case("right, one layer", **handed_in(rng, (2, 1), 3))
    yield Case("the first dW three times too large", **handed_in(rng, (2, 3, 1), 4, without_mean))
    yield Case("right, three layers, two outputs", **handed_in(rng, (3, 4, 3, 2), 1))
    yield Case("one db is wrong", **handed_in(rng, (3, 2, 2, 1), 5, wrong_bias))
    yield Case("the middle dW is zero", **handed_in(rng, (2, 3, 3, 2, 1), 4, first_lost))


def judge(args, expected, actual):
    """Judge right gradients by being below the noise, wrong ones by the size of the difference."""
    if np.ndim(actual) or not np.isfinite(actual):
        return "The result should be one number."
    if expected < RIGHT:
        return (
            None if 0 <= actual < RIGHT else f"These gradients are right, yet the difference is {actual:.2g}."
        )
    if actual < RIGHT:
        return f"These gradients are wrong, yet the difference is only {actual:.2g}."
    close = np.isclose(actual, expected, rtol=1e-3)
    return None if close else f"The difference is {actual:.6g}; expected {expected:.6g}."


exercise = Exercise(
    check_gradients,
    points=3,
    cases=cases,
    judge=judge,
    mistakes=(
        Mistake(
            "the biases are not compared",
            {"zip(layer, numerical_layer, strict=True)": "zip(layer[:1], numerical_layer[:1], strict=True)"},
            why="A layer has two gradients, dW and db: compare both.",
        ),
        Mistake(
            "the smallest difference is returned",
            {"return max(": "return min("},
            why="One wrong gradient among right ones must show: the largest difference counts.",
        ),
        Mistake(
            "only the last layer is compared",
            {"zip(gradients, numerical, strict=True)": "zip(gradients[-1:], numerical[-1:], strict=True)"},
            why="Mistakes hide in any layer: go through all of them.",
        ),
        Mistake(
            "only the first layer is compared",
            {"zip(gradients, numerical, strict=True)": "zip(gradients[:1], numerical[:1], strict=True)"},
            why="Mistakes hide in any layer: go through all of them.",
        ),
        Mistake(
            "the cost is that of a network with ReLU whatever `hidden` says",
            {"forward(X, parameters, hidden)": "forward(X, parameters)"},
            why="The slope must be that of the same network: pass `hidden` on to forward.",
        ),
        Mistake(
            "the cost is multiplied by m",
            {"cost(AL, Y)": "Y.shape[1] * cost(AL, Y)"},
            why="The gradients belong to the cost, a mean over the examples.",
        ),
    ),
    hints=(
        "numerical_gradients needs a function of the parameters alone: define f inside; X and Y stay as they are.",
        "f(parameters) = the cost of forward(X, parameters, hidden). Then compare dW with dW, db with db.",
        "Two zips, one inside the other: over the layers, and over the two arrays of a layer. max(...) over both.",
    ),
)
