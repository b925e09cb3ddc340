"""How far the gradients of a shallow network are from numerical ones.

Not here: numerical gradients themselves (`helpers.gradient_check`).
"""

from helpers.gradient_check import numerical_gradients, relative_difference
from helpers.losses import cost
from helpers.shallow_network import forward


def gradient_gap(X, Y, parameters, gradients):
    """Return the largest relative difference between `gradients` and numerical ones, over W1,
    b1, W2 and b2.

    gradients: [(dW1, db1), (dW2, db2)] as backward returns them for X, (n_x, m), and Y,
    (n_y, m), with tanh.
    numerical_gradients(f, parameters) nudges every entry of f's argument and returns a list of
    the same form; here f is the cost after forward. relative_difference(dW, numerical dW)
    compares two arrays.
    """
    numerical = numerical_gradients(lambda p: cost(forward(X, p)[0], Y), parameters)
    gaps = []
    for ours, theirs in zip(gradients, numerical, strict=True):
        gaps.append(relative_difference(ours[0], theirs[0]))
        gaps.append(relative_difference(ours[1], theirs[1]))
    return max(gaps)
