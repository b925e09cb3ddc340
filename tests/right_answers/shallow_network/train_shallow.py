"""The training loop written differently."""

import numpy as np

from helpers.activations import TANH
from helpers.gradient_descent import gradient_descent_steps, train, update
from helpers.losses import cost
from helpers.shallow_network import backward, forward, gradient_and_cost


def named_loop(X, Y, parameters, learning_rate, iterations, hidden=TANH):
    costs = []
    for _iteration in range(iterations):
        A2, cache = forward(X, parameters, hidden=hidden)
        J = cost(A2, Y)
        gradients = backward(X, Y, parameters, cache, hidden=hidden)
        parameters = update(parameters, gradients, learning_rate)
        costs.append(J)
    return parameters, costs


def while_loop(X, Y, parameters, learning_rate, iterations, hidden=TANH):
    costs = []
    while len(costs) < iterations:
        A2, cache = forward(X, parameters, hidden)
        costs += [float(cost(A2, Y))]
        parameters = update(parameters, backward(X, Y, parameters, cache, hidden), learning_rate)
    return [parameters, costs]


def costs_in_an_array(X, Y, parameters, learning_rate, iterations, hidden=TANH):
    costs = np.zeros(iterations)
    for i in range(iterations):
        A2, cache = forward(X, parameters, hidden)
        costs[i] = cost(A2, Y)
        gradients = backward(X, Y, parameters, cache, hidden)
        parameters = [
            (W - learning_rate * dW, b - learning_rate * db)
            for (W, b), (dW, db) in zip(parameters, gradients, strict=True)
        ]
    return parameters, costs


def with_the_helper(X, Y, parameters, learning_rate, iterations, hidden=TANH):
    return train(parameters, lambda p: gradient_and_cost(X, Y, p, hidden), learning_rate, iterations)


def with_the_generator(X, Y, parameters, learning_rate, iterations, hidden=TANH):
    costs = []
    for step in gradient_descent_steps(
        parameters, lambda p: gradient_and_cost(X, Y, p, hidden), learning_rate
    ):
        parameters = step.parameters
        if step.iteration == iterations:
            break
        costs.append(step.cost)
    return parameters, costs
