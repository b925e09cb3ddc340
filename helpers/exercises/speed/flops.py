"""How many operations a training step has."""

from helpers.engine.check import Case, Exercise, Mistake
from helpers.speed.counting import flops


def cases(rng):
    """Yield cases from small to large."""
    yield Case("one weight, one example", layer_sizes=(1, 1), m=1)
    yield Case("logistic regression", layer_sizes=(3, 1), m=1)
    yield Case("one layer, several outputs", layer_sizes=(5, 4), m=3)
    yield Case("one hidden layer", layer_sizes=(2, int(rng.integers(3, 9)), 1), m=400)
    yield Case("three layers", layer_sizes=(5, 4, 3, 2), m=int(rng.integers(6, 20)))
    yield Case("a list of layers", layer_sizes=[12288, 20, 7, 5, 1], m=209)
    yield Case("random layers", layer_sizes=tuple(int(n) for n in rng.integers(2, 50, 5)), m=32)


exercise = Exercise(
    flops,
    points=2,
    cases=cases,
    equivalents={
        "zip(layer_sizes[:-1], layer_sizes[1:], strict=True) → zip(layer_sizes[1:], layer_sizes[:-1], strict=True)": (
            "the two sizes of a layer are only multiplied"
        ),
    },
    mistakes=(
        Mistake(
            "an addition and a multiplication are counted as one",
            {"2 * n_previous * n * m": "n_previous * n * m"},
            why="Each of the q products of a sum is one multiplication and one addition: 2 p q r.",
        ),
        Mistake(
            "the first layer is counted with three products",
            {"3 * sum(counts) - counts[0]": "3 * sum(counts)"},
            why="Wᵀ dZ of the first layer would be dA[0], the slope by the inputs: nobody needs it.",
        ),
        Mistake(
            "only the forward pass is counted",
            {"3 * sum(counts) - counts[0]": "sum(counts)"},
            why="Back through a layer there are two products more: dZ Aᵀ and Wᵀ dZ.",
        ),
        Mistake(
            "the last layer, not the first, goes without its third product",
            {"- counts[0]": "- counts[-1]"},
            why="The layers above need Wᵀ dZ to reach the layer below; below the first there is none.",
        ),
        Mistake(
            "every layer is counted with two products",
            {"3 * sum(counts) - counts[0]": "2 * sum(counts)"},
            why="Forward one, back two: W A, dZ Aᵀ, Wᵀ dZ. Only the first layer has two.",
        ),
        Mistake(
            "the count is that of one example",
            {"2 * n_previous * n * m": "2 * n_previous * n"},
            why="Each product works on all m columns.",
        ),
        Mistake(
            "a sum of q products is counted with q − 1 additions",
            {"2 * n_previous * n * m": "(2 * n_previous - 1) * n * m"},
            why="That is the strict count. The custom here, and the docstring, is one addition a product: 2 p q r.",
        ),
        Mistake(
            "the biases are counted as one more input of each layer",
            {"2 * n_previous * n * m": "2 * (n_previous + 1) * n * m"},
            why="Here only the matrix products count.",
        ),
    ),
    hints=(
        "Count one product first: how many entries has W A, and how many multiplications and additions make one entry?",
        "A product in a layer: 2 n[l-1] n[l] m, forward and twice back. Layer 1: one product less.",
        "Make a list with the count of one product for each layer; three times its sum, minus its first entry.",
    ),
)
