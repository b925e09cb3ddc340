"""Mini-batches: every example once an epoch, its label with it; one batch of all is plain gradient descent."""

import numpy as np
import pytest

from helpers.minibatches import mini_batches, train_in_batches
from helpers.shallow_network import initialize, propagate, train_shallow


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


def test_one_batch_of_all_examples_is_gradient_descent():
    rng = np.random.default_rng(4)
    X = rng.normal(size=(2, 30))
    Y = (X[:1] > 0).astype(float)
    start = initialize(2, 3, 1, rng)
    batched, costs = train_in_batches(X, Y, start, propagate, 30, 0.5, 20, rng)
    plain, plain_costs = train_shallow(X, Y, start, 0.5, 20)
    assert costs == pytest.approx(plain_costs)
    for (W, b), (V, c) in zip(batched, plain, strict=True):
        assert W == pytest.approx(V) and b == pytest.approx(c)


def test_watching_can_end_the_training_early():
    X, Y = np.ones((2, 6)), np.ones((1, 6))
    start = initialize(2, 2, 1, np.random.default_rng(0))
    seen = []

    def watch(step):
        seen.append(step.iteration)
        return step.iteration == 3

    _, costs = train_in_batches(X, Y, start, propagate, 2, 0.1, 9, np.random.default_rng(0), watch)
    assert seen == [1, 2, 3] and len(costs) == 3


def test_every_epoch_is_watched_also_the_last():
    X, Y, seen = np.ones((2, 6)), np.ones((1, 6)), []
    start, rng = initialize(2, 2, 1, np.random.default_rng(0)), np.random.default_rng(0)
    train_in_batches(X, Y, start, propagate, 4, 0.1, 3, rng, lambda step: seen.append(step.iteration))
    assert seen == [1, 2, 3]
