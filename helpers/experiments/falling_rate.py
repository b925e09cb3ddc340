"""The falling rate of notebook 08 from 0.1 and from 0.3, against a rate that stays at 0.1: eight draws, 40 epochs.

The training is that of `helpers.experiments.smaller_gap`, and draws 0 to 4 are those of its table; on them the larger
rate was found. Draws 11, 12 and 13 were dealt after that.
"""

import numpy as np

from helpers.experiments.smaller_gap import PLAIN, photographs, scores
from helpers.regularized_network import train_recipe

ARMS = {
    "stays at 0.1": PLAIN,
    "falls from 0.1": PLAIN._replace(falls=True),
    "falls from 0.3": PLAIN._replace(falls=True, learning_rate=0.3),
}
DRAWS = (11, 12, 13, 0, 1, 2, 3, 4)


def jobs():
    """Return one job for every draw and arm."""
    return [{"draw": draw, "arm": arm} for draw in DRAWS for arm in ARMS]


def measure(draw, arm):
    """Return the cost and the accuracy on both parts at the end."""
    train, validation, mean = photographs(draw)
    parameters = train_recipe(*train, ARMS[arm], np.random.default_rng(draw), mean)
    return scores(train, parameters, "training") | scores(validation, parameters, "validation")
