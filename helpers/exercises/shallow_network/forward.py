"""Two layers forward, all examples at once."""

from helpers.engine.check import Case, Exercise, Mistake, Named
from helpers.exercises.activation_families import activations
from helpers.exercises.families import without
from helpers.exercises.shallow_network.material import examples, network
from helpers.shallow_network import forward

TANH, SIGMOID = Named("helpers.activations:TANH"), Named("helpers.activations:SIGMOID")
RELU, IDENTITY = Named("helpers.activations:RELU"), Named("helpers.activations:IDENTITY")


def cases(rng):
    """Yield cases from small to large."""
    yield Case("one unit, one example", X=examples(rng, 1, 1, 1)[0], parameters=network(rng, 1, 1, 1))
    yield Case(
        "three inputs, four hidden units", X=examples(rng, 3, 1, 1)[0], parameters=network(rng, 3, 4, 1)
    )
    yield Case("six examples", X=examples(rng, 3, 1, 6)[0], parameters=network(rng, 3, 4, 1))
    yield Case("two outputs", X=examples(rng, 2, 2, 5)[0], parameters=network(rng, 2, 3, 2))
    yield Case(
        "ReLU in the hidden layer",
        X=examples(rng, 2, 1, 5)[0],
        parameters=network(rng, 2, 5, 1),
        hidden=RELU,
    )
    yield Case(
        "a linear output",
        X=examples(rng, 4, 1, 3)[0],
        parameters=network(rng, 4, 2, 1),
        hidden=TANH,
        output=IDENTITY,
    )
    yield Case(
        "sigmoid hidden, ReLU output",
        X=examples(rng, 2, 2, 7)[0],
        parameters=network(rng, 2, 6, 2),
        hidden=SIGMOID,
        output=RELU,
    )


exercise = Exercise(
    forward,
    points=3,
    cases=cases,
    returns=("A2", "cache"),
    mistakes=(
        Mistake(
            "b1 is left out", {"W1 @ X + b1": "W1 @ X"}, why="Every unit adds its own bias: Z1 = W1 X + b1."
        ),
        Mistake(
            "b2 is left out",
            {"W2 @ A1 + b2": "W2 @ A1"},
            why="The output unit adds a bias too: Z2 = W2 A1 + b2.",
        ),
        Mistake(
            "W1 is transposed",
            {"W1 @ X + b1": "W1.T @ X + b1"},
            why="W1 already has a unit in each row: W1 X, without a transpose.",
        ),
        Mistake(
            "layer 2 reads Z1 instead of A1",
            {"W2 @ A1": "W2 @ Z1"},
            why="Without the activation in between, two layers are one.",
        ),
        Mistake(
            "the two activations are swapped",
            {"hidden.value(Z1)": "output.value(Z1)", "output.value(Z2)": "hidden.value(Z2)"},
            why="g1 = hidden.value belongs to layer 1, g2 = output.value to layer 2.",
        ),
        Mistake(
            "Z1 is not in the cache",
            {"return A2, (Z1, A1, A2)": "return A2, (A1, A2)"},
            why="backward needs g1′(Z1): the cache is (Z1, A1, A2).",
        ),
        Mistake(
            "the cache is in another order",
            {"return A2, (Z1, A1, A2)": "return A2, (A1, Z1, A2)"},
            why="The cache is (Z1, A1, A2), in the order of computation.",
        ),
        Mistake(
            "layer 2 reads X",
            {"W2 @ A1": "W2 @ X"},
            why="Layer 2 reads what layer 1 has made: Z2 = W2 A1 + b2.",
        ),
        Mistake(
            "Z2 is in the cache too",
            {"return A2, (Z1, A1, A2)": "return A2, (Z1, A1, Z2, A2)"},
            why="The cache is (Z1, A1, A2): with A2 − Y at the output, Z2 is never asked for again.",
        ),
        *without(activations(forward), "`output` itself is called"),
    ),
    hints=(
        "Logistic regression has two lines, Z = wᵀX + b and A = σ(Z). Here the two lines stand twice.",
        "Z1 = W1 X + b1, A1 = g1(Z1), Z2 = W2 A1 + b2, A2 = g2(Z2); then A2 and the cache (Z1, A1, A2).",
        "parameters is a list of two pairs: unpack all four arrays at once. Matrix product: @. g1: hidden.value.",
    ),
)
