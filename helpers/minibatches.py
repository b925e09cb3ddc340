"""Mini-batches: many small steps an epoch instead of one large one.

An epoch is one pass over all m examples. Not here: what the network computes; that is a function
(X, Y, parameters) → (gradients, cost), passed in.
"""

import numpy as np

from helpers.gradient_descent import Step, update


def mini_batches(X, Y, size, rng):
    """Return a list of (X_batch, Y_batch): all m examples in random order, `size` at a time.

    X is (n_x, m) and Y is (n_y, m); a column of X and its column of Y stay together. Every
    example is in exactly one batch; the last batch is smaller when `size` does not divide m.
    Draw the order from rng.
    """
    order = rng.permutation(X.shape[1])
    starts = range(0, X.shape[1], size)
    return [(X[:, order[s : s + size]], Y[:, order[s : s + size]]) for s in starts]


def descend_in_batches(X, Y, parameters, propagate, size, learning_rate, rng):
    """Yield a `Step` an epoch, without end: the epochs done, the parameters then, the epoch's mean cost.

    X is (n_x, m) and Y is (n_y, m). `propagate(X, Y, parameters)` returns (gradients, cost).
    """
    epoch = 0
    while True:
        costs = []
        for X_batch, Y_batch in mini_batches(X, Y, size, rng):
            gradients, cost = propagate(X_batch, Y_batch, parameters)
            parameters = update(parameters, gradients, learning_rate)
            costs.append(cost)
        epoch += 1
        yield Step(epoch, parameters, np.mean(costs))


def train_in_batches(X, Y, parameters, propagate, size, learning_rate, epochs, rng, watch=None):
    """Return (parameters, costs) after so many epochs; costs holds the mean cost of each.

    X is (n_x, m) and Y is (n_y, m). `watch(step)`, if given, sees every epoch's `Step` and ends the training
    early by returning True.
    """
    costs = []
    for step in descend_in_batches(X, Y, parameters, propagate, size, learning_rate, rng):
        costs.append(step.cost)
        stopped = watch is not None and watch(step)
        if stopped or len(costs) == epochs:
            return step.parameters, costs
