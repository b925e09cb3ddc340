"""Judging first parameters: shapes and sizes, whatever random numbers were drawn."""

import numpy as np

from helpers.engine.check import Seeded
from helpers.exercises.layers import form_of_layers
from helpers.exercises.paper import seeded


def starts(rng):
    """Yield (note, layer sizes, generator) from one layer to wide ones.

    No scale suits two neighbors among the wide layers.
    """
    yield "one layer", [3, 1], Seeded(0)
    yield "one of each", [1, 1, 1], seeded(rng)
    yield "two layers", [2, int(rng.integers(4, 8)), 1], seeded(rng)
    yield "five layers", [int(n) for n in rng.integers(2, 8, 6)], seeded(rng)
    yield "wide layers", [int(n) for n in rng.permutation([20, 40, 80])] + [60], seeded(rng)


def judge_start(expected, actual, deviation):
    """Return what is wrong with parameters, or None; deviation(n_previous) is the standard deviation of W."""
    if complaint := form_of_layers(actual, len(expected)):
        return complaint
    for layer, ((W, b), (right_W, right_b)) in enumerate(zip(actual, expected, strict=True), 1):
        for name, array, right in (("W", W, right_W), ("b", b, right_b)):
            if np.shape(array) != right.shape:
                return f"{name}{layer} has shape {np.shape(array)}; expected {right.shape}."
        if np.any(b):
            return f"b{layer} is not zero."
        if complaint := judge_weights(f"W{layer}", np.asarray(W), deviation(right_W.shape[1])):
            return complaint
    return None


def judge_weights(name, W, deviation):
    """Return what is wrong with the weights of a layer, or None."""
    if not np.all(np.isfinite(W)) or np.any(W == 0):
        return f"{name} has entries that are zero or not finite."
    if len(np.unique(W)) < W.size:
        return f"{name} has the same number twice: every weight needs a draw of its own."
    if np.abs(W).max() > 6 * deviation:
        return f"The largest entry of {name} is {np.abs(W).max():.2g}; expected sizes around {deviation:.2g}."
    if W.size >= 500 and not 0.85 < np.std(W) / deviation < 1.15:
        return f"The standard deviation of {name} is {np.std(W):.3g}; expected about {deviation:.3g}."
    if W.size >= 500 and abs(np.mean(W)) > 0.3 * deviation:
        return f"The mean of {name} is {np.mean(W):.2g}; expected about 0."
    return None
