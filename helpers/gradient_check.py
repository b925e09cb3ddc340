"""Gradients without calculus: nudge every entry up and down and see how f moves. Slow and simple, for checking.

Not here: the gradients that it checks, which every network's module derives for itself.
"""

import numpy as np


def numerical_gradient(f, theta, nudge=1e-5):
    """Return the gradient of f with respect to theta, in the shape of theta.

    f(theta) is a number; theta is a number or an array. The caller's theta stays as it is.
    Entry by entry, all others as they are: (f(entry + ε) − f(entry − ε)) / 2ε, ε the nudge.
    """
    theta = np.array(theta, dtype=float)
    gradient = np.zeros_like(theta)
    for index in np.ndindex(theta.shape):
        up, down = theta.copy(), theta.copy()
        up[index] += nudge
        down[index] -= nudge
        gradient[index] = (f(up) - f(down)) / (2 * nudge)
    return gradient


def numerical_gradients(f, parameters, nudge=1e-5):
    """Return [(dW1, db1), ...], the numerical gradient of f(parameters), a number, for every layer.

    parameters is [(W1, b1), ...], of any length; f takes such a list.
    """
    arrays = [array for layer in parameters for array in layer]
    gradients = []
    for k, array in enumerate(arrays):

        def moved(theta, k=k):
            return f(layers([*arrays[:k], theta, *arrays[k + 1 :]]))

        gradients.append(numerical_gradient(moved, array, nudge))
    return layers(gradients)


def layers(arrays):
    """Return the arrays W1, b1, W2, b2, ... as pairs [(W1, b1), (W2, b2), ...]."""
    return list(zip(arrays[::2], arrays[1::2], strict=True))


def relative_difference(a, b):
    """Return ‖a − b‖ / (‖a‖ + ‖b‖) of two numbers or arrays of one shape: 0 when equal, at most 1."""
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    size = np.linalg.norm(a) + np.linalg.norm(b)
    return float(np.linalg.norm(a - b) / size) if size else 0.0


def slope(f, theta, nudge=1e-5):
    """Return the slope of f at the number theta: (f(θ + ε) − f(θ − ε)) / 2ε, with ε the nudge.

    f takes a number and returns a number, and so does this function.
    """
    return (f(theta + nudge) - f(theta - nudge)) / (2 * nudge)
