"""A sum, back."""

import numpy as np

from helpers.engine.check import Case, Exercise, Mistake
from helpers.exercises.paper import numbers, signed
from helpers.operations import add_backward


def cases(rng):
    """Yield cases from small to large."""
    for note, shape_A, shape_B in (
        ("a single entry", (1, 1), (1, 1)),
        ("three entries", (1, 3), (1, 3)),
        ("two rows", (2, 2), (2, 2)),
        ("arrays without axes", (), ()),
        ("a matrix and a column", (3, 4), (3, 1)),
        ("a row and a matrix", (1, 3), (4, 3)),
    ):
        A, B = np.array(numbers(rng, *shape_A)), np.array(numbers(rng, *shape_B))
        if A.size > 3:
            A.flat[-1] = B.flat[0] = 0  # the slopes do not depend on the values, not on a 0 either
        larger = np.broadcast_shapes(shape_A, shape_B)
        dC = (
            signed(rng, (2, 3), larger) if larger == (1, 1) else numbers(rng, *larger)
        )  # ±1 would look like a sign
        yield Case(note, dC=np.array(dC), A=A, B=B)


exercise = Exercise(
    add_backward,
    points=1,
    cases=cases,
    returns=("dA", "dB"),
    mistakes=(
        Mistake(
            "dC is left out",
            {"return dC, dC": "return np.ones_like(dC), np.ones_like(dC)"},
            why="The slope of A + B is 1 for both; the chain rule multiplies it with dC, which comes from later nodes.",
        ),
        Mistake(
            "the values are handed back instead of gradients",
            {"return dC, dC": "return A + 0 * dC, B + 0 * dC"},
            why="The slope of A + B with respect to A is 1, whatever A is. Times dC, that is dC.",
        ),
        Mistake(
            "the derivative is that of a product",
            {"return dC, dC": "return dC * B, dC * A"},
            why="That belongs to A * B. The slope of A + B is 1 for both.",
        ),
        Mistake(
            "dC is shared out between the two",
            {"return dC, dC": "return dC / 2, dC / 2"},
            why="Nothing is shared out: a nudge of A alone moves C by just as much, and so does a nudge of B.",
        ),
        Mistake(
            "dB has the sign of a difference",
            {"return dC, dC": "return dC, -dC"},
            why="That belongs to A − B. In A + B both slopes are 1.",
        ),
        Mistake(
            "only one gradient is returned",
            {"return dC, dC": "return dC"},
            why="Each of the two inputs gets its own: the docstring asks for (dA, dB).",
        ),
        Mistake(
            "each gradient is summed to the shape of its input",
            {
                "return dC, dC": "stretched = [tuple(i for i, n in enumerate(X.shape) if n < dC.shape[i])\n"
                "                 for X in (A, B)]\n"
                "    return tuple(np.sum(dC, axis=axes, keepdims=True) for axes in stretched)"
            },
            why="Both keep the shape of C. What broadcasting asks for comes later, in a function of its own.",
        ),
        Mistake(
            "dC is divided by the number of examples",
            {"return dC, dC": "return dC / dC.shape[1], dC / dC.shape[1]"},
            why="A sum knows nothing of examples. The 1/m is a part of the cost, and it comes down in dC.",
        ),
        Mistake(
            "the entries of dC are added up",
            {"return dC, dC": "return np.sum(dC), np.sum(dC)"},
            why="Both keep the shape of C. What broadcasting asks for comes later, in a function of its own.",
        ),
    ),
    hints=(
        "Nudge one entry of A by a little. How far does the same entry of C move? And for B?",
        "Both slopes are 1. The chain rule multiplies each by dC.",
        "Two gradients, separated by a comma, each of them 1 · dC.",
    ),
)
