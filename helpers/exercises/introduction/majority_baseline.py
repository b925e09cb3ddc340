"""How often one is right without looking."""

import numpy as np

from helpers.engine.check import Case, Exercise, Mistake
from helpers.metrics import majority_baseline


def cases(rng):
    """Yield labels with ones, zeros or another class in the majority."""
    yield Case("one label", labels=np.array([[1]]))
    yield Case("three of four are 1", labels=np.array([[1, 0, 1, 1]]))
    yield Case("four of five are 0", labels=np.array([[0, 0, 1, 0, 0]]))
    yield Case("as many zeros as ones", labels=np.array([[0, 1, 1, 0]]))
    threes = rng.permutation([3] * int(rng.integers(3, 8)) + [0, 1, 2, 2])
    yield Case("four classes, most often 3", labels=threes[np.newaxis])
    yield Case("class 7 only", labels=np.full((1, 6), 7))
    twelves = [300] + [12] * int(rng.integers(2, 8))
    yield Case("classes 12 and 300", labels=np.array([twelves]))
    yield Case("many classes", labels=rng.integers(0, 6, (1, 150)))


exercise = Exercise(
    majority_baseline,
    points=2,
    cases=cases,
    mistakes=(
        Mistake(
            "the share of ones is returned",
            "def majority_baseline(labels):\n    return np.mean(labels == 1)",
            why="Where zeros are in the majority, answering 0 is right more often.",
        ),
        Mistake(
            "the mean of the labels is returned",
            "def majority_baseline(labels):\n    return np.mean(labels)",
            why="The mean of the labels is the share of ones, and only where there are no other classes.",
        ),
        Mistake(
            "only the classes 0 and 1 are counted",
            "def majority_baseline(labels):\n    return max(np.mean(labels == 0), np.mean(labels == 1))",
            why="The docstring allows more classes: count each one that occurs.",
        ),
        Mistake(
            "only the classes 0 to 9 are counted",
            "def majority_baseline(labels):\n    return max(np.mean(labels == k) for k in range(10))",
            why="The docstring allows any whole numbers: count each class that occurs, whatever its number.",
        ),
        Mistake(
            "all classes are taken to be equally frequent",
            "def majority_baseline(labels):\n    return 1 / len(np.unique(labels))",
            why="That is the accuracy of guessing at random. Always answering the largest class does better.",
        ),
        Mistake(
            "the most frequent class is returned, not how frequent it is",
            "def majority_baseline(labels):\n"
            "    values, counts = np.unique(labels, return_counts=True)\n"
            "    return values[np.argmax(counts)]",
            why="The class is the answer to give; the baseline is how often that answer is right.",
        ),
        Mistake(
            "the count is not divided by m",
            {"np.max(counts) / np.size(labels)": "np.max(counts)"},
            why="An accuracy is a share: divide by the number of labels, m. The len of a (1, m) array is 1.",
        ),
        Mistake(
            "the least frequent class is taken",
            {"np.max": "np.min"},
            why="Always answer the class that is right most often.",
        ),
        Mistake(
            "the largest label is taken for the most frequent one",
            "def majority_baseline(labels):\n    return np.mean(labels == np.max(labels))",
            why="Count how often each class occurs; its number says nothing about that.",
        ),
        Mistake(
            "the share of ones or the rest is returned, whichever is larger",
            "def majority_baseline(labels):\n    return max(np.mean(labels), 1 - np.mean(labels))",
            why="Right for the classes 0 and 1 only: with more classes count each one that occurs.",
        ),
        Mistake(
            "the count is divided by the number of classes",
            {"np.size(labels)": "np.size(counts)"},
            why="A share of the examples is wanted: divide by the number of labels.",
        ),
        Mistake(
            "the count of the smallest label is taken",
            {"np.max(counts)": "counts[0]"},
            why="np.unique sorts by label, not by how often it occurs.",
        ),
        Mistake(
            "the first label is taken for the most frequent one",
            "def majority_baseline(labels):\n    return np.mean(labels == labels[0, 0])",
            why="Count how often each class occurs; which one comes first says nothing about that.",
        ),
        Mistake(
            "the median label is taken for the most frequent one",
            "def majority_baseline(labels):\n    return np.mean(labels == np.median(labels))",
            why="Labels are names; the one in the middle need not occur often, or at all.",
        ),
        Mistake(
            "the largest label is left out of the count",
            "def majority_baseline(labels):\n"
            "    counts = [np.sum(labels == k) for k in range(np.max(labels))]\n"
            "    return max(counts) / np.size(labels)",
            why="range(n) ends before n: to count the classes from 0 to n there have to be n + 1 of them.",
            alone=True,
        ),
        Mistake(
            "the largest label is left out of the count",
            {"np.max(counts) / np.size(labels)": "max(np.mean(labels == k) for k in range(np.max(labels)))"},
            why="range(n) ends before n: to count the classes from 0 to n there have to be n + 1 of them.",
            alone=True,
        ),
        Mistake(
            "the only row is counted, not the labels in it",
            {"np.max(counts) / np.size(labels)": "1.0"},
            why="labels has one row, of m labels: a loop over it, or a list of it, has one item, labels[0].",
            alone=True,
        ),
    ),
    hints=(
        "Which constant answer is right most often? How often is it right?",
        "Count each class; the baseline is the largest count divided by the number of labels.",
        "np.unique(labels, return_counts=True) gives the classes and how often each occurs.",
    ),
)
