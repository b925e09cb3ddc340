"""Right answers written differently."""

import numpy as np


def with_the_quotient(dC, A, B):
    C = A / B
    return dC / B, -dC * C / B


def with_names(dC, A, B):
    dA = dC * (1 / B)
    dB = dC * (-A / (B * B))
    return dA, dB


def as_a_list(dC, A, B):
    return [dC / B, -(dC * A) / np.square(B)]


def with_a_power(dC, A, B):
    return dC * B**-1.0, -dC * A * B**-2.0


def with_functions(dC, A, B):
    return np.divide(dC, B), np.negative(np.multiply(dC, A)) / np.power(B, 2)
