"""Inputs for the exercises of vectorization: pictures, examples, weights."""

import numpy as np

from helpers.exercises.paper import biases, numbers, weights


def pictures(rng, *shape):
    """Return uint8 images of the given shape (m, h, w) or (m, h, w, c)."""
    return rng.integers(0, 256, size=shape).astype(np.uint8)


def examples(rng, n_x, m):
    """Return {"X": (n_x, m), "Y": (1, m)} with both labels where m allows it."""
    Y = (rng.random((1, m)) < 0.5).astype(int)
    Y[0, : min(m, 2)] = [1, 0][: min(m, 2)]
    return {"X": numbers(rng, n_x, m), "Y": Y}


def neuron(rng, n_x):
    """Return {"w": (n_x, 1), "b": a number} of ordinary size."""
    return {"w": weights(rng, n_x, 1), "b": biases(rng)}
