"""Starts by what they do to shapes, spreads and signals."""

import numpy as np
import pytest

from helpers.activations import RELU, TANH
from helpers.deep_network import forward, gradient_and_cost, update
from helpers.initialization import initialize, parameter_count, scaled, zeros


@pytest.mark.parametrize("start", [zeros, initialize, scaled])
@pytest.mark.parametrize("layer_sizes", [(3, 1), (1, 1, 1), (4, 7, 2), (5, 1, 6, 3, 2)])
def test_every_start_has_the_right_shapes_and_zero_biases(start, layer_sizes):
    parameters = start(layer_sizes, np.random.default_rng(0))
    assert [W.shape for W, b in parameters] == list(zip(layer_sizes[1:], layer_sizes[:-1], strict=True))
    assert [b.shape for W, b in parameters] == [(n, 1) for n in layer_sizes[1:]]
    assert not any(b.any() for W, b in parameters)


def test_the_spread_is_as_said():
    W1, W2 = (W for W, b in initialize((400, 300, 50), np.random.default_rng(0)))
    assert abs(W1.std() / 0.01 - 1) < 0.02 and abs(W2.std() / 0.01 - 1) < 0.02
    W1, W2 = (W for W, b in scaled((400, 300, 50), np.random.default_rng(0)))
    assert abs(W1.std() / np.sqrt(2 / 400) - 1) < 0.02 and abs(W2.std() / np.sqrt(2 / 300) - 1) < 0.02


@pytest.mark.parametrize("hidden, gain", [(RELU, 2), (TANH, 1)], ids=["relu", "tanh"])
def test_a_scaled_start_keeps_the_signal_through_30_layers(hidden, gain):
    rng = np.random.default_rng(0)
    X = rng.normal(size=(200, 100))
    _, caches = forward(X, scaled([200] * 31, rng, gain), hidden)
    first, last = np.std(caches[1][2]), np.std(caches[-1][2])
    assert 0.1 < last / first < 10
    _, caches = forward(X, initialize([200] * 31, rng), hidden)
    assert np.std(caches[-1][2]) < 1e-20 * np.std(caches[1][2])


def test_hidden_units_that_start_at_zero_stay_equal():
    rng = np.random.default_rng(0)
    X, Y = rng.normal(size=(3, 20)), rng.integers(0, 2, size=(1, 20))
    parameters = zeros((3, 4, 4, 1))
    for _ in range(100):
        parameters = update(parameters, gradient_and_cost(X, Y, parameters, TANH)[0], 0.5)
    assert all(np.ptp(W, axis=0).max() < 1e-15 for W, b in parameters[:-1])


@pytest.mark.parametrize("layer_sizes", [(2, 4, 1), (1, 1, 1), (784, 64, 10), (5, 3)])
def test_parameter_count_agrees_with_counting_the_entries(layer_sizes):
    parameters = initialize(layer_sizes, np.random.default_rng(0))
    assert parameter_count(layer_sizes) == sum(W.size + b.size for W, b in parameters)
