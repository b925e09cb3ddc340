"""A quotient, back."""

import numpy as np

from helpers.engine.check import Case, Exercise, Mistake
from helpers.exercises.paper import numbers, signed
from helpers.operations import divide_backward


def cases(rng):
    """Yield cases from small to large."""
    for note, shape_A, shape_B in (
        ("a single entry", (1, 1), (1, 1)),
        ("three entries", (1, 3), (1, 3)),
        ("two rows", (2, 2), (2, 2)),
        ("arrays without axes", (), ()),
        ("B without axes, as in a mean", (2, 3), ()),
        ("a column over a matrix", (3, 1), (3, 4)),
        ("a matrix over a row", (4, 3), (1, 3)),
    ):
        A, B = np.array(numbers(rng, *shape_A)), np.array(signed(rng, (0.5, 1, 2, 4), shape_B))
        larger = np.broadcast_shapes(shape_A, shape_B)
        dC = (
            signed(rng, (2, 3), larger) if larger == (1, 1) else numbers(rng, *larger)
        )  # ±1 would look like a sign
        yield Case(note, dC=np.array(dC), A=A, B=B)


exercise = Exercise(
    divide_backward,
    points=2,
    cases=cases,
    returns=("dA", "dB"),
    mistakes=(
        Mistake(
            "dC is left out",
            {"dC / B, -dC * A / B**2": "1 / B + 0 * dC, -A / B**2 + 0 * dC"},
            why="dC comes from the nodes after this one; the chain rule multiplies it with the operation's own slope.",
        ),
        Mistake(
            "dA is left without dC",
            {"dC / B,": "1 / B + 0 * dC,"},
            why="The chain rule: dC times the slope of C with respect to A, which is 1/B.",
        ),
        Mistake(
            "dB is left without dC",
            {"-dC * A / B**2": "-A / B**2 + 0 * dC"},
            why="The chain rule: dC times the slope of C with respect to B, which is −A/B².",
        ),
        Mistake(
            "dC is left out",
            {"dC / B, -dC * A / B**2": "1 / B, -A / B**2"},
            why="dC comes from the nodes after this one; the chain rule multiplies it with the operation's own slope.",
        ),
        Mistake(
            "dA is left without dC",
            {"dC / B,": "1 / B,"},
            why="The chain rule: dC times the slope of C with respect to A, which is 1/B.",
        ),
        Mistake(
            "dB is left without dC",
            {"-dC * A / B**2": "-A / B**2"},
            why="The chain rule: dC times the slope of C with respect to B, which is −A/B².",
        ),
        Mistake(
            "dB is divided by A",
            {"-dC * A / B**2": "dC / A"},
            why="dC / B is right for A. With respect to B the slope of A · (1/B) is another one, −A/B².",
            alone=True,
        ),
        Mistake(
            "dB has the wrong sign", {"-dC": "dC"}, why="1/B falls where B grows: its derivative is −1/B²."
        ),
        Mistake("in dB, B is not squared", {"B**2": "B"}, why="The derivative of 1/B is −1/B²."),
        Mistake(
            "in dB the factor A is missing",
            {"-dC * A": "-dC"},
            why="C = A · (1/B): with respect to B the factor A stays.",
        ),
        Mistake(
            "dA and dB are exchanged",
            {"dC / B, -dC * A / B**2": "-dC * A / B**2, dC / B"},
            why="The docstring asks for (dA, dB).",
        ),
        Mistake(
            "the derivative is that of a product",
            {"dC / B, -dC * A / B**2": "dC * B, dC * A"},
            why="C = A / B: with respect to A the slope is 1/B.",
        ),
        Mistake(
            "dA is multiplied by B",
            {"dC / B,": "dC * B,"},
            why="With respect to A the slope of A / B is 1/B.",
        ),
        Mistake(
            "dA has the factor A",
            {"dC / B,": "dC * A / B,"},
            why="A / B is linear in A: its slope, 1/B, has no A in it.",
        ),
        Mistake(
            "in dB the root is taken instead of the square",
            {"B**2": "np.sqrt(np.abs(B))"},
            why="The derivative of 1/B is −1/B².",
            alone=True,
        ),
    ),
    hints=(
        "Write C = A · (1/B) and take one derivative with A moving and one with B moving, the other one fixed.",
        "With respect to A the slope is 1/B, with respect to B it is −A/B². The chain rule multiplies both by dC.",
        "Two expressions, separated by a comma: dC over B, and minus dC times A over B squared.",
    ),
)
