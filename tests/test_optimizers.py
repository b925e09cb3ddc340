"""Momentum, RMSProp, Adam and a falling rate by a second route: sums over all earlier steps, and by hand."""

import numpy as np
import pytest

from helpers.optimizers import ADAM, DESCENT, OPTIMIZERS, adam_step, falling_rate, momentum_step, rmsprop_step


def test_momentum_is_the_weighted_sum_of_all_gradients():
    rng, V = np.random.default_rng(0), np.zeros((2, 3))
    slopes = rng.normal(size=(6, 2, 3))
    for dW in slopes:
        W, V = momentum_step(np.zeros((2, 3)), dW, V, 0.5, 0.8)
    weights = 0.2 * 0.8 ** np.arange(5, -1, -1)
    assert np.allclose(V, np.tensordot(weights, slopes, 1)) and np.allclose(W, -0.5 * V)


def test_the_corrected_averages_of_equal_gradients_are_these_gradients():
    W, V, S = np.zeros((1, 2)), np.zeros((1, 2)), np.zeros((1, 2))
    for t in range(1, 8):
        before = W
        W, V, S = adam_step(W, np.array([[3.0, -0.01]]), V, S, t, 0.1)
        assert np.allclose(W - before, [[-0.1, 0.1]], rtol=1e-5)


def test_the_first_step_of_rmsprop_by_hand():
    W, S = rmsprop_step(np.array([1.0]), np.array([2.0]), np.array([0.0]), 0.1)
    assert np.allclose(S, 0.4) and np.allclose(W, 1 - 0.2 / np.sqrt(0.4))


def test_the_rate_falls_from_the_whole_to_nearly_nothing():
    rates = [falling_rate(0.2, t, 50) for t in range(1, 51)]
    assert rates[0] == 0.2 and rates[25] == pytest.approx(0.1) and 0 < rates[-1] < 0.001
    assert np.all(np.diff(rates) < 0)


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_an_optimizer_walks_through_layers_of_any_form_and_changes_nothing_that_came_in(name):
    optimizer, rng = OPTIMIZERS[name], np.random.default_rng(1)
    parameters = [
        tuple(rng.normal(size=(2, k)) for k in (3, 1)),
        tuple(rng.normal(size=(2, 1)) for _ in range(3)),
    ]
    kept = [[array.copy() for array in layer] for layer in parameters]
    memory = optimizer.begin(parameters)
    new, memory = optimizer.update(parameters, parameters, memory, 1, 0.1)
    assert [len(layer) for layer in new] == [2, 3]
    for layer, old, moved in zip(parameters, kept, new, strict=True):
        for array, before, after in zip(layer, old, moved, strict=True):
            assert np.array_equal(array, before) and after.shape == array.shape
            assert np.array_equal(np.sign(array - after), np.sign(array))  # here the gradient is W itself
    assert all(len(past) == optimizer.remembers for layer in memory for past in layer)


def test_adam_takes_steps_of_one_length_where_descent_does_not():
    parameters, gradients = [(np.zeros(2),)], [(np.array([0.01, 10.0]),)]
    steps = [o.update(parameters, gradients, o.begin(parameters), 1, 0.1)[0][0][0] for o in (ADAM, DESCENT)]
    assert np.allclose(steps[0], -0.1, rtol=1e-5) and np.allclose(steps[1], [-0.001, -1])
