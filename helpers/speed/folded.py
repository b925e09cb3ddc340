"""Training a tiny tanh network, where calls and exponentials cost, not products: less of both a step.

Two foldings. The bias is a column of the weights, V = [W b], and every A has a row of ones below it: Z = V [A; 1] is
one product, and [dW db] = dZ [A; 1]ᵀ another. And tanh(z) = 2σ(2z) − 1: a tanh network is a network of sigmoids R with
other weights, [A; 1] = M [R; 1] below each layer. With U = −s V M, s = 2 where the unit was a tanh and 1 in the output,
a layer is R = 1 / (1 + exp(U [R; 1])), and one exponential takes less than one tanh on most processors.
It is still gradient descent on W and b: a step of −α dV is one of α s dV M on U, and dV = dZ [R; 1]ᵀ Mᵀ.
Not here: other activations. Same steps as `helpers.speed.steps` to rounding.
"""

import numpy as np


def turning(n, dtype=np.float64):
    """Return M, (n + 1, n + 1), with [tanh(Z); 1] = M [σ(2Z); 1] for n units."""
    M = 2 * np.eye(n + 1, dtype=dtype)
    M[:, -1] = -1
    M[-1, -1] = 1
    return M


def turnings(weights):
    """Return [M, ...] of every layer; in the first one the inputs stay as they are."""
    first, *later = weights
    return [np.eye(first.shape[1], dtype=first.dtype), *(turning(U.shape[1] - 1, U.dtype) for U in later)]


def fold(parameters):
    """Return [U, ...], U = −s [W b] M of every layer, (n[l], n[l-1] + 1)."""
    weights = [-2 * np.hstack([W, b]) for W, b in parameters]
    weights[-1] *= 0.5
    return [V @ M for V, M in zip(weights, turnings(weights), strict=True)]


def unfold(weights):
    """Return the parameters, [(W1, b1), ...], of folded weights."""
    turned = [-0.5 * U @ np.linalg.inv(M) for U, M in zip(weights, turnings(weights), strict=True)]
    turned[-1] *= 2
    return [(V[:, :-1].copy(), V[:, -1:].copy()) for V in turned]


def with_ones(A):
    """Return a copy of A, (n, m), with a row of ones below it, (n + 1, m)."""
    return np.vstack([A, np.ones((1, A.shape[1]), A.dtype)])


def train_folded(X, Y, parameters, learning_rate, iterations):
    """Return the parameters after `iterations` steps on all of X, (n_x, m), and Y, (n_y, m).

    The caller's parameters stay as they are.
    Hidden layers are tanh, the output is a sigmoid with the cross-entropy.
    """
    weights = fold(parameters)
    step = folded_step(X, Y, weights, learning_rate)
    with np.errstate(over="ignore"):  # exp(1000) is infinite, and 1 / (1 + inf) the 0 that it should be
        for _ in range(iterations):
            step()
    return unfold(weights)


def shares(weights, learning_rate, m):
    """Return [F, ...], (n[l-1] + 1, n[l-1] + 1): a step adds D [R; 1]ᵀ F to a layer's U.

    F = f α/m MᵀM, where f = 1 in the last layer and then −4, 4, −4, …: what D leaves out of dZ, times s.
    """
    factors = [1, *(4 * (-1) ** k for k in range(1, len(weights)))]
    M = turnings(weights)
    return [f * learning_rate / m * turned.T @ turned for f, turned in zip(reversed(factors), M, strict=True)]


def folded_step(X, Y, weights, learning_rate):
    """Return a function that takes one step: it changes the folded weights in place, in memory made here, once.

    Every view that a step needs is made here too. D is A − Y in the last layer and Uᵀ D_above * (R − R²) below it:
    tanh′(z) is 4 (R − R²), and its 4 and the factors of U stand in `shares`.
    """
    m, layers = X.shape[1], range(len(weights))
    R = [with_ones(X), *(np.ones((len(U) + 1, m), X.dtype) for U in weights)]
    units = [r[:-1] for r in R[1:]]
    E, D = ([np.empty((len(U), m), X.dtype) for U in weights] for _ in range(2))
    dU, moves = ([np.empty_like(U) for U in weights] for _ in range(2))
    F = shares(weights, learning_rate, m)
    forward = list(zip(weights, R[:-1], E, units, strict=True))
    back = [(weights[k][:, :-1].T, D[k], D[k - 1], E[k - 1], units[k - 1]) for k in layers[:0:-1]]
    update = [(D[k], R[k].T, dU[k], F[k], moves[k], weights[k]) for k in layers]

    def step():
        for U, r_previous, e, r in forward:
            np.dot(U, r_previous, out=e)
            np.exp(e, out=e)
            np.add(e, 1.0, out=e)
            np.reciprocal(e, out=r)
        np.subtract(units[-1], Y, out=D[-1])
        for U_turned, above, d, e, r in back:
            np.dot(U_turned, above, out=d)
            np.multiply(r, r, out=e)
            np.subtract(r, e, out=e)
            np.multiply(d, e, out=d)
        for d, r_turned, du, f, move, U in update:
            np.dot(d, r_turned, out=du)
            np.add(U, np.dot(du, f, out=move), out=U)

    return step
