"""Right answers written differently."""

import numpy as np

from helpers.activations import RELU
from helpers.deep_network import backward, forward, gradient_and_cost
from helpers.gradient_descent import train, update
from helpers.losses import cost_from_logits


def by_the_generator(X, Y, parameters, learning_rate, iterations, hidden=RELU):
    return train(parameters, lambda p: gradient_and_cost(X, Y, p, hidden), learning_rate, iterations)


def costs_from_logits(X, Y, parameters, learning_rate, iterations, hidden=RELU):
    costs = []
    while len(costs) < iterations:
        AL, caches = forward(X, parameters, hidden)
        costs.append(cost_from_logits(caches[-1][2], Y))
        parameters = update(parameters, backward(AL, Y, caches, hidden), learning_rate)
    return parameters, costs


def costs_in_an_array(X, Y, parameters, learning_rate, iterations, hidden=RELU):
    costs = np.zeros(iterations)
    for i in range(iterations):
        gradients, costs[i] = gradient_and_cost(X, Y, parameters, hidden)
        parameters = update(parameters, gradients, learning_rate)
    return parameters, list(costs)


def update_written_out(X, Y, parameters, learning_rate, iterations, hidden=RELU):
    parameters = [(W.copy(), b.copy()) for W, b in parameters]
    costs = []
    for _ in range(iterations):
        gradients, now = gradient_and_cost(X, Y, parameters, hidden)
        costs.append(float(now))
        for (W, b), (dW, db) in zip(parameters, gradients, strict=True):
            W -= learning_rate * dW
            b -= learning_rate * db
    return parameters, costs


def one_step_and_the_rest(X, Y, parameters, learning_rate, iterations, hidden=RELU):
    if iterations == 0:
        return parameters, []
    gradients, now = gradient_and_cost(X, Y, parameters, hidden)
    after = [
        [W - learning_rate * dW, b - learning_rate * db]
        for (W, b), (dW, db) in zip(parameters, gradients, strict=True)
    ]
    end, costs = one_step_and_the_rest(X, Y, after, learning_rate, iterations - 1, hidden)
    return end, [now, *costs]


def costs_as_an_array(X, Y, parameters, learning_rate, iterations, hidden=RELU):
    costs = np.zeros(iterations)
    for i in range(iterations):
        AL, caches = forward(X, parameters, hidden)
        costs[i] = cost_from_logits(caches[-1][2], Y)
        parameters = update(parameters, backward(AL, Y, caches, hidden), learning_rate)
    return [parameters, costs]
