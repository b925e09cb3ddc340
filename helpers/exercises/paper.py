"""Random numbers for cases that can be followed on paper: whole or with one decimal, as long as there are few of them.

A product of whole inputs and even tenths, plus a bias of odd tenths, is never 0: no case stands on a threshold.
"""

import numpy as np

from helpers.engine.check import Seeded

FEW = 12  # entries of an array that somebody calculates with


def numbers(rng, *shape):
    """Return an array of inputs: whole numbers from −3 to 3 without 0 if they are few, else normal ones."""
    return signed(rng, (1, 2, 3), shape) if np.prod(shape) <= FEW else rng.normal(size=shape)


def weights(rng, *shape):
    """Return an array of weights: even tenths from −1 to 1 without 0 if they are few, else small ones."""
    return (
        signed(rng, (2, 4, 6, 8, 10), shape) / 10 if np.prod(shape) <= FEW else 0.5 * rng.normal(size=shape)
    )


def biases(rng, *shape):
    """Return an array of biases, odd tenths from −1 to 1; without a shape, one number."""
    return signed(rng, (1, 3, 5, 7, 9), shape) / 10 if shape else float(biases(rng, 1)[0])


def shares(rng, *shape):
    """Return an array of outputs: tenths from 0.1 to 0.9 if they are few, else uniform between 0.05 and 0.95."""
    if np.prod(shape) <= FEW:
        return rng.integers(1, 10, size=shape) / 10
    return rng.uniform(0.05, 0.95, size=shape)


def seeded(rng):
    """Return a generator as an argument, its seed of two digits drawn."""
    return Seeded(int(rng.integers(10, 100)))


def signed(rng, sizes, shape):
    """Return an array of the given sizes, drawn with repetition, with random signs."""
    return rng.choice(sizes, size=shape) * rng.choice((-1.0, 1.0), size=shape)
