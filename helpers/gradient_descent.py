"""Gradient descent for any network whose parameters are a list of layers [(W1, b1), (W2, b2), ...].

On all examples at once, or in mini-batches: many small steps in an epoch, which is one pass over all examples.
The `..._steps` functions are generators, so that a plot or a playground can watch, stop, and go on later.
Not here: what the network computes. That is a function `gradient_and_cost`, passed in.
"""

from typing import NamedTuple

import numpy as np

from helpers.splits import mini_batches


class Step(NamedTuple):
    """Where training is: the iterations or epochs done, the parameters at this point, and the cost."""

    iteration: int
    parameters: list
    cost: float


def update(parameters, gradients, learning_rate):
    """Return new parameters, one step downhill: W − α dW and b − α db in every layer.

    α is the learning rate. The arrays that came in stay as they are.
    parameters is [(W1, b1), (W2, b2), ...]; gradients is [(dW1, db1), (dW2, db2), ...], in the
    same shapes.
    """
    return [
        (W - learning_rate * dW, b - learning_rate * db)
        for (W, b), (dW, db) in zip(parameters, gradients, strict=True)
    ]


def gradient_descent_steps(parameters, gradient_and_cost, learning_rate, start=0):
    """Yield a `Step` before every update, without end: step `start` holds the parameters that came in.

    `gradient_and_cost(parameters)` returns (gradients, cost). To go on later, call again with the last step's
    parameters, and its iteration as `start`.
    """
    iteration = start
    while True:
        gradients, cost = gradient_and_cost(parameters)
        yield Step(iteration, parameters, cost)
        parameters = update(parameters, gradients, learning_rate)
        iteration += 1


def train(parameters, gradient_and_cost, learning_rate, iterations, start=0, watch=None):
    """Return (parameters, costs) after `iterations` steps; costs holds the cost before each.

    `gradient_and_cost(parameters)` returns (gradients, cost). `watch(step)`, if given, sees every `Step` and ends
    the training early, as if fewer iterations had been asked for, by returning True.
    """
    costs = []
    for step in gradient_descent_steps(parameters, gradient_and_cost, learning_rate, start):
        if len(costs) == iterations or (watch is not None and watch(step)):
            return step.parameters, costs
        costs.append(step.cost)


def mini_batch_steps(X, Y, parameters, gradient_and_cost, size, learning_rate, rng):
    """Yield a `Step` after every epoch, without end: the epochs done, the parameters, the epoch's mean cost.

    X is (n_x, m), Y is (n_y, m), and a mini-batch has `size` columns.
    `gradient_and_cost(X, Y, parameters)` returns (gradients, cost).
    """
    epoch = 0
    while True:
        costs = []
        for X_batch, Y_batch in mini_batches(X, Y, size, rng):
            gradients, cost = gradient_and_cost(X_batch, Y_batch, parameters)
            parameters = update(parameters, gradients, learning_rate)
            costs.append(cost)
        epoch += 1
        yield Step(epoch, parameters, np.mean(costs))


def train_in_batches(X, Y, parameters, gradient_and_cost, size, learning_rate, epochs, rng, watch=None):
    """Return (parameters, costs) after `epochs` epochs of mini-batches; costs holds the mean cost of each.

    X is (n_x, m), Y is (n_y, m). `gradient_and_cost(X, Y, parameters)` returns (gradients, cost).
    `watch(step)`, if given, sees every epoch's `Step` and ends the training early by returning True.
    """
    costs = []
    for step in mini_batch_steps(X, Y, parameters, gradient_and_cost, size, learning_rate, rng):
        costs.append(step.cost)
        stopped = watch is not None and watch(step)
        if stopped or len(costs) == epochs:
            return step.parameters, costs
