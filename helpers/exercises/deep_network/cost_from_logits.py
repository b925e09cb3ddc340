"""The cost straight from the last Z."""

import numpy as np

from helpers.engine.check import Case, Exercise, Mistake
from helpers.exercises.paper import numbers
from helpers.losses import cost_from_logits

THROUGH_THE_SIGMOID = """
def cost_from_logits(Z, Y):
    A = 0.5 * (1 + np.tanh(0.5 * Z))
    A = np.clip(A, 1e-15, 1 - 1e-15)
    return -np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / Y.shape[1]
"""
THROUGH_THE_COST = """
def cost_from_logits(Z, Y):
    A = 0.5 * (1 + np.tanh(0.5 * Z))
    losses = Y * np.log(np.maximum(A, 1e-15)) + (1 - Y) * np.log(np.maximum(1 - A, 1e-15))
    return -np.sum(losses) / Y.shape[1]
"""


def cases(rng):
    """Yield cases from small to large."""
    yield Case("undecided", Z=np.zeros((1, 1)), Y=np.ones((1, 1)))
    yield Case("five examples", Z=numbers(rng, 1, 5), Y=rng.integers(0, 2, size=(1, 5)))
    yield Case("three outputs", Z=numbers(rng, 3, 4), Y=rng.integers(0, 2, size=(3, 4)))
    yield Case("sure and wrong", Z=np.array([[60.0, -60.0]]), Y=np.array([[0, 1]]))
    yield Case("a thousand", Z=np.array([[1000.0, -1000.0, 1000.0, -1000.0]]), Y=np.array([[1, 0, 0, 1]]))
    yield Case("many", Z=20 * rng.normal(size=(2, 30)), Y=rng.integers(0, 2, size=(2, 30)))


exercise = Exercise(
    cost_from_logits,
    points=2,
    cases=cases,
    quiet=True,
    mistakes=(
        Mistake(
            "it takes the logarithm of a rounded sigmoid",
            THROUGH_THE_SIGMOID,
            why="For z = 60, σ(z) is 1 to the last digit, and its distance from 1 is lost; use the formula in z.",
        ),
        Mistake(
            "it takes the logarithm of a rounded sigmoid",
            THROUGH_THE_COST,
            why="For z = 60, σ(z) is 1 to the last digit, and its distance from 1 is lost; use the formula in z.",
        ),
        Mistake(
            "the absolute value in the exponent is lost",
            {"np.exp(-np.abs(Z))": "np.exp(-Z)"},
            why="e⁻ᶻ overflows for z = −1000; e^−|z| cannot.",
        ),
        Mistake(
            "the minus sign in the exponent is lost",
            {"np.exp(-np.abs(Z))": "np.exp(np.abs(Z))"},
            why="The exponent is −|z|, never positive.",
        ),
        Mistake(
            "the label is left out",
            {"Z * Y": "Z"},
            why="The middle term is −z y: it is there only for y = 1.",
        ),
        Mistake("z y is added", {"- Z * Y": "+ Z * Y"}, why="A large z is good for y = 1, so −z y."),
        Mistake(
            "the larger of z and 0 is left out",
            {"np.maximum(Z, 0) ": "0 "},
            why="log(1 + eᶻ) = max(z, 0) + log(1 + e^−|z|).",
        ),
        Mistake("the sum is not divided by m", {" / Y.shape[1]": ""}, why="A cost is a mean over examples."),
        Mistake(
            "the mean is taken over the outputs too",
            {"/ Y.shape[1]": "/ Y.size"},
            why="Losses of one example's outputs are summed; the mean is over the m columns.",
        ),
        Mistake(
            "max asks one question about the whole array",
            {"np.maximum(Z, 0)": "max(Z, 0)"},
            why="Python's max wants one yes or no; an array has one for each entry, as np.maximum knows.",
        ),
        Mistake(
            "the maximum is taken over the outputs",
            {"np.maximum(Z, 0)": "np.max(Z, 0)"},
            why="np.max(Z, 0) looks for the largest entry along axis 0; np.maximum compares each entry with 0.",
        ),
        Mistake(
            "it is divided by the number of outputs",
            {"/ Y.shape[1]": "/ Y.shape[0]"},
            why="m is the number of columns, Y.shape[1].",
        ),
    ),
    hints=(
        "The cross-entropy of σ(z) can be written without σ: then nothing has been rounded to 0 or 1.",
        "One example: max(z, 0) − z y + log(1 + e^−|z|). The cost: the sum of all, divided by the columns.",
        "np.maximum compares entry by entry, and np.log1p(t) is log(1 + t), exact for small t.",
    ),
)
