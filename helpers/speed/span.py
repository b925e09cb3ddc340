"""Training in the span of the examples: for many more features than examples.

dW1 = dZ1 Xᵀ / m is a combination of the examples, whatever dZ1 is. So W1 = W1_start + S Xᵀ at every step, with S of
shape (n[1], m), and W1 X = W1_start X + S G needs only G = XᵀX, (m, m). A step costs about 2 n_x / m times less in the
first layer. The same holds for mini-batches, with the batch's columns of G; the functions here take all examples in
every step. It does not pay for m above 2 n_x, and an optimizer that rescales single weights leaves the span.
"""

import numpy as np

from helpers.activations import sigmoid
from helpers.losses import cost
from helpers.speed.in_place import RELU, SIGMOID
from helpers.speed.steps import make_buffers, step
from helpers.speed.training import own


def descend_in_span(G, Y, learning_rate, iterations):
    """Return (s, b, costs) of a logistic regression with weights w = X s, trained on XᵀX.

    G = XᵀX is (m, m), Y is (1, m), α is the learning rate.
    Start from s full of zeros, (m, 1), and b = 0.
    Each step: Z = sᵀG + b, A = σ(Z), note the cost; dZ = A − Y. A step of dw = X dZᵀ / m moves
    w = X s, and so s moves by α dZᵀ / m; b moves by the mean of dZ times α.
    costs is a list with the cost of every step, before its update.
    """
    m = Y.shape[1]
    s, b, costs = np.zeros((m, 1)), 0.0, []
    for _ in range(iterations):
        A = sigmoid(s.T @ G + b)
        costs.append(cost(A, Y))
        dZ = A - Y
        s = s - learning_rate * dZ.T / m
        b = b - learning_rate * np.sum(dZ) / m
    return s, b, costs


def train_logistic_in_span(X, Y, learning_rate, iterations):
    """Return (w, b, costs) as `helpers.logistic_regression.train_logistic` does, by way of XᵀX; X is (n_x, m)."""
    s, b, costs = descend_in_span(X.T @ X, Y, learning_rate, iterations)
    return X @ s, b, costs


def train_deep_in_span(X, Y, parameters, learning_rate, iterations, hidden=RELU, output=SIGMOID):
    """Return the parameters that `helpers.speed.training.train` returns; X, (n_x, m), is seen only before and after.

    The first layer's Z is W1 X + S G + b1 with W1 as it was, and its step is S −= dZ1; the layers above, if there are
    any, see A1 as their input and move as ever.
    """
    (W, b), *above = own(parameters)
    G, P = X.T @ X, W @ X
    S = np.zeros_like(P)
    first, *buffers = make_buffers([(S, b), *above], X.shape[1])
    Z, _, dZ, _, db = first
    for _ in range(iterations):
        np.dot(S, G, out=Z)
        np.add(Z, P, out=Z)
        np.add(Z, b, out=Z)
        first_step(first, Y, above, buffers, learning_rate, hidden, output)
        np.add.reduce(dZ, axis=1, keepdims=True, out=db)
        np.subtract(S, dZ, out=S)
        np.subtract(b, db, out=b)
    return [(W + S @ X.T, b), *above]


def first_step(first, Y, above, buffers, learning_rate, hidden, output):
    """Fill dZ of the first layer's buffers, (n[1], m), α/m included, from its Z, and move the layers above."""
    Z, A, dZ, _, _ = first
    if above:
        hidden.value(Z, A)
        step(A, Y, above, buffers, learning_rate, hidden, output, dX=dZ)
        hidden.slope(Z, A)
        np.multiply(dZ, Z, out=dZ)
    else:
        output.value(Z, A)
        np.subtract(A, Y, out=dZ)
        np.multiply(dZ, learning_rate / Y.shape[1], out=dZ)
