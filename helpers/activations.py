"""Activation functions, each beside its derivative.

All work element by element on a number or an array of any shape, never overflow, and keep float32 as float32.
Not here: softmax, which mixes the entries of a column (`helpers.softmax`).
"""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np


class Activation(NamedTuple):
    """An activation g and its derivative g′, both functions of z."""

    name: str
    value: Callable
    derivative: Callable


def sigmoid(z):
    """Return σ(z) = 1 / (1 + e⁻ᶻ) of a number or of every entry of an array.

    The result has the shape of z. Right for z = ±1000 too, without a warning.
    """
    return 0.5 * (1 + np.tanh(0.5 * z))


def sigmoid_derivative(z):
    """Return σ′(z) = a (1 − a) with a = σ(z), in the shape of z."""
    a = sigmoid(z)
    return a * (1 - a)


def tanh(z):
    """Return tanh(z) = (eᶻ − e⁻ᶻ) / (eᶻ + e⁻ᶻ), in the shape of z.

    Use np.tanh: the quotient itself overflows for z = 1000.
    """
    return np.tanh(z)


def tanh_derivative(z):
    """Return tanh′(z) = 1 − a² with a = tanh(z), in the shape of z."""
    return 1 - np.tanh(z) ** 2


def relu(z):
    """Return max(0, z), in the shape of z."""
    return np.maximum(0, z)


def relu_derivative(z):
    """Return relu′(z): 1 where z ≥ 0 and 0 where z < 0, in the shape of z.

    At z = 0 there is no derivative; 0 is as good an answer as 1.
    """
    return (z >= 0) * np.ones_like(z)


def leaky_relu(z):
    """Return max(0.01 z, z), in the shape of z."""
    return np.maximum(0.01 * z, z)


def leaky_relu_derivative(z):
    """Return leaky_relu′(z): 1 where z ≥ 0 and 0.01 where z < 0, in the shape of z.

    At z = 0 there is no derivative; 0.01 is as good an answer as 1.
    """
    return np.maximum(0.01, relu_derivative(z))


def swish_derivative(z):
    """Return swish′(z) for swish(z) = z σ(z), in the shape of z.

    Derive it on paper first, by the product rule. Right for z = ±1000 too, without a warning.
    """
    a = sigmoid(z)
    return a + z * a * (1 - a)


def identity(z):
    """Return z itself: the linear output of a regression."""
    return z


def identity_derivative(z):
    """Return 1 for every entry of z."""
    return np.ones_like(z)


SIGMOID = Activation("sigmoid", sigmoid, sigmoid_derivative)
TANH = Activation("tanh", tanh, tanh_derivative)
RELU = Activation("relu", relu, relu_derivative)
LEAKY_RELU = Activation("leaky_relu", leaky_relu, leaky_relu_derivative)
IDENTITY = Activation("identity", identity, identity_derivative)
