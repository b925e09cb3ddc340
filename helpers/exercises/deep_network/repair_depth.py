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
TWO_LINES = """    _, dW1, db1 = layer_backward(dA1, caches[0], hidden)
    return [(dW1, db1), (dW2, db2)]
"""
LOOP = """    dA, gradients = dA1, [(dW2, db2)]
    for cache in reversed(caches[:-1]):
        dA, dW, db = layer_backward(dA, cache, hidden)
        gradients.append((dW, db))
    return gradients[::-1]
"""

exercise = replace(
    exercise,
    name="repair_depth",
    points=2,
    mistakes=(BROKEN, *(mistake for mistake in exercise.mistakes if mistake is not TWO_LAYERS)),
    broken=(BROKEN.name,),
    repair={TWO_LINES: LOOP},
    hints=(
        "Nothing here is wrong for L = 2. What does it do with one cache, and with five?",
        "The first two lines are the output layer's and stay. The third must happen once for each other layer.",
        "Go through the caches before the last from the back, collect (dW, db), and turn the list around.",
    ),
)
