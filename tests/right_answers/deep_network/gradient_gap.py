"""Right answers written differently."""

import numpy as np

from helpers.activations import RELU
from helpers.deep_network import backward, forward
from helpers.gradient_check import numerical_gradients, relative_difference
from helpers.losses import cost, cost_from_logits


def with_a_loop(X, Y, parameters, gradients, hidden=RELU):
    numerical = numerical_gradients(lambda p: cost(forward(X, p, hidden)[0], Y), parameters)
    largest = 0
    for (dW, db), (nW, nb) in zip(gradients, numerical, strict=True):
        largest = max(largest, relative_difference(dW, nW), relative_difference(db, nb))
    return largest


def with_logits(X, Y, parameters, gradients, hidden=RELU):
    def f(theta):
        return cost_from_logits(forward(X, theta, hidden)[1][-1][2], Y)

    numerical = numerical_gradients(f, parameters)
    return np.max(
        [relative_difference(gradients[i][k], numerical[i][k]) for i in range(len(gradients)) for k in (0, 1)]
    )


def arguments_swapped(X, Y, parameters, gradients, hidden=RELU):
    numerical = numerical_gradients(lambda p: cost(forward(X, p, hidden)[0], Y), parameters)
    return max(max(map(relative_difference, n, g)) for n, g in zip(numerical, gradients, strict=True))


def as_an_array(X, Y, parameters, gradients, hidden=RELU):
    def f(theta):
        A = X
        for W, b in theta[:-1]:
            A = hidden.value(W @ A + b)
        W, b = theta[-1]
        return cost_from_logits(W @ A + b, Y)

    numerical = numerical_gradients(f, parameters)
    pairs = zip(sum(map(list, gradients), []), sum(map(list, numerical), []), strict=True)
    return np.array(max(relative_difference(a, b) for a, b in pairs))


def by_its_own_referee(X, Y, parameters, gradients, hidden=RELU):
    AL, caches = forward(X, parameters, hidden)
    trusted = backward(AL, Y, caches, hidden)
    return float(
        max(
            relative_difference(a, b)
            for layer, other in zip(gradients, trusted, strict=True)
            for a, b in zip(layer, other, strict=True)
        )
    )
