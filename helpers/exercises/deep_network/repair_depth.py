"""Bug clinic: a way back that is right for two layers only."""

from dataclasses import replace

from helpers.deep_network import backward
from helpers.engine.check.exercise import docstring_source
from helpers.exercises.deep_network.backward import TWO_LAYERS, exercise

HEAD = "(AL, Y, caches, hidden=RELU):\n"
SOURCE = TWO_LAYERS.patch.replace(
    "def backward" + HEAD, f"def repair_depth{HEAD}    {docstring_source(backward)}\n"
)
BROKEN = replace(TWO_LAYERS, patch=SOURCE)

exercise = replace(
    exercise,
    name="repair_depth",
    points=2,
    mistakes=(BROKEN, *(mistake for mistake in exercise.mistakes if mistake is not TWO_LAYERS)),
    broken=(BROKEN.name,),
    hints=(
        "Nothing here is wrong for L = 2. What does it do with one cache, and with five?",
        "The first two lines are the output layer's and stay. The third must happen once for each other layer.",
        "Go through the caches before the last from the back, collect (dW, db), and turn the list around.",
    ),
)
