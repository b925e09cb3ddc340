"""A training step in memory that is there already."""

import numpy as np

from helpers.engine.check import Case, Exercise, Named
from helpers.engine.check.compare import compare
from helpers.exercises.paper import FEW, biases, numbers, weights
from helpers.exercises.speed.step_mistakes import MISTAKES
from helpers.initialization import scaled
from helpers.speed.steps import make_buffers, step


def case(rng, note, layer_sizes, m, learning_rate=0.1, **others):
    """Return a case with random examples, parameters and fresh buffers."""
    parameters = [(paper(rng, W), biases(rng, *b.shape)) for W, b in scaled(layer_sizes, rng)]
    buffers = [tuple(np.zeros_like(array) for array in layer) for layer in make_buffers(parameters, m)]
    X, Y = numbers(rng, layer_sizes[0], m), (rng.random((layer_sizes[-1], m)) < 0.5).astype(float)
    return Case(note, X=X, Y=Y, parameters=parameters, buffers=buffers, learning_rate=learning_rate, **others)


def paper(rng, W):
    """Return W, or numbers of one decimal in its place if they are few."""
    return weights(rng, *W.shape) if W.size <= FEW else W


def cases(rng):
    """Yield cases from small to large."""
    tanh = Named("helpers.speed.in_place:TANH")
    softmax = Named("helpers.speed.in_place:SOFTMAX")
    yield case(rng, "logistic regression, one example", (2, 1), 1, 0.5)
    yield case(rng, "one hidden layer", (2, 3, 1), 4)
    yield case(rng, "four layers, three outputs", (5, 4, 3, 4, 3), 9, 0.3)
    yield case(rng, "tanh in the hidden layers", (4, 5, 3, 1), 7, 0.5, hidden=tanh)
    yield case(rng, "softmax at the end", (4, 5, 3), 8, 0.5, hidden=tanh, output=softmax)
    yield case(rng, "many examples: every new array shows", (1, 2, 1), 14_000)
    yield case(rng, "many units: every new array shows", (1, 14_000, 1), 2)
    yield case(rng, "one example in a deep network", (3, 3, 3, 3, 3, 1), 1, 0.2)
    dX, sigmoid = np.zeros((3, 4)), Named("helpers.speed.in_place:SIGMOID")
    yield case(rng, "the slope by the inputs is asked for", (3, 5, 2), 4, hidden=tanh, output=sigmoid, dX=dX)


def without_bytes(observed):
    """Return what a step did without how many bytes it needed: two wrong steps may differ in that alone."""
    return {**observed, "bytes of new arrays": bool(observed["bytes of new arrays"])}


def complain(args, expected, actual):
    """Say which parameter differs, or else how much memory was taken."""
    for key, names in (("parameters", "parameters"), ("others", ("dX",))):
        if wrong := compare(expected[key], actual[key], 1e-7, 1e-12, names):
            return wrong
    if actual["arrays replaced"]:
        return "The parameters are right, but new arrays stand in their place: write into W and b, by -=."
    if actual["bytes of new arrays"]:
        return (
            "The parameters are right, but the step made new arrays. "
            "Give every operation an array to write into, by out= or by +=, -=, *=."
        )
    return None


exercise = Exercise(
    step,
    points=4,
    cases=cases,
    probe="frugal",
    may_change=("parameters", "buffers", "dX"),
    judge=complain,
    view=without_bytes,
    mistakes=MISTAKES,
    hints=(
        "It is your backward of 05_deep_network with another rule: each result goes into an array that is there.",
        "Forward; dZ = (A − Y) α/m; for each layer from the last: dW = dZ Aᵀ, db = Σ dZ, dA = Wᵀ dZ * g′(Z), W −= dW, "
        "b −= db.",
        "np.subtract, np.dot and np.sum take out=; `*=` and `-=` need nothing. The input of layer 0 is X; that of any "
        "other is the A of the layer before. dZ of the layer before is where dA goes.",
    ),
)
