"""One step with momentum."""

import numpy as np

from helpers.engine.check import Case, Exercise, Mistake
from helpers.exercises.paper import numbers
from helpers.exercises.smaller_gap.material import array_and_slopes
from helpers.optimizers import momentum_step


def cases(rng):
    """Yield arrays of several shapes, first steps and later ones, and other values of β."""
    yield Case("the first step", **array_and_slopes(rng, 1, 2), V=np.zeros((1, 2)), learning_rate=0.5)
    yield Case("a later step", **array_and_slopes(rng, 1, 3), V=numbers(rng, 1, 3), learning_rate=0.1)
    yield Case(
        "no momentum", **array_and_slopes(rng, 1, 3), V=numbers(rng, 1, 3), learning_rate=0.1, beta=0.0
    )
    yield Case("β = 0.5", **array_and_slopes(rng, 3, 1), V=numbers(rng, 3, 1), learning_rate=2.0, beta=0.5)
    yield Case(
        "everything square",
        **array_and_slopes(rng, 4, 4),
        V=numbers(rng, 4, 4),
        learning_rate=0.03,
        beta=0.99,
    )


exercise = Exercise(
    momentum_step,
    points=2,
    cases=cases,
    returns=("W", "V"),
    mistakes=(
        Mistake(
            "the factor 1 − β is forgotten",
            {"(1 - beta) * dW": "dW"},
            why="V is an average: its two weights, β and 1 − β, sum to 1.",
        ),
        Mistake(
            "β and 1 − β are exchanged",
            {"beta * V + (1 - beta) * dW": "(1 - beta) * V + beta * dW"},
            why="β = 0.9 says that nine tenths of the old V stay.",
        ),
        Mistake(
            "the step uses dW instead of V",
            {"W - learning_rate * V": "W - learning_rate * dW"},
            why="The average V takes the place of the gradient in the step.",
        ),
        Mistake(
            "the step uses the old V",
            {"    V = beta": "    old, V = V, beta", "W - learning_rate * V": "W - learning_rate * old"},
            why="First V is updated, then the step is taken with the new V.",
        ),
        Mistake(
            "the step goes uphill",
            {"W - learning_rate": "W + learning_rate"},
            why="V is an average of gradients, which point uphill: subtract it.",
        ),
        Mistake(
            "V is not returned",
            {"* V, V": "* V"},
            why="The next step needs the new V: return it too.",
        ),
        Mistake(
            "the old V is returned",
            {"    V = beta": "    old, V = V, beta", "* V, V": "* V, old"},
            why="The next step needs the V that this step has made.",
        ),
        Mistake(
            "V and W are the wrong way around",
            {"return W - learning_rate * V, V": "return V, W - learning_rate * V"},
            why="The docstring asks for (W, V).",
        ),
        Mistake(
            "the learning rate enters twice",
            {"(1 - beta) * dW": "(1 - beta) * learning_rate * dW"},
            why="V is an average of gradients. The learning rate multiplies it once, in the step.",
        ),
        Mistake(
            "β is 0.9 whatever `beta` says",
            {"    V = beta": "    beta = 0.9\n    V = beta"},
            why="β comes in as an argument.",
        ),
        Mistake(
            "the caller's arrays are changed",
            "def momentum_step(W, dW, V, learning_rate, beta=0.9):\n"
            "    V *= beta\n"
            "    V += (1 - beta) * dW\n"
            "    W -= learning_rate * V\n"
            "    return W, V\n",
            why="*= and -= write into the arrays that were passed in: make new ones.",
        ),
        Mistake(
            "V is the mean of the old V and dW",
            {"beta * V + (1 - beta) * dW": "(V + dW) / 2"},
            why="The weights of the average are β and 1 − β.",
        ),
    ),
    hints=(
        "V remembers the gradients of the steps before; the step follows V.",
        "V = β V + (1 − β) dW, and then W − α V with this new V.",
        "Two lines: the new V, without +=, and the return of both.",
    ),
)
