"""How many hidden units: petals with 1 to 50 tanh units, ten starts each, judged on fresh examples."""

import numpy as np

from helpers.datasets import load_planar
from helpers.gradient_descent import train
from helpers.shallow_network import gradient_and_cost, initialize, predict


def jobs():
    """Return the settings: hidden units, seed of the start."""
    return [{"n_h": n_h, "seed": seed} for n_h in (1, 2, 3, 4, 5, 20, 50) for seed in range(10)]


def measure(n_h, seed, learning_rate=1.2, iterations=5000):
    """Return the last cost and the accuracies on the 400 training and the 400 test examples."""
    petals = load_planar("petals")
    X, Y = petals.X_train, petals.Y_train
    start = initialize(2, n_h, 1, np.random.default_rng(seed))
    parameters, costs = train(start, lambda p: gradient_and_cost(X, Y, p), learning_rate, iterations)
    on_train = np.mean(predict(X, parameters) == Y)
    on_test = np.mean(predict(petals.X_test, parameters) == petals.Y_test)
    return {"cost": float(costs[-1]), "train": float(on_train), "test": float(on_test)}
