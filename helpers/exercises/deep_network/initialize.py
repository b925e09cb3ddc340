"""Small random weights for any number of layers."""

from helpers.engine.check import Case, Exercise, Mistake
from helpers.exercises.deep_network.starts import judge_start, starts
from helpers.exercises.paper import seeded
from helpers.initialization import initialize

DRAWN = "scale * rng.normal(size=(n, n_previous))"


def cases(rng):
    """Yield cases from small to large."""
    for note, layer_sizes, generator in starts(rng):
        yield Case(note, layer_sizes=layer_sizes, rng=generator)
    yield Case("scale 0.5", layer_sizes=[30, 20, 40], rng=seeded(rng), scale=0.5)


def judge(args, expected, actual):
    """Judge shapes and the size of the weights: which random numbers were drawn is free."""
    scale = args.get("scale", 0.01)
    return judge_start(expected, actual, lambda n_previous: scale)


exercise = Exercise(
    initialize,
    points=2,
    cases=cases,
    judge=judge,
    draws=True,
    mistakes=(
        Mistake(
            "the weights are all zero", {DRAWN: "np.zeros((n, n_previous))"}, why="Equal units stay equal."
        ),
        Mistake(
            "the scale is missing", {"scale * rng": "rng"}, why="The weights are to be small: times scale."
        ),
        Mistake(
            "the scale is 0.01 whatever `scale` says",
            {"scale * rng": "0.01 * rng"},
            why="0.01 is only what `scale` is when nobody says otherwise.",
        ),
        Mistake(
            "W has rows and columns swapped",
            {"size=(n, n_previous)": "size=(n_previous, n)"},
            why="Rows of W[l] are the units of layer l, columns those of layer l−1.",
        ),
        Mistake(
            "the biases are rank-1 arrays",
            {"np.zeros((n, 1))": "np.zeros(n)"},
            why="b is a column, (n[l], 1).",
        ),
        Mistake(
            "the last layer is missing",
            {"layer_sizes[1:], layer_sizes[:-1]": "layer_sizes[1:-1], layer_sizes[:-2]"},
            why="k sizes make k − 1 layers, because the input has no weights.",
        ),
        Mistake(
            "all weights are positive",
            {"rng.normal(": "rng.uniform("},
            why="rng.normal draws on both sides of 0.",
        ),
        Mistake(
            "one random number is used for the whole of W",
            {DRAWN: "scale * rng.normal() * np.ones((n, n_previous))"},
            why="Then all units of a layer are the same unit.",
        ),
        Mistake(
            "the biases are random",
            {"np.zeros((n, 1))": "scale * rng.normal(size=(n, 1))"},
            why="Random weights already make the units differ; biases start at zero.",
        ),
        Mistake(
            "the sizes are given to rng.normal as its mean",
            {"size=(n, n_previous)": "(n, n_previous)"},
            why="The first argument of rng.normal is the mean: say size=(rows, columns).",
        ),
        Mistake(
            "the numbers do not come from the `rng` that is handed in",
            {"    parameters = []": "    rng, parameters = np.random.default_rng(0), []"},
            why="The generator is an argument: starts from three seeds have to differ, and the caller chooses them.",
        ),
        *(
            Mistake(
                "the draws are uniform, not normal",
                {DRAWN: f"scale * {uniform}"},
                why="The docstring asks for normal numbers: rng.normal, whose standard deviation is 1.",
                alone=True,
            )
            for uniform in ("rng.uniform(-1, 1, size=(n, n_previous))", "(rng.random((n, n_previous)) - 0.5)")
        ),
    ),
    hints=(
        "A layer lies between two neighbors in layer_sizes. Go through the neighbors and make one (W, b) for each.",
        "W[l] is (n[l], n[l-1]), normal numbers times scale; b[l] is (n[l], 1), zeros.",
        "zip(layer_sizes[1:], layer_sizes[:-1]) pairs each size with the one before it. Append (W, b) to a list.",
    ),
)
