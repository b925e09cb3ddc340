"""The slope of z σ(z) written differently."""

import numpy as np

from helpers.activations import sigmoid, sigmoid_derivative


def by_the_rule(z):
    return sigmoid(z) + z * sigmoid_derivative(z)


def in_the_value(z):
    swish = z * sigmoid(z)
    return swish + sigmoid(z) * (1 - swish)


def factored(z):
    a = sigmoid(z)
    return a * (1 + z * (1 - a))


def multiplied_out(z):
    a = sigmoid(z)
    return a + z * a - z * a**2


def entry_by_entry(z):
    if np.ndim(z) == 0:
        return sigmoid(z) * (1 + z * sigmoid(-z))
    return np.array([entry_by_entry(row) for row in z])
