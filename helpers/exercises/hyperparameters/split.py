"""Three parts that share no example."""

from helpers.engine.check import Case, Exercise, Mistake, Seeded
from helpers.exercises.hyperparameters.columns import (
    number_complaint,
    numbered_columns,
    order_complaint,
    pair_complaint,
    shapes_complaint,
)
from helpers.exercises.paper import seeded
from helpers.splits import split

ROUNDED_SIZES = """
def split(X, Y, fractions, rng):
    order, parts, start = rng.permutation(X.shape[1]), [], 0
    for fraction in fractions:
        part = order[start : start + round(fraction * X.shape[1])]
        parts.append((X[:, part], Y[:, part]))
        start += len(part)
    return parts
"""


def cases(rng):
    """Yield data from four examples to a hundred, with one row of labels and with several."""
    yield numbered("four examples in halves", 1, 4, 1, (0.5, 0.5), Seeded(0))
    yield numbered("a single part of one example", 2, 1, 1, (1.0,), seeded(rng))
    yield numbered("60, 20, 20 percent of forty", 3, 40, 1, (0.6, 0.2, 0.2), seeded(rng))
    yield numbered("sizes that have to be rounded", 2, 27, 1, (0.7, 0.15, 0.15), seeded(rng))
    yield numbered("three rows of labels", 4, 30, 3, (0.8, 0.2), seeded(rng))
    yield numbered("thirds of ten", 1, 10, 1, (1 / 3, 1 / 3, 1 / 3), seeded(rng))
    yield Case(
        "random data",
        X=rng.normal(size=(5, 101)),
        Y=rng.normal(size=(1, 101)),
        fractions=[0.9, 0.05, 0.05],
        rng=seeded(rng),
    )


def numbered(note, n_x, m, n_y, fractions, generator):
    """Return a case of columns that can be told apart."""
    X, Y = numbered_columns(n_x, m, n_y)
    return Case(note, X=X, Y=Y, fractions=fractions, rng=generator)


def judge(args, expected, actual):
    """Say what is wrong with the parts, whatever the order: sizes, pairs, every example once, shuffled."""
    return (
        number_complaint(expected, actual, "(X_part, Y_part)")
        or shapes_complaint(expected, actual, "Part")
        or pair_complaint(args["X"], args["Y"], actual, "parts")
        or order_complaint(args["X"], actual, "parts")
    )


exercise = Exercise(
    split,
    points=3,
    cases=cases,
    judge=judge,
    draws=True,
    mistakes=(
        Mistake(
            "the examples are not shuffled",
            {"rng.permutation(m)": "np.arange(m)"},
            why="Data often come sorted. Then the last part holds what the first never saw.",
        ),
        Mistake(
            "the examples are moved around in a circle only",
            {"rng.permutation(m)": "np.roll(np.arange(m), rng.integers(m))"},
            why="Neighbors stay neighbors, so sorted data stay sorted: rng.permutation mixes them.",
        ),
        Mistake(
            "X and Y are shuffled separately",
            {"Y[:, part])": "Y[:, rng.permutation(m)[: len(part)]])"},
            why="Every example must keep its label: draw one order and use it for both.",
        ),
        Mistake(
            "Y is cut without being shuffled",
            {
                "Y[:, part]) for part in np.split(order, cuts)": "Y[:, old]) for part, old in "
                "zip(np.split(order, cuts), np.split(np.arange(m), cuts))"
            },
            why="Every example must keep its label: the order drawn for X is the order for Y.",
        ),
        Mistake(
            "the seed is written into the function",
            {"rng.permutation": "np.random.default_rng(0).permutation"},
            why="Whoever calls the function decides about the seed: draw from the rng that is handed in.",
        ),
        Mistake(
            "the examples are cut first and shuffled within each part",
            {
                "rng.permutation(m)": "np.arange(m)",
                "np.split(order, cuts)": "map(rng.permutation, np.split(order, cuts))",
            },
            why="Data often come sorted: the last part would hold what the first never saw. Shuffle, then cut.",
        ),
        Mistake(
            "the last cut, at m, is made too",
            {"[:-1]": ""},
            why="Two cuts make three parts: behind the cut at m there is nothing left.",
        ),
        Mistake(
            "m is taken from the rows",
            {"X.shape[1]": "X.shape[0]"},
            why="Columns are examples: their number is that of the columns of X.",
        ),
        Mistake(
            "the cuts are rounded down",
            {"np.round(m * np.cumsum(fractions)[:-1])": "np.floor(m * np.cumsum(fractions)[:-1])"},
            why="The docstring asks for round(m · sum): 27 · 0.7 = 18.9 is nearer to 19 than to 18.",
        ),
        Mistake(
            "an example can be drawn twice",
            {"rng.permutation(m)": "rng.integers(0, m, m)"},
            why="A test example that was trained on is no test. A permutation has every index exactly once.",
        ),
        Mistake(
            "every part is drawn from all examples",
            "def split(X, Y, fractions, rng):\n"
            "    m = X.shape[1]\n"
            "    cuts = np.round(m * np.cumsum([0, *fractions])).astype(int)\n"
            "    orders = [rng.permutation(m)[: b - a] for a, b in zip(cuts[:-1], cuts[1:])]\n"
            "    return [(X[:, part], Y[:, part]) for part in orders]",
            why="The parts must share nothing: draw one order, then cut it.",
        ),
        Mistake(
            "the fractions are used as if each began at the start",
            {"np.cumsum(fractions)[:-1]": "np.asarray(fractions)[:-1]"},
            why="The second cut lies behind the first: its place is the sum of the first two fractions.",
        ),
        Mistake(
            "each part is rounded by itself",
            ROUNDED_SIZES,
            why="Thirds of ten would be 3, 3 and 3, and one example would be lost: round the cuts, not the sizes.",
        ),
        Mistake(
            "rows are taken for examples",
            {"m = X.shape[1]": "m = X.shape[0]", "(X[:, part], Y[:, part])": "(X[part], Y[part])"},
            why="Columns are examples: a part of X is X[:, part], with part of the numbers from 0 to m − 1.",
            alone=True,
        ),
        Mistake(
            "rows are taken for examples",
            {"(X[:, part], Y[:, part])": "(X[part], Y[part])"},
            why="Columns are examples: a part of X is X[:, part].",
            alone=True,
        ),
        Mistake(
            "three parts are written in",
            {"    cuts = ": "    one, two, three = fractions\n    cuts = "},
            why="There can be any number of fractions: add them up with np.cumsum.",
            alone=True,
        ),
    ),
    hints=(
        "Shuffle the numbers of the examples, not the examples; then cut that list of numbers in pieces.",
        "order = a permutation of 0 … m − 1; the cuts are at round(m · cumulative sum of the fractions), "
        "without the last one, which is m.",
        "rng.permutation(m) is the order; np.cumsum adds up; np.split(order, cuts) cuts; X[:, part] takes columns.",
    ),
)
