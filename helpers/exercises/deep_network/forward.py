"""The layer in a loop."""

from helpers.deep_network import forward
from helpers.engine.check import Case, Exercise, Mistake
from helpers.exercises.activation_families import activations
from helpers.exercises.deep_network.material import IDENTITY, RELU_, SIGMOID, TANH, inputs, network

ACTIVATIONS = "[hidden] * (len(parameters) - 1) + [output]"
TWO_LAYERS = """
def forward(X, parameters, hidden=RELU, output=SIGMOID):
    (W1, b1), (W2, b2) = parameters
    A1, cache1 = layer_forward(X, W1, b1, hidden)
    A2, cache2 = layer_forward(A1, W2, b2, output)
    return A2, [cache1, cache2]
"""


def cases(rng):
    """Yield cases from small to large."""
    yield Case("one layer, one example", X=inputs(rng, 2, 1), parameters=network(rng, 2, 1))
    yield Case("two layers", X=inputs(rng, 3, 4), parameters=network(rng, 3, 4, 1))
    yield Case("three layers of equal size", X=inputs(rng, 3, 5), parameters=network(rng, 3, 3, 3, 3))
    yield Case("five layers", X=inputs(rng, 4, 6), parameters=network(rng, 4, 3, 5, 2, 4, 1))
    deep = {"X": inputs(rng, 3, 5), "parameters": network(rng, 3, 6, 4, 2)}
    yield Case("tanh inside, two outputs", **deep, hidden=TANH)
    yield Case("a linear output", **deep, hidden=SIGMOID, output=IDENTITY)
    wide = {"X": inputs(rng, 5, 1), "parameters": network(rng, 5, 4, 3)}
    yield Case("ReLU at the output, one example", **wide, hidden=TANH, output=RELU_)


exercise = Exercise(
    forward,
    points=3,
    cases=cases,
    returns=("AL", "caches"),
    mistakes=(
        Mistake(
            "every layer reads X",
            {"layer_forward(A, W, b, activation)": "layer_forward(X, W, b, activation)"},
            why="Layer l reads A[l-1]; only the first reads A[0] = X.",
        ),
        Mistake(
            "the hidden activation is used in the last layer too",
            {ACTIVATIONS: "[hidden] * len(parameters)"},
            why="The last layer has its own activation, `output`.",
        ),
        Mistake(
            "the output activation is used in every layer",
            {ACTIVATIONS: "[output] * len(parameters)"},
            why="The layers before the last use `hidden`.",
        ),
        Mistake(
            "the output activation stands in the first layer instead of the last",
            {ACTIVATIONS: "[output] + [hidden] * (len(parameters) - 1)"},
            why="`output` belongs to the layer that gives ŷ: the last one.",
        ),
        Mistake(
            "the last layer is left out",
            {
                "zip(parameters, activations, strict=True)": "zip(parameters[:-1], activations[:-1], strict=True)"
            },
            why="There is one pass of the loop for each of the L layers.",
        ),
        Mistake(
            "it is right only for two layers",
            TWO_LAYERS,
            why="parameters can hold any number of layers: go through them in a loop.",
        ),
        Mistake(
            "the caches are in the wrong order",
            {"return A, caches": "return A, caches[::-1]"},
            why="The first layer's cache comes first, as in parameters.",
        ),
        Mistake(
            "only the last cache is kept",
            {"return A, caches": "return A, [cache]"},
            why="The way back visits every layer and needs the cache of each: append it to a list.",
        ),
        Mistake(
            "the two activations are swapped",
            {ACTIVATIONS: "[output] * (len(parameters) - 1) + [hidden]"},
            why="`hidden` belongs to all layers but the last, `output` to the last.",
        ),
        Mistake(
            "the last layer's cache is not kept",
            {"return A, caches": "return A, caches[:-1]"},
            why="The way back begins at the last layer: its cache belongs into the list too.",
        ),
        Mistake(
            "the first layer is left out",
            {
                "zip(parameters, activations, strict=True)": "zip(parameters[1:], activations[1:], strict=True)"
            },
            why="Python counts from 0: parameters[0] belongs to layer 1.",
        ),
        *activations(forward),
    ),
    hints=(
        "One call of layer_forward for each (W, b); what one layer returns, the next one reads.",
        "A[0] = X; then A[l], cache = layer_forward(A[l-1], W[l], b[l], g[l]); g[L] is output, the others are hidden.",
        "Begin with A = X and an empty list. Make a list of L activations first, or count the layers.",
    ),
)
