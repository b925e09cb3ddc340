"""One layer forward: the linear half, the activation, and the cache."""

from helpers.deep_network import layer_forward
from helpers.engine.check import Case, Exercise, Mistake
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
            "the activation is left out",
            {"return activation.value(Z), ": "return Z, "},
            why="A = g(Z); without g the layers would collapse into one.",
        ),
        Mistake(
            "the activation is ReLU whatever is passed in",
            {"activation.value(Z)": "RELU.value(Z)"},
            why="g comes in as the argument `activation`: activation.value(Z).",
        ),
        Mistake(
            "the derivative is used in place of the activation",
            {"activation.value(Z)": "activation.derivative(Z)"},
            why="g is for the way forward, g′ for the way back.",
        ),
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
            "`activation` itself is called",
            {"activation.value(Z)": "activation(Z)"},
            why="It is an object that holds two functions, value and derivative: call activation.value.",
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
    ),
    hints=(
        "Two lines of arithmetic, both known; what is new is that a layer keeps what its way back will ask for.",
        "Z from linear_forward, A = g(Z), cache = (A_previous, W, Z).",
        "g is activation.value. Return a pair whose second part is a tuple of three arrays.",
    ),
)
