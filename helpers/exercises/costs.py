"""Cost cases for outputs of exactly 0 and 1, and a judge for them: the text asks for a finite number, not for which."""

import numpy as np

from helpers.engine.check import Case
from helpers.engine.check.compare import compare

SMALLEST, LARGEST = 1e-308, 1e-6  # of the arguments at which a logarithm may be held


def certain_cases():
    """Yield cases with outputs that are exactly 0 or 1, first right ones, then wrong ones."""
    yield Case("sure and right", A=np.array([[0.0, 1.0, 0.5]]), Y=np.array([[0.0, 1.0, 1.0]]))
    yield Case("sure and wrong", A=np.array([[0.0, 1.0, 0.5]]), Y=np.array([[1.0, 0.0, 1.0]]))


def judge_cost(args, expected, actual):
    """Compare, but accept every finite cost that holds the logarithms of sure outputs at a small argument."""
    A, Y = args["A"], args["Y"]
    if np.all((A > 0) & (A < 1)):
        return compare(expected, actual)
    low, high = (cost_held_at(floor, A, Y) for floor in (LARGEST, SMALLEST))
    number = isinstance(actual, (int, float, np.number, np.ndarray)) and np.ndim(actual) == 0
    if number and min(low, high) - 1e-9 <= actual <= max(low, high) + 1e-9:
        return None
    return compare(expected, actual)


def cost_held_at(floor, A, Y):
    """Return the cost if no logarithm is taken of less than `floor`."""
    right = np.where(Y == 1, A, 1 - A)
    return -np.sum(np.log(np.maximum(right, floor))) / Y.shape[1]
