"""How many hidden units: petals with 1 to 50 tanh units, ten draws of the data with a start each.

Every draw has its own 400 examples to train with and its own 10,000 to test with, so that neither one set of test
examples nor one set of training examples decides.
"""

import numpy as np

from helpers.datasets.planar import petals
from helpers.gradient_descent import train
from helpers.shallow_network import gradient_and_cost, initialize, predict


def jobs():
    """Return the settings: hidden units, draw of the data and of the start."""
    return [{"n_h": n_h, "draw": draw} for n_h in (1, 2, 3, 4, 5, 20, 50) for draw in range(10)]


def measure(n_h, draw, learning_rate=1.2, iterations=5000):
    """Return the last cost and the accuracies on the 400 training and the 10,000 test examples."""
    X, Y = petals(400, np.random.default_rng(draw))
    X_test, Y_test = petals(10_000, np.random.default_rng(1000 + draw))
    start = initialize(2, n_h, 1, np.random.default_rng(draw))
    parameters, costs = train(start, lambda p: gradient_and_cost(X, Y, p), learning_rate, iterations)
    on_train = np.mean(predict(X, parameters) == Y)
    on_test = np.mean(predict(X_test, parameters) == Y_test)
    return {"cost": round(float(costs[-1]), 4), "train": float(on_train), "test": float(on_test)}
