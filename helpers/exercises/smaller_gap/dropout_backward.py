"""Dropout, backward: the same mask."""

import numpy as np

from helpers.engine.check import Case, Exercise, Mistake
from helpers.exercises.paper import numbers
from helpers.regularization import dropout_backward


def cases(rng):
    """Yield gradients from a few entries to many, and masks of several shares."""
    for note, n, m, keep in (
        ("everything was kept", 2, 2, 1.0),
        ("half of four entries", 2, 2, 0.5),
        ("one example", 5, 1, 0.8),
        ("everything square", 4, 4, 0.5),
        ("many", 6, 9, 0.25),
    ):
        mask = (rng.random((n, m)) < keep) / keep
        mask[0, 0] = 1 / keep
        yield Case(note, dA=numbers(rng, n, m), mask=mask)
    yield Case("nothing was kept", dA=numbers(rng, 2, 3), mask=np.zeros((2, 3)))


exercise = Exercise(
    dropout_backward,
    points=1,
    cases=cases,
    mistakes=(
        Mistake(
            "dA goes through unchanged",
            {"dA * mask": "dA"},
            why="An entry that was multiplied by 0 has no influence on the cost: its gradient is 0.",
        ),
        Mistake(
            "dA is divided by the mask",
            {"dA * mask": "np.divide(dA, mask, out=np.zeros_like(dA), where=mask > 0)"},
            why="The derivative of mask · a with respect to a is the mask itself.",
        ),
        Mistake(
            "the factor 1/keep is lost",
            {"dA * mask": "dA * (mask > 0)"},
            why="Forward, a kept entry was multiplied by 1/keep, so its gradient is too.",
        ),
        Mistake(
            "the factor 1/keep enters twice",
            {"dA * mask": "dA * mask**2"},
            why="The mask has the factor 1/keep already, once.",
        ),
        Mistake(
            "a matrix product stands where `*` belongs",
            {"dA * mask": "dA @ mask.T"},
            why="Each entry has its own factor: entry by entry, *.",
        ),
        Mistake(
            "the mask alone is returned",
            {"dA * mask": "mask"},
            why="The chain rule multiplies: the gradient that arrives, times the slope, which is the mask.",
        ),
        Mistake(
            "the dropped entries get the gradient",
            {"dA * mask": "dA * (mask == 0)"},
            why="Forward, they were multiplied by 0; so are their gradients.",
        ),
    ),
    hints=(
        "Forward, every entry was multiplied by a number. What is the derivative of c · a with respect to a?",
        "The gradient that arrives, times the mask, entry by entry.",
        "One product; no new random numbers.",
    ),
)
