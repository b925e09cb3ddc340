"""Training can be watched, stopped and gone on with, for any list of layers; one batch of all is gradient descent."""

from itertools import islice

import numpy as np
import pytest

from helpers.gradient_descent import gradient_descent_steps, train, train_in_batches, update
from helpers.shallow_network import gradient_and_cost, initialize, train_shallow


def bowl(parameters):
    """Return gradients and cost of half the sum of squares: the gradient of every array is the array."""
    return parameters, 0.5 * sum(np.sum(W**2) + np.sum(b**2) for W, b in parameters)


def layers(sizes=(3, 4, 2, 1)):
    """Return a list of layers with normal entries."""
    rng = np.random.default_rng(1)
    pairs = zip(sizes[1:], sizes[:-1], strict=True)
    return [(rng.normal(size=(n, k)), rng.normal(size=(n, 1))) for n, k in pairs]


def equal(ours, theirs):
    """Return whether two lists of layers agree to the last bit."""
    pairs = zip(ours, theirs, strict=True)
    return all(np.array_equal(W, V) and np.array_equal(b, c) for (W, b), (V, c) in pairs)


def test_a_bowl_shrinks_by_a_constant_factor():
    parameters, costs = train(layers(), bowl, 0.1, 20)
    for (W, b), (W0, b0) in zip(parameters, layers(), strict=True):
        assert np.allclose(W, 0.9**20 * W0) and np.allclose(b, 0.9**20 * b0)
    assert np.allclose(costs, costs[0] * 0.81 ** np.arange(20))


def test_update_leaves_the_caller_alone():
    parameters, before = layers(), layers()
    update(parameters, layers(), 0.5)
    assert equal(parameters, before)


def test_the_first_step_is_where_training_starts():
    first, second = islice(gradient_descent_steps(layers(), bowl, 0.5), 2)
    assert first.iteration == 0 and equal(first.parameters, layers()) and second.cost == first.cost / 4


def test_going_on_equals_one_long_run():
    whole, whole_costs = train(layers(), bowl, 0.1, 10)
    half, first_costs = train(layers(), bowl, 0.1, 4)
    rest, more_costs = train(half, bowl, 0.1, 6, start=4)
    assert equal(rest, whole) and first_costs + more_costs == whole_costs


def test_watch_sees_every_step_and_can_stop():
    seen = []

    def watch(step):
        seen.append(step.iteration)
        return step.iteration == 5

    parameters, costs = train(layers(), bowl, 0.1, 100, watch=watch)
    assert seen == [0, 1, 2, 3, 4, 5] and len(costs) == 5
    assert equal(parameters, train(layers(), bowl, 0.1, 5)[0])


def test_no_iterations_change_nothing():
    parameters, costs = train(layers(), bowl, 0.1, 0)
    assert equal(parameters, layers()) and costs == []


def test_one_batch_of_all_examples_is_gradient_descent():
    rng = np.random.default_rng(4)
    X = rng.normal(size=(2, 30))
    Y = (X[:1] > 0).astype(float)
    start = initialize(2, 3, 1, rng)
    batched, costs = train_in_batches(X, Y, start, gradient_and_cost, 30, 0.5, 20, rng)
    plain, plain_costs = train_shallow(X, Y, start, 0.5, 20)
    assert costs == pytest.approx(plain_costs)
    for (W, b), (V, c) in zip(batched, plain, strict=True):
        assert W == pytest.approx(V) and b == pytest.approx(c)


def test_watching_can_end_training_in_batches_early():
    X, Y = np.ones((2, 6)), np.ones((1, 6))
    start = initialize(2, 2, 1, np.random.default_rng(0))
    seen = []

    def watch(step):
        seen.append(step.iteration)
        return step.iteration == 3

    _, costs = train_in_batches(X, Y, start, gradient_and_cost, 2, 0.1, 9, np.random.default_rng(0), watch)
    assert seen == [1, 2, 3] and len(costs) == 3


def test_every_epoch_is_watched_also_the_last():
    X, Y, seen = np.ones((2, 6)), np.ones((1, 6)), []
    start, rng = initialize(2, 2, 1, np.random.default_rng(0)), np.random.default_rng(0)
    train_in_batches(X, Y, start, gradient_and_cost, 4, 0.1, 3, rng, lambda step: seen.append(step.iteration))
    assert seen == [1, 2, 3]
