"""A training step in memory that is there already."""

import numpy as np

from helpers.engine.check import Case, Exercise, Mistake, Named
from helpers.engine.check.compare import compare
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
    yield case(rng, "many examples: every new array shows", (1, 2, 1), 14_000)
    yield case(rng, "many units: every new array shows", (1, 14_000, 1), 2)
    yield case(rng, "one example in a deep network", (3, 3, 3, 3, 3, 1), 1, 0.2)
    dX, sigmoid = np.zeros((3, 4)), Named("helpers.speed.in_place:SIGMOID")
    yield case(rng, "the slope by the inputs is asked for", (3, 5, 2), 4, hidden=tanh, output=sigmoid, dX=dX)


def complain(args, expected, actual):
    """Say which parameter differs, or else how much memory was taken."""
    for key, names in (("parameters", "parameters"), ("others", ("dX",))):
        if wrong := compare(expected[key], actual[key], 1e-7, 1e-12, names):
            return wrong
    if actual["arrays replaced"]:
        return "The parameters are right, but new arrays stand in their place: write into W and b, by -=."
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
    may_change=("parameters", "buffers", "dX"),
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
            "the step goes uphill: Y − A, or += where −= belongs",
            {"np.subtract(A, Y": "np.subtract(Y, A"},
            why="dZ = A − Y at the output, and the step is taken off: W −= dW.",
        ),
        Mistake(
            "the error of the output is not in its buffer",
            {"np.subtract(A, Y, out=buffers[-1][2])": "A - Y"},
            why="`dZ = A - Y` gives the name to a new array; the buffers keep what they had: use out=.",
        ),
        Mistake(
            "the rate enters once more at the update",
            {"W -= dW": "W -= learning_rate * dW", "b -= db": "b -= learning_rate * db"},
            why="α/m is in dZ, and so in dW and db: they are the very steps to subtract.",
        ),
        Mistake(
            "the slope is always that of ReLU",
            {"hidden.slope(Z_previous, A_previous)": "RELU.slope(Z_previous, A_previous)"},
            why="The hidden layers may have another activation: `hidden.slope` is its slope.",
        ),
        Mistake(
            "dX is left as it came in",
            {"if layer else (None, X, dX)": "if layer else (None, X, None)"},
            why="Where dX is given, it is filled with W1ᵀ dZ1, as every other dA.",
        ),
        Mistake(
            "new biases take the place of the old ones in the list",
            {"        b -= db": "        parameters[layer] = (W, b - db)"},
            why="Whoever else holds b still has the old numbers: b −= db writes into it.",
        ),
        Mistake(
            "the sum of the errors is a new array",
            {"np.add.reduce(dZ, axis=1, keepdims=True, out=db)": "db = np.sum(dZ, axis=1, keepdims=True)"},
            why="`db = ...` gives the name to a new array: np.sum(..., out=db) fills the one that is there.",
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
