"""Two networks on the same examples: the difference, and how sure it is."""

import numpy as np

from helpers.engine.check import Case, Exercise, Mistake
from helpers.metrics import paired_comparison


def row(*numbers):
    """Return the numbers as an array (1, m)."""
    return np.array([numbers])


def cases(rng):
    """Yield four examples, equal answers, a case in which both are wrong differently, and random ones."""
    yield Case(
        "second wins one of four", first=row(0, 1, 1, 0), second=row(0, 1, 1, 1), labels=row(0, 1, 1, 1)
    )
    yield Case("first wins one of two", first=row(2, 0), second=row(1, 0), labels=row(2, 0))
    yield Case("one each", first=row(3, 0, 2), second=row(0, 1, 2), labels=row(3, 1, 2))
    yield Case(
        "both wrong, in two ways", first=row(4, 1, 1, 1), second=row(5, 1, 0, 1), labels=row(6, 1, 0, 1)
    )
    yield Case("the same answers", first=row(1, 0, 1), second=row(1, 0, 1), labels=row(1, 1, 1))
    for m in (20, 300):
        labels = rng.integers(0, 10, (1, m))
        first, second = (
            np.where(rng.random((1, m)) < share, labels, rng.integers(0, 10, (1, m))) for share in (0.6, 0.8)
        )
        yield Case(f"{m} examples, ten classes", first=first, second=second, labels=labels)


exercise = Exercise(
    paired_comparison,
    points=2,
    cases=cases,
    returns=("difference", "error"),
    atol=1e-15,
    mistakes=(
        Mistake(
            "the difference is taken the wrong way around",
            {
                "(second == labels).astype(float) - (first == labels)": "1.0 * (first == labels) - (second == labels)"
            },
            why="d is 1 where only `second` is right: second minus first.",
        ),
        Mistake(
            "the two are treated as if they had answered different examples",
            "def paired_comparison(first, second, labels):\n"
            "    p, q = np.mean(first == labels), np.mean(second == labels)\n"
            "    return q - p, np.sqrt((p * (1 - p) + q * (1 - q)) / labels.size)\n",
            why="Most examples are right for both or wrong for both and say nothing: use the standard deviation of d.",
        ),
        Mistake(
            "the error is too large by the factor √m",
            {" / np.sqrt(d.size)": ""},
            why="m divides once in the mean of the squares, and √m once more: the mean of m numbers spreads √m times "
            "less than one of them. Mind that len() of a table counts its rows.",
        ),
        Mistake(
            "the error is divided by m",
            {"np.sqrt(d.size)": "d.size"},
            why="Four times as many examples halve the error: divide by √m.",
        ),
        Mistake(
            "m − 1 stands where m belongs",
            {"np.sqrt(d.size)": "np.sqrt(d.size - 1)"},
            why="The docstring takes the mean of the squares, over all m, and divides by √m. For large m it makes no "
            "difference.",
        ),
        Mistake(
            "the variance stands for the standard deviation",
            {"np.std(d)": "np.var(d)"},
            why="The standard deviation is the root of the mean squared deviation.",
        ),
        Mistake(
            "answers of the two are compared with each other, not with the labels",
            {"(second == labels).astype(float) - (first == labels)": "(second != first).astype(float)"},
            why="Where both are wrong in two ways, neither wins: compare each with the labels.",
        ),
        Mistake(
            "the error is the root of the mean of d², without taking off the difference",
            {"np.std(d)": "np.sqrt(np.mean(d**2))"},
            why="Deviations are counted from the mean: d_i − difference.",
        ),
        Mistake(
            "examples on which both agree are left out",
            {"    return np.mean(d)": "    d = d[d != 0] if d.any() else d\n    return np.mean(d)"},
            why="The difference is a mean over all m examples, with d = 0 where both are right or both wrong.",
        ),
        Mistake(
            "the sum is returned, not the mean",
            {"return np.mean(d)": "return np.sum(d)"},
            why="A difference of accuracies is the mean of d.",
        ),
        Mistake(
            "the error comes first",
            {
                "return np.mean(d), np.std(d) / np.sqrt(d.size)": "return np.std(d) / np.sqrt(d.size), np.mean(d)"
            },
            why="The docstring asks for (difference, error).",
        ),
        Mistake(
            "the difference loses its sign",
            {"return np.mean(d)": "return abs(np.mean(d))"},
            why="A negative difference says that `first` is better.",
        ),
    ),
    hints=(
        "Make one number for each example: who of the two won it?",
        "d = (second is right) − (first is right). The difference is the mean of d, the error its standard deviation "
        "divided by √m.",
        "Turn `second == labels` into numbers with astype(float) before subtracting; then np.mean, np.std and np.sqrt.",
    ),
)
