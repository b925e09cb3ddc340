"""How many numbers a network learns."""

from helpers.engine.check import Case, Exercise, Mistake
from helpers.initialization import parameter_count


def cases(rng):
    """Yield networks from one unit to many layers."""
    yield Case("one unit with one input", layer_sizes=[1, 1])
    yield Case("logistic regression on 784 pixels", layer_sizes=[784, 1])
    yield Case("one hidden layer", layer_sizes=[3, 4, 1])
    yield Case("ten classes", layer_sizes=[784, int(rng.integers(50, 150)), 10])
    sizes = tuple(int(n) for n in rng.integers(2, 9, 5))
    yield Case("three hidden layers, given as a tuple", layer_sizes=sizes)
    yield Case("random sizes", layer_sizes=[int(n) for n in rng.integers(1, 30, 6)])


exercise = Exercise(
    parameter_count,
    points=2,
    cases=cases,
    mistakes=(
        Mistake(
            "the biases are not counted",
            {" + n for": " for"},
            why="Every unit of layers 1 … L has a bias of its own: b[l] has n[l] entries.",
        ),
        Mistake(
            "the biases of the layer before are counted",
            {" + n for": " + n_previous for"},
            why="b[l] is (n[l], 1): the biases belong to the units that read, not to those that are read.",
        ),
        Mistake(
            "a layer has one bias instead of one a unit",
            {" + n for": " + 1 for"},
            why="b[l] is (n[l], 1), one entry for each unit of layer l.",
        ),
        Mistake(
            "the units of neighboring layers are added, not multiplied",
            {"n * n_previous": "n + n_previous"},
            why="W[l] is (n[l], n[l-1]): every unit of layer l has a weight for every unit before it.",
        ),
        Mistake(
            "only the units are counted",
            "def parameter_count(layer_sizes):\n    return sum(layer_sizes[1:])",
            why="A unit is where numbers are computed; its weights and bias are what is learned.",
        ),
        Mistake(
            "the input layer gets biases too",
            {"return sum(": "return layer_sizes[0] + sum("},
            why="The input computes nothing: the first layer with a W and a b is layer 1.",
        ),
        Mistake(
            "the output layer is left out",
            {
                "zip(layer_sizes[1:], layer_sizes[:-1], strict=True)": "zip(layer_sizes[1:-1], layer_sizes[:-2])"
            },
            why="The output layer L has its W and b like every other.",
        ),
        Mistake(
            "only the first layer is counted",
            {"zip(layer_sizes[1:], layer_sizes[:-1], strict=True)": "[(layer_sizes[1], layer_sizes[0])]"},
            why="Add up all layers: a `return` inside the loop ends it after the first.",
        ),
        Mistake(
            "only the last layer is counted",
            {"zip(layer_sizes[1:], layer_sizes[:-1], strict=True)": "[(layer_sizes[-1], layer_sizes[-2])]"},
            why="Add up all layers: with = in the loop each replaces what was there, += adds to it.",
        ),
        Mistake(
            "the layer before the first is taken to be the last",
            "def parameter_count(layer_sizes):\n"
            "    return sum(n * layer_sizes[layer - 1] + n for layer, n in enumerate(layer_sizes))",
            why="layer_sizes[0 - 1] is the last entry, not an error: the loop begins at layer 1.",
        ),
        Mistake(
            "all sizes are multiplied together",
            "def parameter_count(layer_sizes):\n"
            "    product = 1\n"
            "    for n in layer_sizes:\n"
            "        product *= n\n"
            "    return product",
            why="Count layer by layer and add up: layers do not multiply.",
        ),
        *(
            Mistake(
                "two layers are written in",
                f"def parameter_count(layer_sizes):\n    n_x, n_h, n_y = {three}\n"
                "    return n_x * n_h + n_h + n_h * n_y + n_y",
                why="layer_sizes may have any length: go through the pairs of neighbors.",
                alone=True,
            )
            for three in ("layer_sizes", "layer_sizes[0], layer_sizes[1], layer_sizes[2]")
        ),
    ),
    hints=(
        "Go from layer to layer. What are the shapes of W and b there?",
        "Layer l has n[l] · n[l-1] weights and n[l] biases. Add that up for l = 1 … L.",
        "Walk through layer_sizes[1:] and layer_sizes[:-1] together with zip: they are the sizes of a layer and "
        "of the one before it.",
    ),
)
