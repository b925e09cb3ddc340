"""One layer forward: the linear half, the activation, and the cache."""

from helpers.deep_network import layer_forward
from helpers.engine.check import Case, Exercise, Mistake
from helpers.exercises.activation_families import activations
from helpers.exercises.deep_network.material import single_layers


def cases(rng):
    """Yield cases from small to large."""
    for note, A_previous, W, b, activation in single_layers(rng):
        yield Case(note, A_previous=A_previous, W=W, b=b, activation=activation)


exercise = Exercise(
    layer_forward,
    points=2,
    cases=cases,
    returns=("A", "cache"),
    mistakes=(
        Mistake(
            "the cache holds A in place of Z",
            {", (A_previous, W, Z)": ", (A_previous, W, activation.value(Z))"},
            why="The way back needs g′(Z), so Z is what must be kept.",
        ),
        Mistake(
            "the cache holds b in place of W",
            {", (A_previous, W, Z)": ", (A_previous, b, Z)"},
            why="The way back needs Wᵀ dZ; b does not appear in any gradient.",
        ),
        Mistake(
            "the cache is in another order",
            {", (A_previous, W, Z)": ", (Z, A_previous, W)"},
            why="The cache is (A_previous, W, Z): what came in, the weights, what was made of both.",
        ),
        Mistake(
            "the cache holds this layer's A in place of the one before",
            {", (A_previous, W, Z)": ", (activation.value(Z), W, Z)"},
            why="dW = dZ A_previousᵀ: the way back needs what the layer read, not what it wrote.",
        ),
        Mistake(
            "only A is returned",
            {"return activation.value(Z), (A_previous, W, Z)": "return activation.value(Z)"},
            why="A goes on to the next layer, the cache waits for the way back: return both.",
        ),
        Mistake(
            "b is in the cache too",
            {", (A_previous, W, Z)": ", (A_previous, W, b, Z)"},
            why="The cache is (A_previous, W, Z): no gradient contains b.",
        ),
        Mistake(
            "the cache stands in front of A",
            {
                "return activation.value(Z), (A_previous, W, Z)": "return (A_previous, W, Z), activation.value(Z)"
            },
            why="The docstring asks for (A, cache).",
        ),
        *activations(layer_forward),
    ),
    hints=(
        "Two lines of arithmetic, both known; what is new is that a layer keeps what its way back will ask for.",
        "Z from linear_forward, A = g(Z), cache = (A_previous, W, Z).",
        "g is activation.value. Return a pair whose second part is a tuple of three arrays.",
    ),
)
