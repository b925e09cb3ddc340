"""Weights scaled to the number of units that they read."""

from helpers.engine.check import Case, Exercise, Mistake
from helpers.exercises.deep_network.starts import judge_start, starts
from helpers.exercises.paper import seeded
from helpers.initialization import scaled

SCALE = "np.sqrt(gain / n_previous)"


def cases(rng):
    """Yield cases from small to large."""
    for note, layer_sizes, generator in starts(rng):
        yield Case(note, layer_sizes=layer_sizes, rng=generator)
    yield Case("gain 1", layer_sizes=[40, 50, 30], rng=seeded(rng), gain=1)


def judge(args, expected, actual):
    """Judge shapes and the size of the weights: which random numbers were drawn is free."""
    gain = args.get("gain", 2)
    return judge_start(expected, actual, lambda n_previous: (gain / n_previous) ** 0.5)


exercise = Exercise(
    scaled,
    points=2,
    cases=cases,
    judge=judge,
    draws=True,
    mistakes=(
        Mistake(
            "the weights are small whatever the sizes", {SCALE: "0.01"}, why="The scale depends on n[l-1]."
        ),
        Mistake(
            "the square root is missing",
            {SCALE: "gain / n_previous"},
            why="Variances add, so √(gain / n[l-1]).",
        ),
        Mistake(
            "it scales by the units of the layer itself",
            {SCALE: "np.sqrt(gain / n)"},
            why="z is a sum of n[l-1] terms: what counts is how many units are read.",
        ),
        Mistake(
            "the gain is left out", {SCALE: "np.sqrt(1 / n_previous)"}, why="The scale is √(gain / n[l-1])."
        ),
        Mistake(
            "the gain is 2 whatever `gain` says",
            {SCALE: "np.sqrt(2 / n_previous)"},
            why="Use the argument `gain`.",
        ),
        Mistake(
            "the weights are not scaled", {SCALE + " * ": ""}, why="Unscaled sums grow from layer to layer."
        ),
        Mistake(
            "it multiplies by the root instead of dividing",
            {SCALE: "np.sqrt(gain * n_previous)"},
            why="More terms in the sum ask for smaller weights.",
        ),
        Mistake(
            "the draws are uniform",
            {"rng.normal(size=": "rng.uniform(size="},
            why="rng.normal draws on both sides of 0.",
        ),
        Mistake(
            "the gain stands outside the root",
            {SCALE: "gain / np.sqrt(n_previous)"},
            why="Variances add: the whole quotient gain / n[l-1] stands under the root.",
        ),
        Mistake(
            "the sizes are given to rng.normal as its mean",
            {"size=(n, n_previous)": "(n, n_previous)"},
            why="The first argument of rng.normal is the mean: say size=(rows, columns).",
        ),
        Mistake(
            "the 0.01 is still there",
            {"rng.normal(size": "0.01 * rng.normal(size"},
            why="√(gain / n[l-1]) takes the place of 0.01: with both, the signal vanishes as before.",
        ),
        Mistake(
            "the units of both sides are added",
            {SCALE: "np.sqrt(gain / (n + n_previous))"},
            why="z is a sum of n[l-1] terms: only the units that are read count.",
        ),
        Mistake(
            "the numbers do not come from the `rng` that is handed in",
            {"    parameters = []": "    rng, parameters = np.random.default_rng(0), []"},
            why="The generator is an argument: starts from three seeds have to differ, and the caller chooses them.",
        ),
        *(
            Mistake(
                "the draws are uniform, not normal",
                {SCALE + " * rng.normal(size=(n, n_previous))": f"{SCALE} * {uniform}"},
                why="The docstring asks for normal numbers: rng.normal, whose standard deviation is 1.",
                alone=True,
            )
            for uniform in ("rng.uniform(-1, 1, size=(n, n_previous))", "(rng.random((n, n_previous)) - 0.5)")
        ),
        Mistake(
            "one scale serves all layers",
            {SCALE: "np.sqrt(gain / layer_sizes[0])"},
            why="Each layer has its own n[l-1]: only the first one reads the inputs.",
            alone=True,
        ),
    ),
    hints=(
        "It is the function before it, with another number in front of rng.normal, one that knows n[l-1].",
        "W[l] = √(gain / n[l-1]) times standard normal numbers, b[l] = 0.",
        "The square root is np.sqrt, and n[l-1] is the number of columns of W.",
    ),
)
