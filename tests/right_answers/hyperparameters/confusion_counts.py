"""Right answers to `confusion_counts`, written differently."""

import numpy as np


def add_at(predictions, labels, n_classes):
    counts = np.zeros((n_classes, n_classes))
    np.add.at(counts, (labels.ravel(), predictions.ravel()), 1)
    return counts


def every_pair(predictions, labels, n_classes):
    rows = [[np.sum((labels == k) & (predictions == j)) for j in range(n_classes)] for k in range(n_classes)]
    return np.array(rows)


def product_of_one_hot(predictions, labels, n_classes):
    names = np.arange(n_classes).reshape(-1, 1)
    return (names == labels).astype(float) @ (names == predictions).astype(float).T


def bincount(predictions, labels, n_classes):
    pairs = n_classes * labels[0] + predictions[0]
    return np.bincount(pairs, minlength=n_classes**2).reshape(n_classes, n_classes)


def histogram(predictions, labels, n_classes):
    edges = np.arange(n_classes + 1) - 0.5
    return np.histogram2d(labels[0], predictions[0], bins=(edges, edges))[0]
