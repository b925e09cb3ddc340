"""Back through a ReLU, in the memory of what came in."""

import numpy as np

from helpers.engine.check import Case, Exercise, Mistake
from helpers.exercises.paper import numbers
from helpers.speed.in_place import relu_backward


def pair(rng, *shape):
    """Return {"dA", "Z"} of one shape, both with entries of both signs."""
    return {"dA": numbers(rng, *shape), "Z": numbers(rng, *shape)}


def cases(rng):
    """Yield cases from small to large."""
    yield Case("one unit, two examples", dA=np.array([[3.0, -2.0]]), Z=np.array([[0.5, -0.5]]))
    yield Case("three units, four examples", **pair(rng, 3, 4))
    yield Case("z = 0 in a place", dA=np.array([[1.5, 2.5, 3.5]]), Z=np.array([[-1.0, 0.0, 1.0]]))
    yield Case("one example", **pair(rng, 6, 1))
    yield Case("single precision", dA=np.float32([[1, -2], [3, 4]]), Z=np.float32([[1, 2], [-3, 4]]))
    yield Case("many examples", **pair(rng, 5, 200))


exercise = Exercise(
    relu_backward,
    points=2,
    cases=cases,
    probe="in_place",
    may_change=("dA",),
    mistakes=(
        Mistake(
            "the result is not written into the caller's dA",
            {"dA *= Z >= 0": "dA = dA * (Z >= 0)"},
            why="`dA *= ...` or `out=dA` writes into the array that came in. `dA = ...` gives the name to a new one.",
        ),
        Mistake(
            "the entries that pass are replaced by 1",
            {"dA *= Z >= 0": "dA[...] = Z >= 0"},
            why="dZ = dA * relu′(Z): where the slope is 1, dA stays what it is.",
        ),
        Mistake(
            "the sign of dA, not of Z, decides",
            {"Z >= 0": "dA >= 0"},
            why="The slope of the ReLU is taken at Z, where the unit stood on the way forward.",
        ),
        Mistake(
            "the other half is set to zero",
            {"Z >= 0": "Z < 0"},
            why="relu′(z) is 1 on the right and 0 on the left.",
        ),
        Mistake(
            "dA is multiplied with relu(Z) instead of its slope",
            {"Z >= 0": "np.maximum(Z, 0)"},
            why="Going back needs the derivative, which is 0 or 1.",
        ),
        Mistake(
            "a copy is returned",
            {"return dA": "return dA.copy()"},
            why="The docstring asks for dA itself: a copy is the new array that was to be saved.",
        ),
        Mistake(
            "Z is turned into the slope on the way",
            {"dA *= Z >= 0": "np.greater_equal(Z, 0, out=Z)\n    dA *= Z"},
            why="Only dA may be written into here; the caller still has Z.",
        ),
        Mistake(
            "nothing is returned",
            {"    return dA\n": ""},
            why="The caller's dA is right now; the docstring asks for it as the result too.",
        ),
        Mistake("dA is left as it came in", {"dA *= Z >= 0": "pass"}, why="Multiply it with relu′(Z)."),
        Mistake(
            "z = 0 counts as the left side",
            {"Z >= 0": "Z > 0"},
            why="At z = 0 both would do; this course takes 1 there, so that all its steps give the same numbers.",
        ),
        Mistake(
            "dA is multiplied with Z itself",
            "def relu_backward(dA, Z):\n    dA *= Z\n    return dA",
            why="dZ = dA * relu′(Z), and the slope is 1 or 0.",
            alone=True,
        ),
    ),
    hints=(
        "Which operator of Python changes an array instead of making a new one?",
        "dZ = dA * relu′(Z), and relu′(Z) as an array of True and False is Z >= 0; True counts as 1.",
        "One line with `*=`, with dA on its left; then return dA.",
    ),
)
