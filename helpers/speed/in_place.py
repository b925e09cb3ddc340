"""Activations that write into memory that is already there, each beside its slope.

`value(Z, A)` fills A with g(Z); `slope(Z, A)` turns Z, no longer needed then, into g′(Z).
All arrays of one layer are (n[l], m). The numbers are those of `helpers.activations`.
"""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np


class InPlace(NamedTuple):
    """An activation and its slope; `slope` is None for outputs, where dZ = A − Y."""

    name: str
    value: Callable
    slope: Callable = None


def relu_backward(dA, Z):
    """Turn dA into dZ = dA * relu′(Z) in dA's own memory; the result is dA itself.

    dA and Z are (n, m); relu′(z) is 1 where z ≥ 0 and 0 where z < 0.
    What dA held before is gone afterwards: here that is what the caller wants.
    """
    dA *= Z >= 0
    return dA


def relu(Z, A):
    """Fill A with max(0, Z), (n, m)."""
    np.maximum(Z, 0, out=A)


def relu_slope(Z, A):
    """Turn Z into relu′(Z), (n, m): 1 where z ≥ 0, else 0."""
    np.greater_equal(Z, 0, out=Z)


def tanh(Z, A):
    """Fill A with tanh(Z), (n, m)."""
    np.tanh(Z, out=A)


def tanh_slope(Z, A):
    """Turn Z into tanh′(Z) = 1 − A², (n, m)."""
    np.multiply(A, A, out=Z)
    np.subtract(1, Z, out=Z)


def sigmoid(Z, A):
    """Fill A with σ(Z) = ½ (1 + tanh(z/2)), (n, m)."""
    np.multiply(Z, 0.5, out=A)
    np.tanh(A, out=A)
    np.add(A, 1, out=A)
    np.multiply(A, 0.5, out=A)


def softmax(Z, A):
    """Fill A with the softmax of every column of Z, (n, m); only two rows of m numbers are made anew."""
    np.subtract(Z, np.max(Z, axis=0), out=A)
    np.exp(A, out=A)
    np.divide(A, np.sum(A, axis=0), out=A)


def identity(Z, A):
    """Fill A with Z, (n, m)."""
    np.copyto(A, Z)


RELU = InPlace("relu", relu, relu_slope)
TANH = InPlace("tanh", tanh, tanh_slope)
SIGMOID = InPlace("sigmoid", sigmoid)
SOFTMAX = InPlace("softmax", softmax)
IDENTITY = InPlace("identity", identity)
