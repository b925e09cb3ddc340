"""Four ways to step, each at several learning rates: ten epochs on 8,000 photographs of clothes, three draws.

A draw decides which 2,000 of the 10,000 validate, and the seed of weights and mini-batches. None of these draws is
one of `helpers.experiments.smaller_gap`, whose rates are those that are best here.
"""

import numpy as np

from helpers.experiments.smaller_gap import photographs, scores
from helpers.optimizers import OPTIMIZERS
from helpers.regularized_network import Recipe, train_recipe

RATES = {
    "descent": (0.03, 0.1, 0.3, 1.0),
    "momentum": (0.03, 0.1, 0.3, 1.0),
    "RMSProp": (0.0001, 0.0003, 0.001, 0.003, 0.01),
    "Adam": (0.0001, 0.0003, 0.001, 0.003, 0.01),
}
DRAWS = (5, 6, 7)


def jobs():
    """Return one job for every optimizer, rate and draw."""
    return [
        {"optimizer": name, "rate": rate, "draw": draw}
        for name, rates in RATES.items()
        for rate in rates
        for draw in DRAWS
    ]


def measure(optimizer, rate, draw, epochs=10):
    """Return cost and accuracy on both parts after ten epochs."""
    (X, Y), validation, _ = photographs(draw)
    recipe = Recipe(optimizer=OPTIMIZERS[optimizer], learning_rate=rate, epochs=epochs)
    parameters = train_recipe(X, Y, recipe, np.random.default_rng(draw))
    return scores((X, Y), parameters, "training") | scores(validation, parameters, "validation")
