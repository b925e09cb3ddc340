"""Cases of a training loop in which the cost does everything but fall: nothing may stop the loop before its last step.

All numbers are whole or have one decimal, so that the steps can be followed on paper.
"""

import numpy as np

from helpers.engine.check import Case

# What one neuron learns from, and where it starts: (note, X, Y, w, learning rate, iterations). b is 0.
PROBLEMS = (
    ("the start is a minimum: the cost stays", [1, 1], [1, 0], 0, 0.5, 3),
    ("the cost rises, falls and rises", [3, 1, 0], [1, 0, 1], 0, 5, 4),
    ("the cost is nearly 0", [1, -1], [1, 0], 10, 0.5, 3),
)
# The same for one hidden unit: W1 is 1, and both biases are 0.
PROBLEMS_OF_TWO_LAYERS = (
    ("the gradient is 0: the cost stays", [1, 1], [1, 0], 0, 0.5, 3),
    ("steps so long that the cost rises", [-2, -2, 1], [1, 0, 0], 1, 8, 3),
    ("the cost falls, rises and falls", [-2, -2, 1], [1, 0, 0], 1, 8, 4),
    ("the cost is nearly 0", [3, -3], [1, 0], 10, 0.5, 3),
)


def row(numbers):
    """Return numbers as a row, (1, m)."""
    return np.array([numbers], float)


def neuron_cases():
    """Yield cases with arguments w, b, X, Y, learning_rate and iterations."""
    for note, X, Y, w, learning_rate, iterations in PROBLEMS:
        size = {"learning_rate": learning_rate, "iterations": iterations}
        yield Case(note, w=row([w]), b=0.0, X=row(X), Y=row(Y), **size)


def cases_from_zeros():
    """Yield cases with arguments X, Y, learning_rate and iterations: those that start from w = 0."""
    for note, X, Y, w, learning_rate, iterations in PROBLEMS:
        if w == 0:
            yield Case(note, X=row(X), Y=row(Y), learning_rate=learning_rate, iterations=iterations)


def network_cases(**others):
    """Yield cases with arguments X, Y, parameters, learning_rate, iterations, and others, for tanh in layer 1."""
    for note, X, Y, w, learning_rate, iterations in PROBLEMS_OF_TWO_LAYERS:
        parameters = [(row([1]), row([0])), (row([w]), row([0]))]
        size = {"learning_rate": learning_rate, "iterations": iterations}
        yield Case(note, X=row(X), Y=row(Y), parameters=parameters, **size, **others)
