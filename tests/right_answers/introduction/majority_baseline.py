"""Right answers to `majority_baseline`, written differently."""

from collections import Counter

import numpy as np


def with_bincount(labels):
    return np.bincount(labels.ravel().astype(int)).max() / labels.size


def with_a_counter(labels):
    return Counter(labels.ravel().tolist()).most_common(1)[0][1] / labels.size


def best_constant_answer(labels):
    return max(np.mean(labels == k) for k in np.unique(labels))


def with_a_set(labels):
    row = list(labels[0])
    return max(row.count(k) for k in set(row)) / len(row)


def in_one_comparison(labels):
    return (labels.reshape(-1, 1) == labels).mean(axis=1).max()


def single_precision(labels):
    counts = np.unique(labels, return_counts=True)[1].astype(np.float32)
    return np.max(counts / np.float32(labels.shape[1]))
