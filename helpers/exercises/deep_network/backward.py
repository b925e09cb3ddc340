"""The blocks of the way back in a loop."""

from helpers.deep_network import backward
from helpers.engine.check import Case, Exercise, Mistake
from helpers.exercises.activation_families import activations
from helpers.exercises.deep_network.material import LEAKY_RELU, SIGMOID, TANH, passed

ONE_DA = Mistake(
    "every layer is fed the same dA",
    {"dA, dW, db = layer_backward(dA, cache, hidden)": "_, dW, db = layer_backward(dA, cache, hidden)"},
    why="The dA that one layer returns is what the layer before it needs: keep it for the next turn of the loop.",
)
WRONG_ORDER = Mistake(
    "the caches are taken in the wrong order",
    {"reversed(caches[:-1])": "caches[:-1]"},
    why="The way back visits the last hidden layer first: the caches are wanted from the end.",
)
TWO_LAYERS = Mistake(
    "it is right only for two layers",
    """def backward(AL, Y, caches, hidden=RELU):
    A1, W2, _ = caches[-1]
    dA1, dW2, db2 = linear_backward(AL - Y, A1, W2)
    _, dW1, db1 = layer_backward(dA1, caches[0], hidden)
    return [(dW1, db1), (dW2, db2)]
""",
    why="Two layers are written out; there can be one, or five. What repeats belongs in a loop over the caches.",
)


HIDDEN_AT_THE_END = Mistake(
    "the last layer goes back through the hidden activation",
    """
def backward(AL, Y, caches, hidden=RELU):
    dA, gradients = -Y / AL + (1 - Y) / (1 - AL), []
    for cache in reversed(caches):
        dA, dW, db = layer_backward(dA, cache, hidden)
        gradients.append((dW, db))
    return gradients[::-1]
""",
    why="The last layer has the sigmoid, whose slope and the loss make AL − Y: it needs its linear half alone.",
)


def cases(rng):
    """Yield cases from small to large."""
    yield Case("one layer, one example", **passed(rng, (2, 1), 1))
    yield Case("two layers", **passed(rng, (2, 3, 1), 2))
    yield Case("three layers of equal size", **passed(rng, (2, 2, 2, 2), 3))
    yield Case("two outputs, one example", **passed(rng, (3, 5, 4, 2), 1))
    for activation, hidden in (
        (TANH.make(), TANH),
        (SIGMOID.make(), SIGMOID),
        (LEAKY_RELU.make(), LEAKY_RELU),
    ):
        yield Case(
            f"{activation.name}, five layers", **passed(rng, (4, 3, 5, 2, 4, 1), 6, activation), hidden=hidden
        )


exercise = Exercise(
    backward,
    points=4,
    cases=cases,
    returns="gradients",
    mistakes=(
        ONE_DA,
        WRONG_ORDER,
        TWO_LAYERS,
        HIDDEN_AT_THE_END,
        Mistake(
            "the gradients come out last layer first",
            {"return gradients[::-1]": "return gradients"},
            why="They are found from the back, but the caller wants the first layer first, as in parameters.",
        ),
        Mistake(
            "the first layer is left out",
            {"reversed(caches[:-1])": "reversed(caches[1:-1])"},
            why="There is one gradient for each of the L layers.",
        ),
        Mistake(
            "the last layer's dZ has the wrong sign",
            {"AL - Y": "Y - AL"},
            why="dZ[L] = AL − Y: output minus label.",
        ),
        Mistake(
            "the sigmoid's derivative is taken twice at the output",
            {
                "linear_backward(AL - Y, A_previous, W)": "linear_backward((AL - Y) * AL * (1 - AL), A_previous, W)"
            },
            why="AL − Y is already dZ: the sigmoid's slope has canceled against the loss's.",
        ),
        Mistake(
            "the hidden layers skip their activation",
            {"layer_backward(dA, cache, hidden)": "linear_backward(dA, cache[0], cache[1])"},
            why="A hidden layer has g′(Z) on its way back: layer_backward, not linear_backward.",
        ),
        Mistake(
            "the 1/m enters twice",
            {
                "linear_backward(AL - Y, A_previous, W)": "linear_backward((AL - Y) / Y.shape[1], A_previous, W)"
            },
            why="linear_backward divides by m already; dZ belongs to single examples.",
        ),
        Mistake(
            "AL − Y passes through the slope of the hidden activation",
            {"linear_backward(AL - Y, A_previous, W)": "layer_backward(AL - Y, caches[-1], hidden)"},
            why="AL − Y is dZ already: the last layer needs its linear half alone.",
        ),
        Mistake(
            "the last layer starts from dA instead of dZ",
            {
                "linear_backward(AL - Y, A_previous, W)": "linear_backward(-Y / AL + (1 - Y) / (1 - AL), A_previous, W)"
            },
            why="−Y/A + (1 − Y)/(1 − A) is dA; times the slope of the sigmoid it is dZ, and that is AL − Y.",
        ),
        Mistake(
            "the last layer is visited twice",
            {"reversed(caches[:-1])": "reversed(caches)"},
            why="The last layer's cache has been used before the loop: the loop begins with the one before it.",
        ),
        Mistake(
            "`dA` is in the list too",
            {"[(dW, db)]": "[(dA, dW, db)]", "gradients.append((dW, db))": "gradients.append((dA, dW, db))"},
            why="Only the parameters are updated: a pair (dW, db) for each layer.",
        ),
        *activations(backward),
        *(
            Mistake(
                "every layer is fed the loss's dA",
                {
                    "dA, dW, db = layer_backward(dA, cache, hidden)": "_, dW, db = "
                    f"layer_backward(-Y / AL + (1 - Y) / (1 - AL), cache, {activation})"
                },
                why="−Y/A + (1 − Y)/(1 − A) belongs to the output. A hidden layer gets the dA of the layer after it.",
                alone=True,
            )
            for activation in ("hidden", "SIGMOID")
        ),
        *(
            Mistake(
                "a small number is added to the outputs",
                {
                    "linear_backward(AL - Y, A_previous, W)": "linear_backward("
                    f"(-Y / (AL + {small}) + (1 - Y) / (1 - AL + {small})) * AL * (1 - AL), A_previous, W)"
                },
                why="It changes every gradient a little. AL − Y needs no division, and so nothing against 0.",
                alone=True,
            )
            for small in (1e-5, 1e-6, 1e-7, 1e-8)
        ),
    ),
    hints=(
        "The last layer begins, with its own first line. Then walk back through the other caches and hand dA on.",
        "dA, dW, db = linear_backward(AL − Y, A_previous, W) for layer L; then layer_backward for L−1, ..., 1.",
        "caches[-1] is the last layer's; reversed(caches[:-1]) are the others. Turn the list around at the end.",
    ),
)
