"""The deep network by second routes: numerical gradients, loops over units, the networks of one and two layers."""

import numpy as np
import pytest

from helpers import shallow_network
from helpers.activations import IDENTITY, LEAKY_RELU, RELU, SIGMOID, TANH, sigmoid
from helpers.deep_network import backward, errors, forward, gradient_and_cost, predict, train_deep, update
from helpers.initialization import initialize, scaled
from helpers.losses import cost


def random_network(rng, depth=None):
    """Return layer sizes and normal parameters of a network with 1 to 6 layers, 1 to 5 units each."""
    layer_sizes = rng.integers(1, 6, size=(depth or rng.integers(1, 7)) + 1)
    return layer_sizes, [
        (rng.normal(size=(n, n_previous)) / np.sqrt(n_previous), rng.normal(size=(n, 1)))
        for n_previous, n in zip(layer_sizes[:-1], layer_sizes[1:], strict=True)
    ]


def examples(rng, layer_sizes, m):
    """Return X, (n_x, m), and labels Y, (n_y, m)."""
    return rng.normal(size=(layer_sizes[0], m)), rng.integers(0, 2, size=(layer_sizes[-1], m)).astype(float)


def slopes(f, theta, step=1e-6):
    """Return the slope of f() for every entry of theta, by going up and down a little; theta ends as it was."""
    result = np.empty_like(theta)
    for index in np.ndindex(theta.shape):
        keep = theta[index]
        theta[index] = keep + step
        up = f()
        theta[index] = keep - step
        down = f()
        theta[index] = keep
        result[index] = (up - down) / (2 * step)
    return result


@pytest.mark.parametrize("seed", range(30))
@pytest.mark.parametrize("hidden", [TANH, SIGMOID, RELU, LEAKY_RELU], ids=lambda g: g.name)
def test_gradients_agree_with_numerical_ones(seed, hidden):
    rng = np.random.default_rng(seed)
    layer_sizes, parameters = random_network(rng)
    X, Y = examples(rng, layer_sizes, rng.integers(1, 7))
    AL, caches = forward(X, parameters, hidden)
    for layer, gradients in zip(parameters, backward(AL, Y, caches, hidden), strict=True):
        for theta, gradient in zip(layer, gradients, strict=True):
            expected = slopes(lambda: cost(forward(X, parameters, hidden)[0], Y), theta)
            assert gradient.shape == theta.shape
            np.testing.assert_allclose(gradient, expected, rtol=1e-5, atol=2e-8)


@pytest.mark.parametrize("seed", range(10))
def test_a_linear_output_with_half_the_squared_error_has_the_same_start(seed):
    rng = np.random.default_rng(seed)
    layer_sizes, parameters = random_network(rng)
    X, Y = examples(rng, layer_sizes, 4)
    AL, caches = forward(X, parameters, TANH, IDENTITY)
    for layer, gradients in zip(parameters, backward(AL, Y, caches, TANH), strict=True):
        for theta, gradient in zip(layer, gradients, strict=True):
            expected = slopes(lambda: np.sum((forward(X, parameters, TANH, IDENTITY)[0] - Y) ** 2) / 8, theta)
            np.testing.assert_allclose(gradient, expected, rtol=1e-6, atol=1e-8)


@pytest.mark.parametrize("seed", range(10))
def test_the_recursion_gives_what_the_blocks_give(seed):
    rng = np.random.default_rng(seed)
    layer_sizes, parameters = random_network(rng)
    X, Y = examples(rng, layer_sizes, 5)
    AL, caches = forward(X, parameters)
    assert [dZ.shape for dZ in errors(AL, Y, caches)] == [Z.shape for _, _, Z in caches]
    for one, other in zip(gradient_and_cost(X, Y, parameters)[0], backward(AL, Y, caches), strict=True):
        np.testing.assert_array_equal(one[0], other[0])
        np.testing.assert_array_equal(one[1], other[1])


def test_forward_unit_by_unit_and_example_by_example():
    rng = np.random.default_rng(1)
    layer_sizes, parameters = random_network(rng, depth=4)
    X, _ = examples(rng, layer_sizes, 3)
    AL, _ = forward(X, parameters, TANH)
    for i in range(3):
        a = list(X[:, i])
        for layer, (W, b) in enumerate(parameters, 1):
            g = sigmoid if layer == 4 else np.tanh
            a = [g(sum(W[j, k] * a[k] for k in range(len(a))) + b[j, 0]) for j in range(len(W))]
        np.testing.assert_allclose(AL[:, i], a, rtol=1e-14)


def test_one_layer_is_logistic_regression_to_the_last_digit():
    rng = np.random.default_rng(2)
    X, Y = examples(rng, (5, 1), 40)
    w, b = np.zeros((5, 1)), 0.0
    parameters = [(np.zeros((1, 5)), np.zeros((1, 1)))]
    for _ in range(200):
        A = sigmoid(w.T @ X + b)
        dZ = A - Y
        w, b = w - 0.3 * (X @ dZ.T / 40), b - 0.3 * (dZ.sum() / 40)
        gradients, _ = gradient_and_cost(X, Y, parameters)
        parameters = update(parameters, gradients, 0.3)
    np.testing.assert_allclose(parameters[0][0], w.T, rtol=1e-14)
    np.testing.assert_allclose(parameters[0][1], b, rtol=1e-14)


def test_two_layers_are_the_shallow_network():
    rng = np.random.default_rng(3)
    parameters = shallow_network.initialize(4, 6, 2, rng)
    X, Y = examples(rng, (4, 6, 2), 9)
    A2, cache = shallow_network.forward(X, parameters)
    AL, caches = forward(X, parameters, TANH)
    np.testing.assert_array_equal(AL, A2)
    shallow = shallow_network.backward(X, Y, parameters, cache)
    for one, other in zip(backward(AL, Y, caches, TANH), shallow, strict=True):
        np.testing.assert_allclose(one[0], other[0], rtol=1e-14)
        np.testing.assert_allclose(one[1], other[1], rtol=1e-14)


def test_training_is_the_loop_of_its_parts():
    rng = np.random.default_rng(4)
    X, Y = examples(rng, (3, 4, 4, 1), 20)
    by_hand = scaled((3, 4, 4, 1), rng)
    parameters, costs = train_deep(X, Y, by_hand, 0.1, 25)
    for cost_ in costs:
        gradients, expected = gradient_and_cost(X, Y, by_hand)
        assert cost_ == expected
        by_hand = update(by_hand, gradients, 0.1)
    np.testing.assert_array_equal(parameters[0][0], by_hand[0][0])
    assert len(costs) == 25 and costs[-1] < costs[0]
    assert set(np.unique(predict(X, parameters))) <= {0, 1}


def test_float32_stays_float32():
    rng = np.random.default_rng(5)
    parameters = [(W.astype("f4"), b.astype("f4")) for W, b in initialize((3, 4, 1), rng)]
    X, Y = (a.astype("f4") for a in examples(rng, (3, 4, 1), 6))
    gradients, _ = gradient_and_cost(X, Y, parameters)
    assert all(a.dtype == np.float32 for layer in gradients for a in layer)
