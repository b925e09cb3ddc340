"""Accuracy and how sure it is, baseline and confusion, by hand, by loops and by drawing many times."""

import numpy as np
import pytest

from helpers.metrics import (
    accuracy,
    confusion_counts,
    majority_baseline,
    paired_comparison,
    standard_error,
)


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


def test_the_standard_error_is_the_spread_of_many_measured_accuracies():
    measured = np.random.default_rng(2).binomial(50, 0.8, 40_000) / 50
    assert standard_error(0.8, 50) == pytest.approx(measured.std(), rel=0.02)
    assert standard_error(0.5, 100) == pytest.approx(0.05)


def test_paired_comparison_by_hand():
    first, second, labels = (np.array([row]) for row in ([1, 0, 2, 0], [1, 1, 0, 1], [1, 1, 2, 1]))
    assert paired_comparison(first, second, labels) == pytest.approx((0.25, np.sqrt(11 / 16 / 4)))


def test_the_paired_error_is_the_spread_over_many_samples_of_examples():
    rng = np.random.default_rng(3)
    labels = rng.integers(0, 3, (1, 5000))
    first, second = (np.where(rng.random((1, 5000)) < share, labels, 3) for share in (0.7, 0.8))
    chosen = rng.integers(0, 5000, (3000, 200))
    d = (second == labels).astype(int)[0] - (first == labels)[0]
    _, error = paired_comparison(first[:, chosen[0]], second[:, chosen[0]], labels[:, chosen[0]])
    assert error == pytest.approx(d[chosen].mean(axis=1).std(), rel=0.1)
