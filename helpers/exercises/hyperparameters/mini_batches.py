"""All examples in random order, a few at a time."""

from helpers.engine.check import Case, Exercise, Mistake, Seeded
from helpers.exercises.hyperparameters.columns import (
    number_complaint,
    numbered_columns,
    order_complaint,
    pair_complaint,
    shapes_complaint,
)
from helpers.exercises.paper import seeded
from helpers.splits import mini_batches


def cases(rng):
    """Yield data that the size divides, and data that it does not."""
    yield numbered("six examples, two at a time", 1, 6, 1, 2, Seeded(0))
    yield numbered("a single example", 2, 1, 1, 5, seeded(rng))
    yield numbered("a size that does not divide m", 3, 4 * int(rng.integers(5, 8)) + 1, 1, 4, seeded(rng))
    yield numbered("more in a batch than there are", 2, 24, 1, 100, seeded(rng))
    yield numbered("three rows of labels", 4, 30, 3, 8, seeded(rng))
    yield numbered("one at a time", 40, 20, 1, 1, seeded(rng))
    yield Case(
        "random data", X=rng.normal(size=(5, 101)), Y=rng.normal(size=(1, 101)), size=32, rng=seeded(rng)
    )


def numbered(note, n_x, m, n_y, size, generator):
    """Return a case of columns that can be told apart."""
    X, Y = numbered_columns(n_x, m, n_y)
    return Case(note, X=X, Y=Y, size=size, rng=generator)


def judge(args, expected, actual):
    """Say what is wrong with the batches, whatever the order: number, sizes, pairs, every example once."""
    return (
        number_complaint(expected, actual, "(X_batch, Y_batch)")
        or shapes_complaint(expected, actual, "Batch")
        or pair_complaint(args["X"], args["Y"], actual, "batches")
        or order_complaint(args["X"], actual, "batches")
    )


WITHIN = (
    "np.concatenate([s + rng.permutation(min(size, X.shape[1] - s)) for s in range(0, X.shape[1], size)])"
)

exercise = Exercise(
    mini_batches,
    points=3,
    cases=cases,
    judge=judge,
    draws=True,
    mistakes=(
        Mistake(
            "the last, smaller batch is dropped",
            {"range(0, X.shape[1], size)": "range(0, X.shape[1] - size + 1, size)"},
            why="Every example counts once an epoch, also those left over when size does not divide m.",
        ),
        Mistake(
            "the examples are not shuffled",
            {"rng.permutation(X.shape[1])": "np.arange(X.shape[1])"},
            why="Without a new order every epoch has the same batches; sorted data even give batches of one class.",
        ),
        Mistake(
            "the examples are moved around in a circle only",
            {"rng.permutation(X.shape[1])": "np.roll(np.arange(X.shape[1]), rng.integers(X.shape[1]))"},
            why="Neighbors stay neighbors, so sorted data stay sorted: rng.permutation mixes them.",
        ),
        Mistake(
            "X and Y are shuffled separately",
            {"Y[:, order[s : s + size]]": "Y[:, rng.permutation(X.shape[1])[s : s + size]]"},
            why="Every example must keep its label: draw one order and use it for both.",
        ),
        Mistake(
            "Y is not shuffled at all",
            {"Y[:, order[s : s + size]]": "Y[:, s : s + size]"},
            why="Every example must keep its label: the order drawn for X is the order for Y.",
        ),
        Mistake(
            "the examples are drawn with repetition",
            {"rng.permutation(X.shape[1])": "rng.integers(0, X.shape[1], X.shape[1])"},
            why="An epoch is one pass: a permutation has every index exactly once.",
        ),
        Mistake(
            "`size` is taken as the number of batches",
            "def mini_batches(X, Y, size, rng):\n"
            "    order = rng.permutation(X.shape[1])\n"
            "    return [(X[:, part], Y[:, part]) for part in np.array_split(order, size)]",
            why="size is how many examples a batch has, not how many batches there are.",
        ),
        Mistake(
            "the batches overlap",
            {"range(0, X.shape[1], size)": "range(-(-X.shape[1] // size))"},
            why="Batch k starts at example k · size of the order, not at example k.",
        ),
        Mistake(
            "the seed is written into the function",
            {"rng.permutation": "np.random.default_rng(0).permutation"},
            why="Every epoch would have the same batches: draw from the rng that is handed in.",
        ),
        Mistake(
            "the examples are shuffled within their batch only",
            {"rng.permutation(X.shape[1])": WITHIN},
            why="Sorted data would still give batches of one class: shuffle all examples, then cut.",
        ),
        Mistake(
            "an empty batch comes last where size divides m",
            {"range(0, X.shape[1], size)": "range(0, X.shape[1] + 1, size)"},
            why="m // size + 1 batches are one too many there; range(0, m, size) has the right number of starts.",
        ),
        Mistake(
            "m is taken from the rows",
            {"range(0, X.shape[1], size)": "range(0, X.shape[0], size)"},
            why="Columns are examples: their number is that of the columns of X.",
        ),
        Mistake(
            "the batches are shuffled, not the examples",
            "def mini_batches(X, Y, size, rng):\n"
            "    starts = range(0, X.shape[1], size)\n"
            "    batches = [(X[:, s : s + size], Y[:, s : s + size]) for s in starts]\n"
            "    return [batches[k] for k in rng.permutation(len(batches))]",
            why="Neighbors would stay in one batch in every epoch: shuffle all examples, then cut.",
            alone=True,
        ),
        Mistake(
            "X and Y are shuffled separately",
            {
                "order = rng.permutation(X.shape[1])": "order, other = rng.permutation(X.shape[1]), "
                "rng.permutation(X.shape[1])",
                "Y[:, order[s : s + size]]": "Y[:, other[s : s + size]]",
            },
            why="Every example must keep its label: draw one order and use it for both.",
            alone=True,
        ),
    ),
    hints=(
        "Draw one random order of the examples, and walk along it in steps of `size`.",
        "Batch k holds the examples order[k · size : (k + 1) · size]; a slice that goes beyond the end is cut there.",
        "rng.permutation(m) is the order; range(0, m, size) are the starts; X[:, numbers] takes those columns of X. "
        "Collect the pairs in a list.",
    ),
)
