"""How far the gradients of a network of any depth are from numerical ones.

Slow on purpose, two passes forward a number: for networks of tens of numbers, not of thousands.
"""

from helpers.activations import RELU
from helpers.deep_network import forward
from helpers.gradient_check import numerical_gradients, relative_difference
from helpers.losses import cost


def gradient_gap(X, Y, parameters, gradients, hidden=RELU):
    """Return the largest relative difference between gradients and numerical ones, over the W
    and b of every layer.

    gradients is [(dW1, db1), ..., (dWL, dbL)] as backward returns them for X, (n_x, m), and Y,
    (n_y, m).
    numerical_gradients(f, parameters) nudges every entry of f's argument and returns a list of
    the same form; here f is the cost after forward with `hidden`.
    relative_difference(dW, numerical dW) compares two arrays.
    """
    numerical = numerical_gradients(lambda p: cost(forward(X, p, hidden)[0], Y), parameters)
    gaps = []
    for ours, theirs in zip(gradients, numerical, strict=True):
        gaps.append(relative_difference(ours[0], theirs[0]))
        gaps.append(relative_difference(ours[1], theirs[1]))
    return max(gaps)
