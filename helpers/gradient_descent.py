"""Gradient descent for any network whose parameters are a list of layers [(W1, b1), (W2, b2), ...].

`descend` yields every step, so that a plot, a progress bar or a playground can watch, stop, and go on later.
Not here: what the network computes. That is a function parameters → (gradients, cost), passed in.
"""

from typing import NamedTuple


class Step(NamedTuple):
    """Where training is: the iterations done, the parameters at this point, and their cost."""

    iteration: int
    parameters: list
    cost: float


def update(parameters, gradients, learning_rate):
    """Return new parameters, one step downhill: W − α dW and b − α db in every layer, α the
    learning rate.

    parameters: [(W1, b1), (W2, b2), ...]; gradients: [(dW1, db1), (dW2, db2), ...] in the same
    shapes.
    The arrays that came in stay as they are.
    """
    return [
        (W - learning_rate * dW, b - learning_rate * db)
        for (W, b), (dW, db) in zip(parameters, gradients, strict=True)
    ]


def descend(parameters, propagate, learning_rate, start=0):
    """Yield a `Step` before every update, without end: step `start` holds the parameters that came in.

    `propagate(parameters)` returns (gradients, cost). To go on later, call again with the last step's
    parameters, and its iteration as `start`.
    """
    iteration = start
    while True:
        gradients, cost = propagate(parameters)
        yield Step(iteration, parameters, cost)
        parameters = update(parameters, gradients, learning_rate)
        iteration += 1


def train(parameters, propagate, learning_rate, iterations, start=0, watch=None):
    """Return (parameters, costs) after so many iterations of `descend`; costs holds the cost before each.

    `watch(step)`, if given, sees every step; training ends early, as if asked for fewer iterations,
    when it returns True.
    """
    costs = []
    for step in descend(parameters, propagate, learning_rate, start):
        if len(costs) == iterations or (watch is not None and watch(step)):
            return step.parameters, costs
        costs.append(step.cost)
