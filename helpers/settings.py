"""A setting: all hyperparameters of a classifier in one dict, and the network that it trains.

Not here: which setting is best (`helpers.search`).
"""

from helpers.activations import LEAKY_RELU, RELU, SIGMOID, TANH
from helpers.classifier import class_accuracy, train_classifier

HIDDEN = {g.name: g for g in (RELU, TANH, SIGMOID, LEAKY_RELU)}
BASE = {"learning_rate": 0.05, "epochs": 10, "layers": 1, "units": 64, "hidden": "relu", "size": 64}


def sizes_of(setting, n_x, n_y):
    """Return the layer sizes [n_x, ..., n_y] of a setting: `layers` hidden layers of `units` units each."""
    return [n_x, *[int(setting["units"])] * int(setting["layers"]), n_y]


def train_setting(X, Y, setting, rng, watch=None):
    """Return the parameters that a setting leads to; X is (n_x, m) and Y is one-hot, (n_y, m).

    A hyperparameter that the setting does not name is the one of `BASE`. `watch(step)` sees every epoch.
    """
    s = {**BASE, **setting}
    sizes, hidden = sizes_of(s, X.shape[0], Y.shape[0]), HIDDEN[s["hidden"]]
    return train_classifier(X, Y, sizes, s["learning_rate"], s["epochs"], s["size"], rng, hidden, watch)[0]


def score_setting(train, validation, setting, rng):
    """Return the validation accuracy of a setting: a number.

    train is (X, Y) with Y one-hot; validation is (X, labels) with labels (1, m).
    """
    hidden = HIDDEN[{**BASE, **setting}["hidden"]]
    return class_accuracy(*validation, train_setting(*train, setting, rng), hidden)
