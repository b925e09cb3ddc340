"""n-bit parity, and a deep network that computes it with weights set by hand.

The parity of n bits is 1 when an odd number of them is 1. Not here: learning it (`helpers.experiments.parity`).
"""

import numpy as np


def parity_examples(n):
    """Return all 2ⁿ strings of n bits as X, (n, 2ⁿ), entries 0 and 1, and their parities Y, (1, 2ⁿ)."""
    X = (np.arange(2**n) >> np.arange(n)[:, None]) & 1
    return X.astype(float), X.sum(axis=0, keepdims=True) % 2


def fold(n_previous, place):
    """Return (W, b) of two ReLU units whose values add up to |s − place|: a fold at a place.

    s is the sum of the n_previous values that the layer reads. W is (2, n_previous) and b is
    (2, 1). Use |t| = relu(t) + relu(−t).
    """
    W = np.array([[1.0], [-1.0]]) * np.ones((1, n_previous))
    b = np.array([[-1.0], [1.0]]) * place
    return W, b


def folding_network(n):
    """Return ReLU parameters that compute the parity of n = 2, 4, 8, ... bits, two hidden units a layer.

    The first layer counts ones and folds the count in the middle, |s − n/2| = relu(s − n/2) + relu(n/2 − s);
    each layer after it folds again, until 0 or 1 is left. A fold at an even place keeps odd odd; the last, at 1, leaves
    0 for odd and 1 for even, which the output turns around.
    """
    parameters = [fold(n, n / 2)]
    while n > 2:
        n = n // 2
        parameters.append(fold(2, n / 2))
    return [*parameters, turn_around()]


def turn_around():
    """Return (W, b) of an output unit that says 1 where two values add up to 0, and 0 where they add up to 1."""
    return np.full((1, 2), -20.0), np.array([[10.0]])
