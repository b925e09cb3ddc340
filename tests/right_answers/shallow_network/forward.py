"""Two layers forward written differently."""

import numpy as np

from helpers.activations import SIGMOID, TANH


def dotted(X, parameters, hidden=TANH, output=SIGMOID):
    W1, b1 = parameters[0]
    W2, b2 = parameters[1]
    Z1 = np.dot(W1, X) + b1
    A1 = hidden.value(Z1)
    A2 = output.value(np.dot(W2, A1) + b2)
    return A2, (Z1, A1, A2)


def example_by_example(X, parameters, hidden=TANH, output=SIGMOID):
    (W1, b1), (W2, b2) = parameters
    Z1 = np.hstack([W1 @ X[:, i : i + 1] + b1 for i in range(X.shape[1])])
    A1 = hidden.value(Z1)
    A2 = np.hstack([output.value(W2 @ A1[:, i : i + 1] + b2) for i in range(X.shape[1])])
    return A2, (Z1, A1, A2)


def unit_by_unit(X, parameters, hidden=TANH, output=SIGMOID):
    (W1, b1), (W2, b2) = parameters
    Z1 = np.array([w @ X + b for w, b in zip(W1, b1, strict=True)])
    A1 = hidden.value(Z1)
    A2 = output.value(np.array([w @ A1 + b for w, b in zip(W2, b2, strict=True)]))
    return [A2, [Z1, A1, A2]]


def einsum(X, parameters, hidden=TANH, output=SIGMOID):
    A, cache = X, []
    for (W, b), g in zip(parameters, (hidden, output), strict=True):
        Z = np.einsum("ij,jk->ik", W, A) + b
        A = g.value(Z)
        cache += [Z, A]
    Z1, A1, _, A2 = cache
    return A2, (Z1, A1, A2)


def transposed(X, parameters, hidden=TANH, output=SIGMOID):
    (W1, b1), (W2, b2) = parameters
    Z1 = (X.T @ W1.T + b1.T).T
    A1 = hidden.value(Z1)
    A2 = output.value((A1.T @ W2.T + b2.T).T)
    return A2, (Z1, A1, A2)


def float32(X, parameters, hidden=TANH, output=SIGMOID):
    (W1, b1), (W2, b2) = [(W.astype(np.float32), b.astype(np.float32)) for W, b in parameters]
    Z1 = W1 @ X.astype(np.float32) + b1
    A1 = hidden.value(Z1)
    A2 = output.value(W2 @ A1 + b2)
    return A2, (Z1, A1, A2)
