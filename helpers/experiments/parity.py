"""Learning the parity of 8 bits: one to four hidden layers with the same number of parameters, ten seeds.

Every depth may choose the best of four learning rates; all 256 strings are shown, so this is about learning a
function at all, not about strings never seen.
"""

import numpy as np

from helpers.activations import RELU, TANH
from helpers.deep_network import gradient_and_cost, predict
from helpers.gradient_descent import train
from helpers.initialization import parameter_count, scaled
from helpers.parity import parity_examples

BITS, ITERATIONS = 8, 5000
BUDGETS = (81, 300)
HIDDEN = {"relu": (RELU, 2), "tanh": (TANH, 1)}


def jobs():
    """Return the settings: budget of parameters, activation, depth, learning rate, seed."""
    return [
        {"budget": budget, "hidden": hidden, "depth": depth, "learning_rate": learning_rate, "seed": seed}
        for budget in BUDGETS
        for hidden in HIDDEN
        for depth in (1, 2, 3, 4)
        for learning_rate in (0.03, 0.1, 0.3, 1.0)
        for seed in range(10)
    ]


def measure(budget, hidden, depth, learning_rate, seed, iterations=ITERATIONS):
    """Return the layer sizes, the number of parameters and the accuracy on all 256 strings."""
    X, Y = parity_examples(BITS)
    X = 2 * X - 1
    activation, gain = HIDDEN[hidden]
    sizes = layer_sizes(depth, budget)
    start = scaled(sizes, np.random.default_rng(seed), gain)
    parameters, _ = train(start, lambda p: gradient_and_cost(X, Y, p, activation), learning_rate, iterations)
    right = np.mean(predict(X, parameters, activation) == Y)
    return {"layer_sizes": sizes, "parameters": parameter_count(sizes), "accuracy": round(float(right), 4)}


def layer_sizes(depth, budget, n=BITS):
    """Return the largest [n, width, ..., width, 1] with `depth` hidden layers and at most `budget` parameters."""
    width = 1
    while parameter_count([n] + [width + 1] * depth + [1]) <= budget:
        width += 1
    return [n] + [width] * depth + [1]
