"""Accuracy, baseline and confusion, by hand and by loops."""

import numpy as np
import pytest

from helpers.metrics import accuracy, confusion_counts, majority_baseline


def test_accuracy_by_hand():
    assert accuracy(np.array([[1, 0, 1, 1]]), np.array([[1, 1, 1, 0]])) == 0.5
    assert accuracy(np.array([[2]]), np.array([[2]])) == 1


@pytest.mark.parametrize(
    "labels, share", [([[0, 1, 1]], 2 / 3), ([[0, 0, 1, 1]], 0.5), ([[5]], 1), ([[0, 3, 3, 7, 3]], 0.6)]
)
def test_baseline_is_the_share_of_the_largest_class(labels, share):
    assert majority_baseline(np.array(labels)) == pytest.approx(share)


def test_baseline_is_the_best_accuracy_of_a_constant_answer():
    labels = np.random.default_rng(0).integers(0, 5, (1, 83))
    assert majority_baseline(labels) == max(accuracy(np.full((1, 83), k), labels) for k in range(5))


def test_confusion_counts_agree_with_counting_pairs():
    rng = np.random.default_rng(1)
    predictions, labels = rng.integers(0, 4, (2, 1, 60))
    counts = confusion_counts(predictions, labels, 4)
    for k in range(4):
        for j in range(4):
            assert counts[k, j] == np.sum((labels == k) & (predictions == j))
    assert np.trace(counts) / 60 == pytest.approx(accuracy(predictions, labels))
