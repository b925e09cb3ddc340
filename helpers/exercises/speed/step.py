"""A training step in memory that is there already."""

import numpy as np

from helpers.exercises.comparing import compare
from helpers.exercises.engine import Case, Exercise, Mistake, Named
from helpers.initialization import scaled
from helpers.speed.steps import make_buffers, step

WHERE = "bytes of new arrays"


def case(rng, note, layer_sizes, m, learning_rate=0.1, **others):
    """Return a case with random examples, parameters and fresh buffers."""
    parameters = [(W, b + 0.1 * rng.normal(size=b.shape)) for W, b in scaled(layer_sizes, rng)]
    buffers = [tuple(np.zeros_like(array) for array in layer) for layer in make_buffers(parameters, m)]
    X, Y = rng.normal(size=(layer_sizes[0], m)), (rng.random((layer_sizes[-1], m)) < 0.5).astype(float)
    return Case(note, X=X, Y=Y, parameters=parameters, buffers=buffers, learning_rate=learning_rate, **others)


def cases(rng):
    """Yield cases from small to large."""
    tanh = Named("helpers.speed.in_place:TANH")
    softmax = Named("helpers.speed.in_place:SOFTMAX")
    yield case(rng, "logistic regression, one example", (2, 1), 1, 0.5)
    yield case(rng, "one hidden layer", (3, 4, 1), 6)
    yield case(rng, "four layers, three outputs", (5, 4, 3, 4, 3), 9, 0.3)
    yield case(rng, "tanh in the hidden layers", (4, 5, 3, 1), 7, 0.5, hidden=tanh)
    yield case(rng, "softmax at the end", (4, 5, 3), 8, 0.5, hidden=tanh, output=softmax)
    yield case(rng, "many examples: every new array shows", (2, 3, 3, 1), 40_000)
    yield case(rng, "many inputs: every new array shows", (30_000, 3, 1), 5)
    yield case(rng, "one example in a deep network", (3, 3, 3, 3, 3, 1), 1, 0.2)


def complain(args, expected, actual):
    """Say which parameter differs, or else how much memory was taken."""
    if wrong := compare(expected["parameters"], actual["parameters"], 1e-7, 1e-12, "parameters"):
        return wrong
    if actual[WHERE]:
        return (
            f"The parameters are right, but the step made new arrays: {actual[WHERE]:,} bytes at its height. "
            "Give every operation an array to write into, by out= or by +=, -=, *=."
        )
    return None


exercise = Exercise(
    step,
    points=4,
    cases=cases,
    probe="frugal",
    keep_inputs=False,
    judge=complain,
    mistakes=(
        Mistake(
            "W moves before its old value has gone back to the layer before",
            {
                "        if dA is not None:\n": "        W -= dW\n        if dA is not None:\n",
                "        W -= dW\n        b -= db": "        b -= db",
            },
            why="Wᵀ dZ needs the W that was there on the way forward: dA first, then the update.",
        ),
        Mistake(
            "the 1/m is missing",
            {"learning_rate / X.shape[1]": "learning_rate"},
            why="The cost is a mean over the m examples: the factor is α/m.",
        ),
        Mistake(
            "m is the number of inputs",
            {"X.shape[1]": "X.shape[0]"},
            why="Columns are examples: m is the number of columns of X, not of rows.",
        ),
        Mistake(
            "the factor α/m enters in every layer again",
            {"dA *= Z_previous": "dA *= Z_previous * learning_rate / X.shape[1]"},
            why="It is in dZ of the last layer, and Wᵀ dZ carries it down to all others.",
        ),
        Mistake(
            "the slope of the hidden activation is left out",
            {"            dA *= Z_previous": "            pass"},
            why="dZ = dA * g′(Z): multiply with what `slope` left in Z.",
        ),
        Mistake(
            "the error is turned: Y − A",
            {"np.subtract(A, Y": "np.subtract(Y, A"},
            why="dZ = A − Y at the output.",
        ),
        Mistake(
            "the first layer never moves",
            {"reversed(range(len(parameters)))": "reversed(range(1, len(parameters)))"},
            why="The loop ends at layer 0, which has X as its input.",
        ),
        Mistake(
            "the product of examples and errors is a new array",
            {"np.dot(dZ, A_previous.T, out=dW)": "dW[...] = dZ @ A_previous.T"},
            why="`dZ @ Aᵀ` makes an array and then copies it: np.dot(..., out=dW) writes at once.",
        ),
        Mistake(
            "dA is a new array",
            {"np.dot(W.T, dZ, out=dA)": "dA[...] = W.T @ dZ"},
            why="np.dot writes into memory that is there already when it is told out=.",
        ),
        Mistake("the biases never move", {"        b -= db": "        pass"}, why="b −= db, in every layer."),
        Mistake(
            "the weights never move", {"        W -= dW": "        pass"}, why="W −= dW, in every layer."
        ),
    ),
    hints=(
        "It is your backward of 05_deep_network with another rule: each result goes into an array that is there.",
        "Forward; dZ = (A − Y) α/m; for each layer from the last: dW = dZ Aᵀ, db = Σ dZ, dA = Wᵀ dZ * g′(Z), W −= dW, "
        "b −= db.",
        "np.subtract, np.dot and np.sum take out=; `*=` and `-=` need nothing. The input of layer 0 is X; that of any "
        "other is the A of the layer before. dZ of the layer before is where dA goes.",
    ),
)
