"""Operations on arrays, each beside its derivative, in one repeated shape.

`value(A, B)` returns C. `derivative(dC, A, B)` returns (dA, dB), a gradient for each input, also if there is only
one. Where an input was broadcast, its gradient still has the shape of C: `helpers.autodiff.unbroadcast` sums it.
Not here: graphs of operations (`helpers.nodes`).
"""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from helpers.activations import relu, relu_derivative, sigmoid


class Operation(NamedTuple):
    """A function of arrays beside its derivative."""

    name: str
    value: Callable
    derivative: Callable


def add(A, B):
    """Return C = A + B, in the shape to which A and B broadcast."""
    return A + B


def add_backward(dC, A, B):
    """Return (dA, dB) of C = A + B, entry by entry, both in the shape of C.

    A and B are arrays with any number of axes, also none. dC is the gradient with respect to
    C, in the shape of C.
    """
    return dC, dC


def subtract(A, B):
    """Return C = A − B, in the shape to which A and B broadcast."""
    return A - B


def subtract_backward(dC, A, B):
    """Return (dA, dB) of C = A − B, both in the shape of C."""
    return dC, -dC


def multiply(A, B):
    """Return C = A * B, entry by entry, in the shape to which A and B broadcast."""
    return A * B


def multiply_backward(dC, A, B):
    """Return (dA, dB) of C = A * B, both in the shape of C."""
    return dC * B, dC * A


def divide(A, B):
    """Return C = A / B, entry by entry, in the shape to which A and B broadcast."""
    return A / B


def divide_backward(dC, A, B):
    """Return (dA, dB) of C = A / B, entry by entry, both in the shape of C.

    A and B are arrays. dC is the gradient with respect to C, in the shape of C.
    """
    return dC / B, -dC * A / B**2


def matmul(A, B):
    """Return the product of two matrices C = A B, (n, m), of A, (n, k), and B, (k, m)."""
    return A @ B


def matmul_backward(dC, A, B):
    """Return (dA, dB) of the product of two matrices C = A B, in the shapes of A and B.

    A is (n, k), B is (k, m), and dC, the gradient with respect to C, is (n, m).
    """
    return dC @ B.T, A.T @ dC


def tanh(A):
    """Return C = tanh(A), in the shape of A."""
    return np.tanh(A)


def tanh_backward(dC, A):
    """Return (dA,) of C = tanh(A)."""
    return (dC * (1 - np.tanh(A) ** 2),)


def relu_backward(dC, A):
    """Return (dA,) of C = max(0, A)."""
    return (dC * relu_derivative(A),)


def total(A):
    """Return the sum of all entries of A, an array without axes."""
    return np.sum(A)


def total_backward(dC, A):
    """Return (dA,) of the sum of all entries of A: every entry counts once."""
    return (dC * np.ones_like(A),)


def softplus(A):
    """Return C = log(1 + eᵃ) of every entry of A, without overflow."""
    return np.maximum(A, 0) + np.log1p(np.exp(-np.abs(A)))


def softplus_backward(dC, A):
    """Return (dA,) of C = log(1 + eᵃ), whose slope is σ(a)."""
    return (dC * sigmoid(A),)


def log_sum_exp(Z):
    """Return C = log Σ eᶻ of every column of Z, (n, m), as a row, (1, m), without overflow."""
    c = np.max(Z, axis=0, keepdims=True)
    return c + np.log(np.sum(np.exp(Z - c), axis=0, keepdims=True))


def log_sum_exp_backward(dC, Z):
    """Return (dZ,), a tuple of one, of C = log Σ eᶻ over every column of Z.

    Z is (n, m), C and dC are (1, m), and dZ is (n, m). Right for entries of ±1000, too.
    The slope of C with respect to an entry z of its column is eᶻ / Σ eᶻ.
    """
    E = np.exp(Z - np.max(Z, axis=0, keepdims=True))
    return (dC * E / np.sum(E, axis=0, keepdims=True),)


ADD = Operation("+", add, add_backward)
SUBTRACT = Operation("−", subtract, subtract_backward)
MULTIPLY = Operation("*", multiply, multiply_backward)
DIVIDE = Operation("/", divide, divide_backward)
MATMUL = Operation("@", matmul, matmul_backward)
TANH = Operation("tanh", tanh, tanh_backward)
RELU = Operation("relu", relu, relu_backward)
TOTAL = Operation("sum", total, total_backward)
SOFTPLUS = Operation("softplus", softplus, softplus_backward)
LOG_SUM_EXP = Operation("logsumexp", log_sum_exp, log_sum_exp_backward)
