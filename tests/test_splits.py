"""Splits and mini-batches: parts of the right sizes that share nothing and lose nothing."""

import numpy as np
import pytest

from helpers.splits import mini_batches, overlap, split


@pytest.mark.parametrize(
    "m, fractions, sizes",
    [
        (10, (0.6, 0.2, 0.2), [6, 2, 2]),
        (7, (0.5, 0.5), [4, 3]),
        (1, (1.0,), [1]),
        (1000, (0.9, 0.05, 0.05), [900, 50, 50]),
    ],
)
def test_parts_have_the_sizes_asked_for_and_partition_the_examples(m, fractions, sizes):
    X = np.arange(2 * m).reshape(2, m)
    parts = split(X, X[:1] + 0.5, fractions, np.random.default_rng(3))
    assert [x.shape[1] for x, _ in parts] == sizes
    together = np.concatenate([x for x, _ in parts], axis=1)
    assert np.array_equal(together[:, together[0].argsort()], X)
    assert all(np.array_equal(y, x[:1] + 0.5) for x, y in parts)


def test_the_examples_are_shuffled():
    X = np.arange(100).reshape(1, 100)
    (first, _), _ = split(X, X, (0.5, 0.5), np.random.default_rng(0))
    assert 10 < (first >= 50).sum() < 40


def test_overlap_counts_shared_columns():
    X = np.arange(20.0).reshape(2, 10)
    assert overlap(X[:, :4], X[:, 2:]) == 2
    assert overlap(X[:, :5], X[:, 5:]) == 0


@pytest.mark.parametrize("m, size", [(10, 5), (10, 4), (1, 1), (7, 100), (6, 1)])
def test_every_example_is_in_exactly_one_batch_with_its_label(m, size):
    X = np.arange(3 * m).reshape(3, m)
    Y = 7 * X[:1]
    batches = mini_batches(X, Y, size, np.random.default_rng(0))
    assert [x.shape[1] for x, _ in batches[:-1]] == [size] * (len(batches) - 1)
    assert 1 <= batches[-1][0].shape[1] <= size
    together = np.concatenate([x for x, _ in batches], axis=1)
    assert np.array_equal(together[:, together[0].argsort()], X)
    assert all(np.array_equal(y, 7 * x[:1]) for x, y in batches)


def test_the_order_is_random_and_repeats_with_the_seed():
    X, Y = np.arange(50).reshape(1, 50), np.zeros((1, 50))

    def first_batch(seed):
        return mini_batches(X, Y, 10, np.random.default_rng(seed))[0][0].tolist()

    assert first_batch(1) == first_batch(1)
    assert first_batch(1) != first_batch(2)
