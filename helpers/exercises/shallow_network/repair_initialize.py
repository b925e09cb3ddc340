"""Bug clinic: a network that only fits one assignment."""

from helpers.engine.check import Exercise
from helpers.exercises.shallow_network.initialize import cases
from helpers.exercises.shallow_network.initialize import exercise as whole
from helpers.shallow_network import initialize

exercise = Exercise(
    initialize,
    name="repair_initialize",
    points=1,
    cases=cases,
    equivalents=whole.equivalents,
    judge=whole.judge,
    draws=True,
    mistakes=whole.mistakes,
    broken=("the hidden layer always has 4 units",),
    hints=(
        "Ask it for 2, 3, 4 and 5 hidden units and look at the shapes.",
        "W1 is (n_h, n_x) for the n_h that the caller asked for.",
        "Where a number stands in a shape, an argument of the function belongs, and in more than one place.",
    ),
)
