"""The shallow network against loops, a hand-worked example, numerical gradients and logistic regression."""

import numpy as np
import pytest

from helpers.activations import IDENTITY, LEAKY_RELU, RELU, SIGMOID, TANH, sigmoid
from helpers.gradient_descent import train
from helpers.losses import cost, loss
from helpers.shallow_network import (
    backward,
    collapse,
    forward,
    gradient_and_cost,
    initialize,
    predict,
    train_shallow,
)

SIZES = [(1, 1, 1, 1), (2, 4, 1, 7), (3, 5, 2, 1), (4, 1, 3, 6)]


def a_network(n_x, n_h, n_y, m, seed=0):
    """Return parameters with normal entries, and m examples with labels."""
    rng = np.random.default_rng(seed)
    parameters = [(rng.normal(size=(n, k)), rng.normal(size=(n, 1))) for n, k in ((n_h, n_x), (n_y, n_h))]
    return parameters, rng.normal(size=(n_x, m)), rng.integers(0, 2, size=(n_y, m))


@pytest.mark.parametrize("sizes", SIZES, ids=str)
def test_forward_equals_a_loop_over_examples_and_units(sizes):
    parameters, X, _ = a_network(*sizes)
    (W1, b1), (W2, b2) = parameters
    A2, (Z1, A1, A2_again) = forward(X, parameters)
    for i, x in enumerate(X.T):
        a1 = [
            np.tanh(sum(w * v for w, v in zip(row, x, strict=True)) + b[0])
            for row, b in zip(W1, b1, strict=True)
        ]
        a2 = [
            sigmoid(sum(w * v for w, v in zip(row, a1, strict=True)) + b[0])
            for row, b in zip(W2, b2, strict=True)
        ]
        assert np.allclose(A1[:, i], a1) and np.allclose(A2[:, i], a2)
    assert A2 is A2_again and np.array_equal(np.tanh(Z1), A1)


def test_an_example_worked_by_hand():
    parameters = [(np.array([[0.0], [2.0]]), np.zeros((2, 1))), (np.array([[5.0, 1.0]]), np.array([[-1.0]]))]
    X, Y = np.array([[0.5]]), np.array([[1]])
    A2, cache = forward(X, parameters, RELU)
    assert A2[0, 0] == 0.5  # z2 = 5·0 + 1·1 − 1 = 0
    (dW1, db1), (dW2, db2) = backward(X, Y, parameters, cache, RELU)
    assert dW2.tolist() == [[0.0, -0.5]] and db2.tolist() == [[-0.5]]
    assert dW1[1, 0] == -0.25 and db1[1, 0] == -0.5


@pytest.mark.parametrize("hidden", [SIGMOID, TANH, RELU, LEAKY_RELU, IDENTITY], ids=lambda g: g.name)
@pytest.mark.parametrize("sizes", SIZES, ids=str)
def test_backward_agrees_with_a_numerical_gradient(sizes, hidden):
    parameters, X, Y = a_network(*sizes)
    gradients = backward(X, Y, parameters, forward(X, parameters, hidden)[1], hidden)
    arrays = [array for layer in parameters for array in layer]
    for array, gradient in zip(arrays, [g for layer in gradients for g in layer], strict=True):
        assert gradient.shape == array.shape
        for index in np.ndindex(array.shape):
            kept, costs = array[index], []
            for nudge in (1e-5, -1e-5):
                array[index] = kept + nudge
                costs.append(cost(forward(X, parameters, hidden)[0], Y))
            array[index] = kept
            assert gradient[index] == pytest.approx((costs[0] - costs[1]) / 2e-5, abs=1e-8)


def test_the_gradient_is_the_mean_over_single_examples():
    parameters, X, Y = a_network(3, 4, 2, 9)
    whole, _ = gradient_and_cost(X, Y, parameters)
    parts = [gradient_and_cost(X[:, i : i + 1], Y[:, i : i + 1], parameters)[0] for i in range(9)]
    for layer in range(2):
        for k in range(2):
            assert np.allclose(whole[layer][k], np.mean([part[layer][k] for part in parts], axis=0))


def test_two_linear_layers_are_one():
    parameters, X, _ = a_network(3, 4, 2, 8)
    (W1, b1), (W2, b2) = parameters
    W, b = collapse(W1, b1, W2, b2)
    A2, _ = forward(X, parameters, IDENTITY, IDENTITY)
    assert W.shape == (2, 3) and b.shape == (2, 1) and np.allclose(W @ X + b, A2)


def test_zero_weights_keep_the_rows_equal():
    _, X, Y = a_network(2, 1, 1, 30)
    zeros = [(np.zeros((4, 2)), np.zeros((4, 1))), (np.zeros((1, 4)), np.zeros((1, 1)))]
    ((W1, _), _), _ = train_shallow(X, Y, zeros, 1.0, 100, SIGMOID)
    assert np.any(W1 != 0) and np.ptp(W1, axis=0).max() < 1e-12


def test_training_equals_the_general_loop_and_lowers_the_cost():
    _, X, Y = a_network(2, 1, 1, 40)
    start = initialize(2, 4, 1, np.random.default_rng(0))
    parameters, costs = train_shallow(X, Y, start, 0.5, 300)
    again, again_costs = train(start, lambda p: gradient_and_cost(X, Y, p), 0.5, 300)
    assert costs == again_costs and costs[-1] < costs[0] == pytest.approx(np.log(2), abs=1e-3)
    assert np.array_equal(parameters[0][0], again[0][0])


def test_initialize_is_small_random_and_reproducible():
    (W1, b1), (W2, b2) = initialize(30, 50, 20, np.random.default_rng(3))
    assert W1.shape == (50, 30) and W2.shape == (20, 50) and not b1.any() and not b2.any()
    assert np.std(W1) == pytest.approx(0.01, rel=0.1) and np.std(W2) == pytest.approx(0.01, rel=0.1)
    assert np.array_equal(W1, initialize(30, 50, 20, np.random.default_rng(3))[0][0])


def test_predict_and_cost_go_by_the_outputs():
    parameters, X, Y = a_network(2, 3, 2, 5)
    A2, _ = forward(X, parameters)
    assert np.array_equal(predict(X, parameters), A2 > 0.5)
    assert cost(A2, Y) == pytest.approx(np.mean(np.sum(loss(A2, Y), axis=0)))
