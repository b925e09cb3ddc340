"""Several ideas of notebook 08 together: candidates for its best network, on the photographs of clothes, three draws.

A larger network, Adam with a falling rate, forty epochs; one idea is added after the other. A draw decides which
2,000 of the 10,000 photographs validate, and the seed. The test part is not opened.
"""

import numpy as np

from helpers.experiments.smaller_gap import photographs, scores
from helpers.optimizers import ADAM
from helpers.regularized_network import Recipe, train_recipe

START = Recipe(units=(256,), learning_rate=0.003, epochs=40, size=128, optimizer=ADAM, falls=True)
SHIFTS = START._replace(shift=1)
DROPOUT = SHIFTS._replace(keep=0.8)
CANDIDATES = {
    "Adam, falling rate": START,
    "and shifts": SHIFTS,
    "and shifts, dropout": DROPOUT,
    "and shifts, dropout, decay": DROPOUT._replace(decay=3e-4),
    "and shifts, dropout, batch normalization": DROPOUT._replace(batchnorm=True),
    "and all four": DROPOUT._replace(decay=3e-4, batchnorm=True),
}
DRAWS = (5, 6, 7)


def jobs():
    """Return one job for every candidate and draw."""
    return [{"candidate": name, "draw": draw} for draw in DRAWS for name in CANDIDATES]


def measure(candidate, draw):
    """Return cost and accuracy on both parts at the end."""
    train, validation, mean = photographs(draw)
    parameters = train_recipe(*train, CANDIDATES[candidate], np.random.default_rng(draw), mean)
    return scores(train, parameters, "training") | scores(validation, parameters, "validation")
