"""The gradient check of a whole network: every number in every W and b, moved a little up and down.

Slow on purpose, two passes forward a number: for networks of tens of numbers, not of thousands.
"""

from helpers.activations import RELU
from helpers.deep_network import forward
from helpers.gradient_check import numerical_gradients, relative_difference
from helpers.losses import cost


def check_gradients(gradients, X, Y, parameters, hidden=RELU):
    """Return the largest relative difference between gradients and numerical ones, over every dW and every db.

    gradients is [(dW1, db1), ...], in the shapes of parameters. The numerical ones are
    numerical_gradients(f, parameters), where f(parameters) is the cost of the network on X and Y;
    relative_difference(a, b) compares two arrays.
    """

    def f(parameters):
        AL, _ = forward(X, parameters, hidden)
        return cost(AL, Y)

    numerical = numerical_gradients(f, parameters)
    return max(
        relative_difference(ours, theirs)
        for layer, numerical_layer in zip(gradients, numerical, strict=True)
        for ours, theirs in zip(layer, numerical_layer, strict=True)
    )
