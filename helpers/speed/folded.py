"""Training a tiny network, where it is the calls to NumPy that cost, not the numbers: fewer calls a step.

Two foldings. The bias is a column of the weights, V = [W b], and every A has a row of ones below it: Z = V [A; 1] is
one product, and [dW db] = dZ [A; 1]ᵀ another. And σ(z) = ½ (1 + tanh(z/2)): with the last layer's weights halved its
product is z/2 at once, T = tanh(z/2), and A − Y = ½ (T − S) with S = 2Y − 1, labels −1 and 1. Same steps as
`helpers.speed.steps` to rounding.
"""

import numpy as np

from helpers.speed.in_place import TANH


def fold(parameters):
    """Return [V, ...]: [W b] of every layer, (n[l], n[l-1] + 1), halved in the last."""
    weights = [np.hstack([W, b]) for W, b in parameters]
    weights[-1] *= 0.5
    return weights


def unfold(weights):
    """Return the parameters, [(W1, b1), ...], of folded weights."""
    *first, last = weights
    return [(V[:, :-1].copy(), V[:, -1:].copy()) for V in [*first, 2 * last]]


def with_ones(A):
    """Return a copy of A, (n, m), with a row of ones below it, (n + 1, m), example after example in memory."""
    return np.vstack([A, np.ones((1, A.shape[1]), A.dtype)]).copy(order="F")


def train_folded(X, Y, parameters, learning_rate, iterations, hidden=TANH):
    """Return the parameters after so many steps on all of X, (n_x, m), and Y, (n_y, m); those given stay.

    The output is a sigmoid with the cross-entropy; hidden is an activation of `helpers.speed.in_place`.
    """
    weights = fold(parameters)
    step = folded_step(X, Y, weights, learning_rate, hidden)
    for _ in range(iterations):
        step()
    return unfold(weights)


def folded_step(X, Y, weights, learning_rate, hidden=TANH):
    """Return a function that takes one step: it changes the folded weights in place, in memory made here, once.

    Every view that a step needs is made here too. In the last layer dV = ¼ · α/m (T − S) [A; 1]ᵀ: one half from
    A − Y = ½ (T − S), one because V is half of [W b]; in Wᵀ dZ = (2V)ᵀ · ½ (T − S) they cancel.
    """
    m, last = X.shape[1], weights[-1]
    A = [with_ones(X), *(np.ones((len(V) + 1, m), X.dtype) for V in weights[:-1])]
    Z, dZ = ([np.empty((len(V), m), X.dtype) for V in weights] for _ in range(2))
    turned, dV, inner = [a.T for a in A], [np.empty_like(V) for V in weights], [a[:-1] for a in A]
    up = list(zip(weights[:-1], A, Z, inner[1:], strict=False))
    down = list(zip(turned, dZ, dV, Z, inner[1:], [V[:, :-1].T for V in weights[1:]], dZ[1:], strict=False))
    down.reverse()
    T, error, signs, rate = Z[-1], dZ[-1], 2.0 * Y - 1, learning_rate / m

    def step():
        for V, A_previous, z, a in up:
            np.dot(V, A_previous, out=z)
            hidden.value(z, a)
        np.tanh(np.dot(last, A[-1], out=T), out=T)
        np.subtract(T, signs, out=error)
        np.multiply(error, rate, out=error)
        np.dot(error, turned[-1], out=dV[-1])
        np.multiply(dV[-1], 0.25, out=dV[-1])
        for A_turned, dz, dv, z, a, W_turned, above in down:
            np.dot(W_turned, above, out=dz)
            hidden.slope(z, a)
            np.multiply(dz, z, out=dz)
            np.dot(dz, A_turned, out=dv)
        for V, dv in zip(weights, dV, strict=True):
            np.subtract(V, dv, out=V)

    return step
