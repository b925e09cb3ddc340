"""A network with one hidden layer: logistic regression with one line more.

Parameters are [(W1, b1), (W2, b2)], columns of X are examples, any sizes and any n_y will do.
Forward and backward mirror each other. Not here: more hidden layers (`helpers.deep_network`).
"""

import numpy as np

from helpers.activations import SIGMOID, TANH
from helpers.gradient_check import numerical_gradients, relative_difference
from helpers.gradient_descent import update
from helpers.losses import cost


def initialize(n_x, n_h, n_y, rng):
    """Return [(W1, b1), (W2, b2)]: weights small and random, biases zero.

    W1 is (n_h, n_x) and W2 is (n_y, n_h): entries drawn by rng.normal, times 0.01.
    b1 is (n_h, 1) and b2 is (n_y, 1).
    """
    W1 = 0.01 * rng.normal(size=(n_h, n_x))
    W2 = 0.01 * rng.normal(size=(n_y, n_h))
    return [(W1, np.zeros((n_h, 1))), (W2, np.zeros((n_y, 1)))]


def forward(X, parameters, hidden=TANH, output=SIGMOID):
    """Return (A2, cache): the outputs, (n_y, m), and cache = (Z1, A1, A2) for backward.

    Z1 = W1 X + b1, A1 = g1(Z1), Z2 = W2 A1 + b2, A2 = g2(Z2).
    X is (n_x, m), all m columns at once; g1 is hidden.value and g2 is output.value.
    """
    (W1, b1), (W2, b2) = parameters
    Z1 = W1 @ X + b1
    A1 = hidden.value(Z1)
    Z2 = W2 @ A1 + b2
    A2 = output.value(Z2)
    return A2, (Z1, A1, A2)


def backward(X, Y, parameters, cache, hidden=TANH):
    """Return [(dW1, db1), (dW2, db2)], the gradient of the cost, shaped like the parameters.

    X is (n_x, m), Y is (n_y, m), cache = (Z1, A1, A2) comes from forward. Start at the output.
    dW and db are slopes of the cost, a mean over the m examples; g1′ is hidden.derivative.
    """
    m = X.shape[1]
    Z1, A1, A2 = cache
    W2, b2 = parameters[1]
    dZ2 = A2 - Y
    dW2 = dZ2 @ A1.T / m
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m
    dZ1 = (W2.T @ dZ2) * hidden.derivative(Z1)
    dW1 = dZ1 @ X.T / m
    db1 = np.sum(dZ1, axis=1, keepdims=True) / m
    return [(dW1, db1), (dW2, db2)]


def gradient_and_cost(X, Y, parameters, hidden=TANH):
    """Return (gradients, cost) of one pass forward and back; X is (n_x, m) and Y is (n_y, m)."""
    A2, cache = forward(X, parameters, hidden)
    return backward(X, Y, parameters, cache, hidden), cost(A2, Y)


def gradient_gap(X, Y, parameters, gradients):
    """Return the largest relative difference between `gradients` and numerical ones.

    Compare W1, b1, W2 and b2. gradients is [(dW1, db1), (dW2, db2)], as backward returns it for
    X, (n_x, m), and Y, (n_y, m), with tanh.
    numerical_gradients(f, parameters) nudges every entry of f's argument and returns a list of
    the same form; here f is the cost after forward.
    relative_difference(dW, numerical dW) compares two arrays.
    """
    numerical = numerical_gradients(lambda p: cost(forward(X, p)[0], Y), parameters)
    gaps = []
    for ours, theirs in zip(gradients, numerical, strict=True):
        gaps.append(relative_difference(ours[0], theirs[0]))
        gaps.append(relative_difference(ours[1], theirs[1]))
    return max(gaps)


def train_shallow(X, Y, parameters, learning_rate, iterations, hidden=TANH):
    """Return (parameters, costs) after `iterations` steps of gradient descent from parameters.

    X is (n_x, m), Y is (n_y, m). Each iteration: forward, note the cost, backward, update.
    costs is a list with one number an iteration, the cost before that iteration's update.
    The parameters that came in stay as they are.
    """
    costs = []
    for _ in range(iterations):
        A2, cache = forward(X, parameters, hidden)
        costs.append(cost(A2, Y))
        gradients = backward(X, Y, parameters, cache, hidden)
        parameters = update(parameters, gradients, learning_rate)
    return parameters, costs


def predict(X, parameters, hidden=TANH):
    """Return the predicted labels, (n_y, m): 1 where the output is above ½, else 0."""
    A2, _ = forward(X, parameters, hidden)
    return (A2 > 0.5).astype(int)


def collapse(W1, b1, W2, b2):
    """Return (W, b) of the single layer W x + b that equals W2 (W1 x + b1) + b2 for every x.

    W1 is (n_h, n_x), b1 is (n_h, 1), W2 is (n_y, n_h), b2 is (n_y, 1).
    So W is (n_y, n_x) and b is (n_y, 1).
    """
    return W2 @ W1, W2 @ b1 + b2
