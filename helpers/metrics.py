"""How often predictions are right, how sure that number is, and which class is taken for which."""

import numpy as np


def accuracy(predictions, labels):
    """Return the share of right predictions, a number from 0 to 1.

    predictions and labels are (1, m), or arrays of the same shape; a prediction is right when
    it equals its label.
    """
    return np.mean(predictions == labels)


def majority_baseline(labels):
    """Return the accuracy of always answering the class that is most frequent among the labels.

    labels is (1, m): any whole numbers, 0 and 1 or more classes.
    The result is a number from 0 to 1.
    """
    _, counts = np.unique(labels, return_counts=True)
    return np.max(counts) / np.size(labels)


def confusion_counts(predictions, labels, n_classes):
    """Return counts: in row k and column j, how many examples of class k were called j.

    predictions and labels are (1, m), whole numbers from 0 to n_classes − 1.
    counts is (n_classes, n_classes).
    """
    counts = np.zeros((n_classes, n_classes), dtype=int)
    for predicted, label in zip(predictions[0], labels[0], strict=True):
        counts[int(label), int(predicted)] += 1
    return counts


def standard_error(p, m):
    """Return the standard error of an accuracy p measured on m examples: √(p (1 − p) / m).

    p is a number from 0 to 1, and so is the result. A measured accuracy is usually within one
    or two standard errors of the true one.
    """
    return np.sqrt(p * (1 - p) / m)


def paired_comparison(first, second, labels):
    """Return (difference, error): how much more accurate `second` is than `first`.

    first, second and labels are (1, m): the predictions of two networks on the same
    examples, and the right classes.
    Example i counts d_i = 1 if only `second` is right, −1 if only `first` is right, else 0.
    difference is the mean of the m numbers d_i; error is their standard deviation (the root of
    the mean of (d_i − difference)²) divided by √m.
    """
    d = (second == labels).astype(float) - (first == labels)
    return np.mean(d), np.std(d) / np.sqrt(d.size)
