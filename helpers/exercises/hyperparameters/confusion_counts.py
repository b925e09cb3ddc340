"""Which class is taken for which."""

import numpy as np

from helpers.engine.check import Case, Exercise, Mistake
from helpers.metrics import confusion_counts


def cases(rng):
    """Yield one example, two classes, a class that never occurs, ten classes."""
    yield Case("one example", predictions=np.array([[1]]), labels=np.array([[0]]), n_classes=3)
    yield Case(
        "two classes",
        predictions=np.array([[1, 0, 1, 1, 1]]),
        labels=np.array([[1, 0, 0, 1, 0]]),
        n_classes=2,
    )
    yield Case(
        "a class that never occurs",
        predictions=np.array([[0, 2, 0]]),
        labels=np.array([[2, 2, 0]]),
        n_classes=4,
    )
    for n_classes, m in ((3, 20), (10, 200)):
        labels = rng.integers(0, n_classes, (1, m))
        slips = rng.random((1, m)) < 0.3
        predictions = np.where(slips, rng.integers(0, n_classes, (1, m)), labels)
        yield Case(
            f"{n_classes} classes, {m} examples", predictions=predictions, labels=labels, n_classes=n_classes
        )


exercise = Exercise(
    confusion_counts,
    points=2,
    cases=cases,
    equivalents={
        "np.zeros((n_classes, n_classes), dtype=int) "
        "→ np.zeros((n_classes, n_classes))": "Counts as floats are the same counts."
    },
    mistakes=(
        Mistake(
            "rows and columns are swapped",
            {"counts[int(label), int(predicted)]": "counts[int(predicted), int(label)]"},
            why="The row says what an example is, the column what it was called.",
        ),
        Mistake(
            "a pair that comes again is not counted again",
            {"+= 1": "= 1"},
            why="Add 1 each time. Mind that counts[rows, columns] += 1 with whole arrays adds only once to a pair.",
        ),
        Mistake(
            "only the mistakes are counted",
            {
                "counts[int(label), int(predicted)] += 1": "counts[int(label), int(predicted)] += label != predicted"
            },
            why="Right answers belong into the table too: they are its diagonal.",
        ),
        Mistake(
            "each row is divided by its sum",
            {"return counts": "return counts / np.maximum(counts.sum(axis=1, keepdims=True), 1)"},
            why="The docstring asks for counts, not for shares.",
        ),
        Mistake(
            "the table is as large as the classes that occur",
            {
                "np.zeros((n_classes, n_classes)": "np.zeros((1 + int(max(np.max(labels), np.max(predictions))),) * 2",
            },
            why="A class that never occurs has its row and its column too, full of zeros.",
        ),
        Mistake(
            "shares of all examples are returned",
            {"return counts": "return counts / labels.size"},
            why="The docstring asks for counts, not for shares.",
        ),
        Mistake(
            "the classes are counted from 1",
            {"counts[int(label), int(predicted)]": "counts[int(label) - 1, int(predicted) - 1]"},
            why="Labels go from 0 to n_classes − 1, and so do rows and columns.",
        ),
        Mistake(
            "only the first example is counted",
            {"predictions[0], labels[0]": "predictions[0, : len(labels)], labels[0, : len(labels)]"},
            why="len(labels) is the number of rows, 1; the examples are its columns, labels.shape[1].",
        ),
        Mistake(
            "all rows are one and the same list",
            {
                "np.zeros((n_classes, n_classes), dtype=int)": "np.zeros((1, n_classes), dtype=int)",
                "counts[int(label), int(predicted)]": "counts[0, int(predicted)]",
                "return counts": "return np.repeat(counts, n_classes, axis=0)",
            },
            why="[[0] * n] * n holds one list n times: a change in one row is a change in all. Use np.zeros((n, n)).",
        ),
        Mistake(
            "only the right answers are counted",
            {"int(predicted)] += 1": "int(predicted)] += label == predicted"},
            why="The mistakes are what this table is for: they lie off the diagonal.",
        ),
    ),
    hints=(
        "Begin with a table of zeros and walk through the examples; each one adds 1 in one place.",
        "Example i adds 1 in row labels[0, i], column predictions[0, i].",
        "np.zeros makes the table; zip(predictions[0], labels[0]) walks along both rows; one cell gets += 1 each time. "
        "Without a loop, np.add.at does the same.",
    ),
)
