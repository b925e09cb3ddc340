"""The slope of tanh."""

from helpers.activations import tanh_derivative
from helpers.engine.check import Exercise, Mistake
from helpers.exercises.shallow_network.curves import near_and_far

exercise = Exercise(
    tanh_derivative,
    points=1,
    cases=near_and_far,
    atol=1e-12,
    mistakes=(
        Mistake(
            "the square is missing: 1 − a",
            {"np.tanh(z) ** 2": "np.tanh(z)"},
            why="tanh′ = 1 − a². At z = 0 both give 1; elsewhere they differ.",
        ),
        Mistake(
            "z is squared instead of a",
            {"np.tanh(z) ** 2": "z**2"},
            why="The formula is in a = tanh(z), not in z.",
        ),
        Mistake(
            "it is the slope of the sigmoid form, a (1 − a)",
            {"1 - np.tanh(z) ** 2": "np.tanh(z) * (1 - np.tanh(z))"},
            why="a (1 − a) belongs to σ; for tanh it is 1 − a².",
        ),
        Mistake(
            "it is 1 + a²", {"1 - np.tanh": "1 + np.tanh"}, why="Far out tanh is flat: a = ±1 must give 0."
        ),
        Mistake(
            "the sign is turned",
            {"1 - np.tanh(z) ** 2": "np.tanh(z) ** 2 - 1"},
            why="tanh rises everywhere, so its slope is positive.",
        ),
        Mistake(
            "it is tanh itself",
            {"1 - np.tanh(z) ** 2": "np.tanh(z)"},
            why="That is the value a; the slope is 1 − a².",
        ),
        Mistake(
            "the square is inside", {"np.tanh(z) ** 2": "np.tanh(z**2)"}, why="First a = tanh(z), then a²."
        ),
        Mistake(
            "the bracket is squared: (1 − a)²",
            {"1 - np.tanh(z) ** 2": "(1 - np.tanh(z)) ** 2"},
            why="Only a is squared, before it is subtracted from 1.",
        ),
        Mistake(
            "`^` stands in place of `**`",
            {"** 2": "^ 2"},
            why="In Python a power is written **; ^ compares bits.",
        ),
    ),
    hints=(
        "The slope can be written in the value a = tanh(z) alone.",
        "tanh′(z) = 1 − a²: 1 at z = 0, next to nothing far out.",
        "Compute a, square it with ** 2, and subtract from 1.",
    ),
)
