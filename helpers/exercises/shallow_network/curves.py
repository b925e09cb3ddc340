"""Cases for functions of z alone, and a judge that leaves the derivative at a corner free."""

import numpy as np

from helpers.engine.check import Case
from helpers.engine.check.compare import compare
from helpers.exercises.paper import numbers


def near_and_far(rng):
    """Yield arrays z, near zero and far out. The texts promise no single numbers: `z.copy()` must be as good."""
    yield Case("above and below zero", z=np.array([[2.0, -1.0]]))
    yield Case("one unit, one example", z=np.array([[-0.5]]))
    yield Case("a column of five", z=numbers(rng, 5, 1) / 2)
    yield Case("four units, six examples", z=2 * rng.normal(size=(4, 6)))
    yield Case("close to zero", z=np.array([[-1e-3, 1e-3]]))
    yield Case("far out", z=np.array([-1000.0, -20.0, 20.0, 1000.0]))


def with_zero(rng):
    """Yield the same cases and one with exact zeros."""
    yield from near_and_far(rng)
    yield Case("with zeros in it", z=np.array([[-2.0, 0.0, 3.0], [0.0, -0.1, 0.2]]))


def judge_corner(args, expected, actual):
    """Compare, but accept at z = 0 any slope between the slopes on the left and on the right."""
    z, expected = np.asarray(args["z"]), np.asarray(expected)
    if np.shape(actual) == expected.shape and z.ndim:
        between = (np.asarray(actual) >= np.min(expected)) & (np.asarray(actual) <= 1)
        at_zero = (z == 0) & between
        expected = np.where(at_zero, actual, expected)
    return compare(expected, actual)
