"""The referee itself, against derivatives known from school and by hand."""

import math

import numpy as np
import pytest

from helpers.gradient_check import numerical_gradient, numerical_gradients, relative_difference


@pytest.mark.parametrize("theta", [0.3, np.float32(0.3), np.array(0.3), np.array([0.3])])
def test_a_number_of_any_kind_has_the_slope_of_the_sine(theta):
    gradient = numerical_gradient(lambda t: np.sum(np.sin(t)), theta)
    assert gradient.shape == np.shape(theta)
    assert np.allclose(gradient, np.cos(theta), atol=1e-9)


@pytest.mark.parametrize("shape", [(1,), (1, 1), (3, 1), (2, 4)])
def test_the_gradient_of_cubes_has_the_shape_of_theta(shape):
    theta = np.random.default_rng(0).normal(size=shape)
    before = theta.copy()
    assert np.allclose(numerical_gradient(lambda t: np.sum(t**3), theta), 3 * theta**2, atol=1e-8)
    assert np.array_equal(theta, before)


def test_whole_numbers_are_nudged_too():
    assert np.allclose(numerical_gradient(lambda t: np.sum(t**2), np.array([[1], [-2]])), [[2], [-4]])


def test_both_sides_cancel_the_error_of_first_order():
    assert numerical_gradient(math.exp, 0.0, nudge=1e-3) == pytest.approx(1, abs=1e-6)


def test_every_layer_has_its_gradient():
    rng = np.random.default_rng(1)
    parameters = [
        (rng.normal(size=(3, 2)), rng.normal(size=(3, 1))),
        (rng.normal(size=(1, 3)), np.ones((1, 1))),
    ]

    def f(parameters):
        (W1, b1), (W2, b2) = parameters
        return np.sum(W1**2) + np.sum(5 * b1) + np.sum(W2 * W2 * W2) + np.sum(b2) * np.sum(b1)

    (dW1, db1), (dW2, db2) = numerical_gradients(f, parameters)
    (W1, b1), (W2, b2) = parameters
    assert np.allclose(dW1, 2 * W1, atol=1e-8) and np.allclose(db1, 5 + np.sum(b2), atol=1e-8)
    assert np.allclose(dW2, 3 * W2**2, atol=1e-8) and np.allclose(db2, np.sum(b1), atol=1e-8)


def test_the_relative_difference():
    assert relative_difference(np.zeros(3), np.zeros(3)) == 0
    assert relative_difference(1.0, -1.0) == 1
    assert relative_difference([3.0, 4.0], [3.0, 4.0]) == 0
    assert relative_difference(3.0, 4.0) == pytest.approx(1 / 7)
