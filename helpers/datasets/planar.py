"""Points of the plane in two classes, generated: the data that one straight line cannot separate.

Every generator takes the number of points m and an rng and returns X, (2, m), and Y, (1, m), of 0 and 1;
half of the points (up to one) are of each class, in random order.
Not here: the stored points of `data/planar.h5`, which these functions made (`helpers.datasets.load_planar`).
"""

import numpy as np


def shuffled(X, Y, rng):
    """Return X, (2, m), and Y, (m,), as columns in one random order: shapes (2, m) and (1, m)."""
    order = rng.permutation(X.shape[1])
    return X[:, order], Y[np.newaxis, order]


def polar(radius, angle):
    """Return the points, (2, m), at these radii and angles, both (m,)."""
    return np.stack([radius * np.cos(angle), radius * np.sin(angle)])


def petals(m, rng):
    """Return X, (2, m), and Y, (1, m): a flower of eight petals, four of each class.

    The curve r = 4 sin(4 t) with noise in r and t: class 0 is drawn in the first half turn of t, class 1 in the
    second. Where r is negative the point lies on the opposite side, so that the classes mostly alternate.
    """
    Y = np.arange(m) % 2
    t = np.pi * (Y + rng.uniform(size=m)) + rng.normal(0, 0.2, size=m)
    radius = 4 * np.sin(4 * t) + rng.normal(0, 0.2, size=m)
    return shuffled(polar(radius, t), Y, rng)


def moons(m, rng):
    """Return X, (2, m), and Y, (1, m): two half circles that reach into each other."""
    Y = np.arange(m) % 2
    X = polar(1, rng.uniform(0, np.pi, size=m)) * np.where(Y, -1, 1)
    X = X + np.where(Y, [[1.0], [0.5]], 0.0)
    return shuffled(X + rng.normal(0, 0.2, size=(2, m)), Y, rng)


def circles(m, rng):
    """Return X, (2, m), and Y, (1, m): a circle of radius 1 (class 0) around one of radius ½ (class 1)."""
    Y = np.arange(m) % 2
    X = polar(np.where(Y, 0.5, 1.0), rng.uniform(0, 2 * np.pi, size=m))
    return shuffled(X + rng.normal(0, 0.1, size=(2, m)), Y, rng)


def blobs(m, rng):
    """Return X, (2, m), and Y, (1, m): six round clouds in two rows of three, their classes alternating."""
    cloud = np.arange(m) % 6
    centers = np.array([[-2, 0, 2, 2, 0, -2], [-1, -1, -1, 1, 1, 1]])
    X = centers[:, cloud] + rng.normal(0, 0.35, size=(2, m))
    return shuffled(X, cloud % 2, rng)


def rings(m, rng):
    """Return X, (2, m), and Y, (1, m): a ring of class 1 between two rings of class 0, radius 1, 2 and 3."""
    Y = np.arange(m) % 2
    radius = np.where(Y, 2, rng.choice([1, 3], size=m))
    X = polar(radius + rng.normal(0, 0.15, size=m), rng.uniform(0, 2 * np.pi, size=m))
    return shuffled(X, Y, rng)


def xor(m, rng):
    """Return X, (2, m), and Y, (1, m): class 1 where the two coordinates have different signs.

    The points fill the square from −1 to 1 except a narrow cross along the axes.
    """
    Y = np.arange(m) % 2
    first = rng.choice([-1, 1], size=m)
    signs = np.stack([first, first * np.where(Y, -1, 1)])
    return shuffled(signs * rng.uniform(0.05, 1, size=(2, m)), Y, rng)


GENERATORS = {g.__name__: g for g in (petals, moons, circles, blobs, rings, xor)}
