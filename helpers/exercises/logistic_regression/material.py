"""What the cases of this notebook are made of: neurons, examples, outputs with labels."""

import numpy as np

from helpers.exercises.paper import biases, numbers, shares, weights


def neuron(rng, n_x):
    """Return w, (n_x, 1), and b, a number."""
    return {"w": weights(rng, n_x, 1), "b": biases(rng)}


def examples(rng, n_x, m):
    """Return X, (n_x, m), and Y, (1, m), with a 1 and a 0 where there are two."""
    Y = rng.integers(0, 2, size=(1, m)).astype(float)
    Y[0, :2] = [1.0, 0.0][: min(m, 2)]
    return {"X": numbers(rng, n_x, m), "Y": Y}


def outputs(rng, m):
    """Return A, (1, m), well inside 0 and 1, and labels Y, (1, m)."""
    return {"A": shares(rng, 1, m), "Y": examples(rng, 1, m)["Y"]}


def bowl(theta):
    """Return Σ θ², a number: its gradient is 2θ."""
    return float(np.sum(np.asarray(theta) ** 2))


def cubes(theta):
    """Return Σ θ³, a number: its gradient is 3θ². A wide nudge ε gives 3θ² + ε²."""
    return float(np.sum(np.asarray(theta) ** 3))


def waves(theta):
    """Return Σ sin(3θ) + θ³, a number: its gradient is 3 cos(3θ) + 3θ²."""
    theta = np.asarray(theta)
    return float(np.sum(np.sin(3 * theta) + theta**3))


def products(theta):
    """Return the sum of all products of two entries, a number; every entry's slope depends on the others."""
    return float(np.sum(theta) ** 2)


def square(theta):
    """Return θ², a number: its slope is 2θ."""
    return theta**2


def cube(theta):
    """Return θ³, a number: its slope is 3θ²."""
    return theta**3
