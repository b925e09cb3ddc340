"""The gradient check of a whole network."""

import numpy as np

from helpers.deep_network import backward, forward, gradient_gap
from helpers.engine.check import Case, Exercise, Mistake
from helpers.exercises.activation_families import activations
from helpers.exercises.deep_network.material import SIGMOID, TANH, inputs, labels, network

RIGHT = 1e-5  # a relative difference below this is the noise of the numerical gradient


def handed_in(rng, layer_sizes, m, spoil=None, hidden=TANH):
    """Return the arguments X, Y, parameters, gradients, hidden; spoil(gradients) puts a mistake in."""
    X, Y = inputs(rng, layer_sizes[0], m), labels(rng, layer_sizes[-1], m)
    parameters = network(rng, *layer_sizes)
    AL, caches = forward(X, parameters, hidden.make())
    gradients = backward(AL, Y, caches, hidden.make())
    gradients = gradients if spoil is None else spoil(gradients)
    return {"X": X, "Y": Y, "parameters": parameters, "gradients": gradients, "hidden": hidden}


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


def all_too_large(gradients):
    """Return the gradients, each layer's multiplied by another factor."""
    return [((layer + 2) * dW, (layer + 3) * db) for layer, (dW, db) in enumerate(gradients)]


def cases(rng):
    """Yield cases from small to large."""
    yield Case("right, one layer", **handed_in(rng, (1, 1), 3))
    yield Case("the first dW three times too large", **handed_in(rng, (2, 1, 1), 4, without_mean))
    yield Case("right, two layers, two outputs", **handed_in(rng, (1, 1, 2), 1))
    yield Case("one db is wrong", **handed_in(rng, (1, 1, 1, 1), 3, wrong_bias))
    yield Case("the middle dW is zero", **handed_in(rng, (1, 1, 1, 1, 1), 4, first_lost))
    yield Case("right, sigmoid", **handed_in(rng, (2, 2, 1), 3, hidden=SIGMOID))
    yield Case("every array is wrong", **handed_in(rng, (1, 2, 1), 3, all_too_large))


def judge(args, expected, actual):
    """Judge right gradients by being below the noise, wrong ones by the size of the difference."""
    if isinstance(actual, bool) or np.ndim(actual) or not np.isfinite(actual):
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
    gradient_gap,
    points=3,
    cases=cases,
    equivalents={
        "zip(gradients, numerical, strict=True) "
        "→ zip(numerical, gradients, strict=True)": "Both ways round give the same number."
    },
    judge=judge,
    mistakes=(
        Mistake(
            "the biases are not compared",
            {"relative_difference(ours[1], theirs[1])": "0.0"},
            why="A layer has two gradients, dW and db: compare both.",
        ),
        Mistake(
            "the weights are not compared",
            {"relative_difference(ours[0], theirs[0])": "0.0"},
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
            "the cost is multiplied by m",
            {"cost(forward(X, p, hidden)[0], Y)": "Y.shape[1] * cost(forward(X, p, hidden)[0], Y)"},
            why="The gradients belong to the cost, a mean over the examples.",
        ),
        Mistake(
            "the mean of the differences is returned",
            {"return max(gaps)": "return sum(gaps) / len(gaps)"},
            why="A mean hides one wrong array behind many right ones.",
        ),
        Mistake(
            "f does not depend on its argument",
            {"forward(X, p, hidden)": "forward(X, parameters, hidden)"},
            why="numerical_gradients nudges p: forward has to be called with p.",
        ),
        Mistake(
            "the differences are added up",
            {"return max(": "return sum("},
            why="The largest of them is asked for, however many layers there are.",
        ),
        Mistake(
            "the differences are not relative",
            {
                "relative_difference(ours[0], theirs[0])": "abs(ours[0] - theirs[0]).max()",
                "relative_difference(ours[1], theirs[1])": "abs(ours[1] - theirs[1]).max()",
            },
            why="relative_difference measures against the size of the gradient.",
        ),
        Mistake(
            "cost is given the whole pair that forward returns",
            {"forward(X, p, hidden)[0]": "forward(X, p, hidden)"},
            why="forward returns (AL, caches): cost wants its first part, AL.",
        ),
        Mistake(
            "numerical_gradients is given a number",
            {"lambda p: cost(forward(X, p, hidden)[0], Y)": "cost(forward(X, parameters, hidden)[0], Y)"},
            why="It has to call f with nudged parameters: hand it a function of p, a lambda, not a result.",
        ),
        *activations(gradient_gap),
        Mistake(
            "all gradients are compared as one long row",
            {
                "return max(gaps)": "from numpy import concatenate, ravel\n\n"
                "    flat = [concatenate([ravel(a) for layer in g for a in layer]) for g in (gradients, numerical)]\n"
                "    return relative_difference(*flat)"
            },
            why="A small array that is wrong hides behind large ones that are right: compare array by array.",
            alone=True,
        ),
        Mistake(
            "only the first layer is compared",
            {"zip(gradients, numerical, strict=True)": "zip(gradients[:1], numerical[:1], strict=True)"},
            why="Mistakes hide in any layer: go through all of them.",
        ),
    ),
    hints=(
        "It is the function of notebook 04; only the number of layers is open now, and forward is the deep one.",
        "f(p) = the cost of forward(X, p, hidden). Compare dW with dW, db with db in every layer; the largest counts.",
        "A lambda of p is short enough for f. zip the two lists of layers and append two differences for each layer.",
    ),
)
