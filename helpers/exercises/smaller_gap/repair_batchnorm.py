"""Bug clinic: a network whose answer to a picture depends on the other pictures."""

import numpy as np

from helpers.engine.check import Case, Exercise, Mistake
from helpers.exercises.paper import biases, numbers, shares
from helpers.normalization import batchnorm_predict

BATCH = Mistake(
    "the statistics of these examples are used instead of those of the training",
    {
        "centered = Z - mean": "centered = Z - np.mean(Z, axis=1, keepdims=True)",
        "np.sqrt(variance + epsilon)": "np.sqrt(np.var(Z, axis=1, keepdims=True) + epsilon)",
    },
    why="An answer would depend on which other examples are asked about, and a single example would always give β.",
)
OUTSIDE = Mistake(
    "ε is added after the root",
    {"np.sqrt(variance + epsilon)": "(np.sqrt(variance) + epsilon)"},
    why="Training used √(variance + ε): the same here, or a unit of small variance gets another scale.",
)


def cases(rng):
    """Yield single examples and several, and a unit that hardly varied in training."""
    for note, n, m, others in (
        ("one unit, one example", 1, 1, {}),
        ("two units, three examples", 2, 3, {}),
        ("everything square", 3, 3, {}),
        ("a large ε", 2, 4, {"epsilon": 0.5}),
    ):
        statistics = {"mean": numbers(rng, n, 1), "variance": shares(rng, n, 1)}
        yield Case(
            note,
            Z=numbers(rng, n, m),
            gamma=shares(rng, n, 1),
            beta=biases(rng, n, 1),
            **statistics,
            **others,
        )
    still = {"mean": np.zeros((1, 1)), "variance": np.zeros((1, 1))}
    yield Case(
        "a unit that never varied",
        Z=numbers(rng, 1, 2),
        gamma=shares(rng, 1, 1),
        beta=biases(rng, 1, 1),
        **still,
    )


exercise = Exercise(
    batchnorm_predict,
    name="repair_batchnorm",
    points=2,
    cases=cases,
    rtol=1e-6,
    broken=(BATCH.name,),
    mistakes=(
        BATCH,
        OUTSIDE,
        Mistake(
            "the mean is that of these examples",
            {"= Z - mean": "= Z - np.mean(Z, axis=1, keepdims=True)"},
            why="Both statistics come from the training, the mean too.",
        ),
        Mistake(
            "the variance is that of these examples",
            {"np.sqrt(variance": "np.sqrt(np.var(Z, axis=1, keepdims=True)"},
            why="Both statistics come from the training, the variance too.",
        ),
        Mistake(
            "the statistics move toward those of these examples",
            {
                "centered = Z - mean": "mean = 0.9 * mean + 0.1 * np.mean(Z, axis=1, keepdims=True)\n"
                "    variance = 0.9 * variance + 0.1 * np.var(Z, axis=1, keepdims=True)\n"
                "    centered = Z - mean"
            },
            why="Averages are updated in training only. Afterwards mean and variance stay as they are handed in.",
        ),
        Mistake(
            "the statistics move toward those of these examples",
            {
                "centered = Z - mean": "mean = 0.99 * mean + 0.01 * np.mean(Z, axis=1, keepdims=True)\n"
                "    variance = 0.99 * variance + 0.01 * np.var(Z, axis=1, keepdims=True)\n"
                "    centered = Z - mean"
            },
            why="Averages are updated in training only. Afterwards mean and variance stay as they are handed in.",
        ),
        Mistake(
            "it is divided by the variance instead of its root",
            {"np.sqrt(variance + epsilon)": "(variance + epsilon)"},
            why="The variance has the unit of z²: divide by its root.",
        ),
        Mistake(
            "ε is left out", {"variance + epsilon": "variance"}, why="A variance may be 0: ε keeps it finite."
        ),
        Mistake(
            "the mean is not subtracted",
            {"centered = Z - mean": "centered = Z"},
            why="In training the mean was subtracted, so it is here.",
        ),
        Mistake(
            "γ and β are exchanged",
            {"gamma * Z_hat + beta": "beta * Z_hat + gamma"},
            why="γ multiplies, β is added.",
        ),
        Mistake(
            "γ is left out",
            {"gamma * Z_hat + beta": "Z_hat + beta"},
            why="γ has been learned: it multiplies.",
        ),
        Mistake("β is left out", {" + beta": ""}, why="β has been learned: it is added."),
    ),
    hints=(
        "Call it with a single example. Which number comes out, whatever the example is?",
        "The arguments `mean` and `variance` have been measured in training. Does the code use them?",
        "Replace both statistics by the arguments; the formula stays.",
    ),
)
