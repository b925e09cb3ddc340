"""Batch normalization, forward."""

import numpy as np

from helpers.engine.check import Case, Exercise, Mistake
from helpers.exercises.paper import biases, numbers, shares
from helpers.normalization import batchnorm_forward

VARIANCE = "np.mean((Z - mean) ** 2, axis=1, keepdims=True)"


def cases(rng):
    """Yield layers from one unit to many, one far from 0, one that is constant, and another ε."""
    yield Case(
        "one unit, two examples", Z=np.array([[1.0, 3.0]]), gamma=np.ones((1, 1)), beta=np.zeros((1, 1))
    )
    for note, n, m, others in (
        ("two units, three examples", 2, 3, {}),
        ("everything square", 4, 4, {}),
        ("five units, nine examples", 5, 9, {}),
        ("a large ε", 3, 4, {"epsilon": 0.5}),
    ):
        yield Case(note, Z=numbers(rng, n, m), gamma=shares(rng, n, 1), beta=biases(rng, n, 1), **others)
    yield Case("far from 0", Z=100 + rng.normal(size=(2, 6)), gamma=shares(rng, 2, 1), beta=biases(rng, 2, 1))
    yield Case(
        "a unit that is constant", Z=np.full((1, 4), 2.0), gamma=shares(rng, 1, 1), beta=biases(rng, 1, 1)
    )


exercise = Exercise(
    batchnorm_forward,
    points=3,
    cases=cases,
    returns=("out", ("Z_hat", "gamma", "deviation")),
    rtol=1e-6,
    equivalents={"Z - mean → mean - Z": "The square is the same."},
    mistakes=(
        *(
            Mistake(
                "mean and variance lost an axis (no keepdims)",
                {"np.mean(Z, axis=1, keepdims=True)": "np.mean(Z, axis=1)", VARIANCE: variance},
                why="(n,) counts as a row. keepdims=True keeps mean and variance as columns, (n, 1).",
            )
            for variance in ("np.var(Z, axis=1)", "np.mean((Z - mean) ** 2, axis=1)")
        ),
        Mistake(
            "mean and variance run over the units",
            {
                "np.mean(Z, axis=1, keepdims=True)": "np.mean(Z, axis=0, keepdims=True)",
                VARIANCE: "np.mean((Z - mean) ** 2, axis=0, keepdims=True)",
            },
            why="Rows are units, columns are examples: each unit is normalized over its examples, axis 1.",
        ),
        Mistake(
            "mean and variance run over the whole array",
            {
                "np.mean(Z, axis=1, keepdims=True)": "np.mean(Z)",
                VARIANCE: "np.mean((Z - mean) ** 2)",
            },
            why="Every unit has its own mean and variance: axis 1.",
        ),
        Mistake(
            "the mean is not subtracted",
            {"Z_hat = (Z - mean) / deviation": "Z_hat = Z / deviation"},
            why="Z_hat has mean 0 in every row.",
        ),
        Mistake(
            "it is divided by the variance instead of its root",
            {"np.sqrt(variance + epsilon)": "variance + epsilon"},
            why="The variance has the unit of z²; its root makes the variance of Z_hat 1.",
        ),
        Mistake(
            "ε is left out",
            {"variance + epsilon": "variance"},
            why="A unit that is equal for all examples has the variance 0: ε keeps the quotient finite.",
        ),
        Mistake(
            "ε is added after the root",
            {"np.sqrt(variance + epsilon)": "np.sqrt(variance) + epsilon"},
            why="The docstring has √(variance + ε): ε stands under the root.",
        ),
        Mistake(
            "it is divided by m − 1 in the variance",
            {VARIANCE: "np.sum((Z - mean) ** 2, axis=1, keepdims=True) / (Z.shape[1] - 1)"},
            why="The docstring asks for the mean of (z − mean)²: divide by m.",
        ),
        Mistake(
            "γ and β are left out",
            {"gamma * Z_hat + beta": "Z_hat"},
            why="The network must be able to choose mean and scale again: γ Z_hat + β.",
        ),
        Mistake(
            "γ and β are exchanged",
            {"gamma * Z_hat + beta": "beta * Z_hat + gamma"},
            why="γ multiplies, β is added.",
        ),
        Mistake(
            "β is left out",
            {"gamma * Z_hat + beta": "gamma * Z_hat"},
            why="Without β every unit would have the mean 0, whatever is best.",
        ),
        Mistake(
            "the cache holds Z instead of Z_hat",
            {"beta, (Z_hat, gamma": "beta, (Z, gamma"},
            why="The way back needs Z_hat: the docstring asks for (Z_hat, gamma, deviation).",
        ),
        Mistake(
            "the cache holds the variance instead of the deviation",
            {"beta, (Z_hat, gamma, deviation)": "beta, (Z_hat, gamma, variance)"},
            why="The way back needs the deviation: the docstring asks for (Z_hat, gamma, deviation).",
        ),
        Mistake(
            "β is added before γ multiplies",
            {"gamma * Z_hat + beta": "gamma * (Z_hat + beta)"},
            why="γ Z_hat + β: first the scale, then the shift.",
        ),
    ),
    hints=(
        "Row by row: subtract the mean, divide by the standard deviation, then scale and shift by γ and β.",
        "Z_hat = (Z − μ) / √(σ² + ε), with μ and σ² the mean and the variance of each row; out = γ Z_hat + β.",
        "np.mean(..., axis=1, keepdims=True) gives a column, (n, 1), which is subtracted from every column of Z.",
    ),
)
