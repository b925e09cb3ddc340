"""The activations against numerical slopes, the standard library, and their own symmetries."""

import math

import numpy as np
import pytest

from helpers.activations import (
    IDENTITY,
    LEAKY_RELU,
    RELU,
    SIGMOID,
    TANH,
    Activation,
    leaky_relu,
    relu,
    sigmoid,
    swish_derivative,
    tanh,
)

SWISH = Activation("swish", lambda z: z * sigmoid(z), swish_derivative)
ALL = (SIGMOID, TANH, RELU, LEAKY_RELU, IDENTITY, SWISH)


@pytest.mark.parametrize("activation", ALL, ids=lambda g: g.name)
def test_the_derivative_is_the_numerical_slope(activation):
    z = np.random.default_rng(0).normal(scale=2, size=(6, 50))
    z = z[np.abs(z) > 1e-3]
    slope = (activation.value(z + 1e-5) - activation.value(z - 1e-5)) / 2e-5
    assert np.allclose(activation.derivative(z), slope, atol=1e-9)


@pytest.mark.parametrize("activation", ALL, ids=lambda g: g.name)
@pytest.mark.parametrize(
    "z", [0.3, np.float64(-2), np.zeros((3, 1)), np.ones((2, 5)), np.array(1.0)], ids=str
)
def test_value_and_derivative_have_the_shape_of_z(activation, z):
    assert np.shape(activation.value(z)) == np.shape(activation.derivative(z)) == np.shape(z)


@pytest.mark.parametrize("activation", ALL, ids=lambda g: g.name)
def test_float32_stays_float32(activation):
    z = np.linspace(-3, 3, 7, dtype=np.float32)
    assert activation.value(z).dtype == activation.derivative(z).dtype == np.float32


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("activation", ALL, ids=lambda g: g.name)
def test_nothing_overflows_far_out(activation):
    z = np.array([-1000.0, 1000.0])
    assert np.isfinite(activation.value(z)).all()
    assert np.isfinite(activation.derivative(z)).all()


def test_sigmoid_and_tanh_agree_with_the_standard_library():
    for z in (-30.0, -1.5, 0.0, 0.2, 4.0):
        assert sigmoid(z) == pytest.approx(1 / (1 + math.exp(-z)), rel=1e-12, abs=1e-16)
        assert tanh(z) == pytest.approx(math.tanh(z), rel=1e-14)


def test_symmetries():
    z = np.linspace(-5, 5, 41)
    assert np.allclose(sigmoid(z) + sigmoid(-z), 1)
    assert np.allclose(tanh(z), 2 * sigmoid(2 * z) - 1)
    assert np.allclose(relu(z) - relu(-z), z)
    assert np.allclose(leaky_relu(z), relu(z) - 0.01 * relu(-z))
