"""Random search over hyperparameters: draw settings, train each, keep the best.

A setting is a dict {hyperparameter: value}; its score is a number, higher is better: the validation accuracy.
`random_search` does not know what it searches: setting → score is a function, passed in.
Not here: a search that can be interrupted (`helpers.experiments.resumable_search`).
"""

import numpy as np

from helpers.activations import LEAKY_RELU, RELU, SIGMOID, TANH
from helpers.classifier import class_accuracy, train_classifier

HIDDEN = {g.name: g for g in (RELU, TANH, SIGMOID, LEAKY_RELU)}
BASE = {"learning_rate": 0.05, "epochs": 10, "layers": 1, "units": 64, "hidden": "relu", "size": 64}


def log_uniform(low, high, n, rng):
    """Return n random numbers between low and high, each order of magnitude equally likely.

    The result is an array (n,). Draw the exponents uniformly between log10(low) and log10(high)
    with rng, then raise 10 to them.
    """
    return 10 ** rng.uniform(np.log10(low), np.log10(high), n)


def random_search(choices, evaluate, trials, rng):
    """Return a list of (score, setting) pairs, one for each trial, the highest score first.

    choices is a dict {hyperparameter: list of values}. A setting is a dict with one of the
    values for each hyperparameter, drawn by rng.choice anew in each trial; evaluate(setting)
    returns its score, a number.
    """
    settings = [{name: rng.choice(values) for name, values in choices.items()} for _ in range(trials)]
    results = [(evaluate(setting), setting) for setting in settings]
    return sorted(results, key=lambda result: result[0], reverse=True)


def rehearsal_score(setting):
    """Return a made-up score, at once: highest, 0.9, at a learning rate of 0.1, and better with more units.

    For rehearsing a search before paying for one.
    """
    miss = np.log10(setting["learning_rate"]) + 1
    return float(0.9 * np.exp(-0.3 * miss**2) - 0.8 / (setting["units"] + 8))


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


def report(validation_scores, test_scores):
    """Return (k, score): the setting chosen, and the accuracy that may be reported for it.

    Both inputs are (settings, seeds). k is the row with the highest mean validation accuracy
    over the seeds; the score is the mean test accuracy of row k. The test scores have no say in
    the choice.
    """
    k = np.argmax(np.mean(validation_scores, axis=1))
    return k, np.mean(test_scores[k])
