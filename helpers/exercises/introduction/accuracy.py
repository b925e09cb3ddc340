"""The share of right predictions."""

import numpy as np

from helpers.engine.check import Case, Exercise, Mistake
from helpers.metrics import accuracy


def cases(rng):
    """Yield one prediction, a few, all wrong, several classes, and many."""
    yield Case("one example, right", predictions=np.array([[1]]), labels=np.array([[1]]))
    yield Case("three of four right", predictions=np.array([[1, 0, 1, 1]]), labels=np.array([[1, 0, 0, 1]]))
    yield Case("all wrong", predictions=np.array([[1, 1, 0]]), labels=np.array([[0, 0, 1]]))
    yield Case("four classes", predictions=np.array([[3, 0, 2, 1, 3]]), labels=np.array([[3, 1, 2, 0, 1]]))
    yield Case(
        "hardly any 1 among the labels",
        predictions=(rng.random((1, 50)) < 0.1).astype(int),
        labels=(rng.random((1, 50)) < 0.1).astype(int),
    )
    yield Case("many", predictions=rng.integers(0, 3, (1, 200)), labels=rng.integers(0, 3, (1, 200)))


exercise = Exercise(
    accuracy,
    points=1,
    cases=cases,
    mistakes=(
        Mistake(
            "the share of wrong predictions is returned",
            {"predictions == labels": "predictions != labels"},
            why="Accuracy counts what is right.",
        ),
        Mistake(
            "right predictions are counted, not their share",
            {"np.mean": "np.sum"},
            why="A share is a number from 0 to 1: divide by the number of examples, m. The len of a (1, m) array is 1.",
        ),
        Mistake(
            "only the examples with label 1 are looked at",
            {
                "return np.mean(predictions == labels)": "return np.sum((predictions == 1) & (labels == 1)) "
                "/ max(1, np.sum(labels == 1))"
            },
            why="That is the share of the ones that were found. Accuracy looks at all examples.",
        ),
        Mistake(
            "the difference is averaged",
            {"predictions == labels": "np.abs(predictions - labels)"},
            why="A class is a name, not a quantity: 3 for 1 is not twice as wrong as 2 for 1.",
        ),
        Mistake(
            "one minus the average difference is returned",
            {"np.mean(predictions == labels)": "1 - np.mean(np.abs(predictions - labels))"},
            why="Right for classes 0 and 1 only: with more classes 3 for 1 would count as two mistakes.",
        ),
        Mistake(
            "it is given in percent",
            {"np.mean(predictions == labels)": "100 * np.mean(predictions == labels)"},
            why="The docstring asks for a number from 0 to 1.",
        ),
        Mistake(
            "a one is expected in both: the products are averaged",
            {"predictions == labels": "predictions * labels"},
            why="A product is 1 only where both are 1; a 0 that was called 0 is right as well.",
        ),
        Mistake(
            "the result is 1 only where all are right, else 0",
            {"np.mean": "np.all"},
            why="Accuracy is a share: how many of the m are right? (// would cut a share down to 0.)",
        ),
        Mistake(
            "only the first example is looked at",
            {"np.mean(predictions == labels)": "float(predictions[0, 0] == labels[0, 0])"},
            why="The len of a (1, m) array is 1: m is its second number, shape[1].",
        ),
        Mistake(
            "the predictions are compared with ½ first",
            "def accuracy(predictions, labels):\n    return np.mean((predictions > 0.5) == labels)",
            why="predictions are labels already, and with more than two classes > 0.5 makes 1 of them all.",
            alone=True,
        ),
        Mistake(
            "everything but 0 counts as one class",
            "def accuracy(predictions, labels):\n    return np.mean((predictions > 0) == (labels > 0))",
            why="With more than two classes 1 and 2 are different answers: compare the numbers themselves.",
            alone=True,
        ),
    ),
    hints=(
        "Compare entry by entry, then count.",
        "Accuracy = number of examples with prediction equal to label, divided by the number of examples.",
        "== between arrays gives True and False entry by entry; their mean counts True as 1 and False as 0.",
    ),
)
