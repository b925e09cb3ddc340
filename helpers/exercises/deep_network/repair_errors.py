"""Bug clinic: a recursion with the slope of the wrong activation and the weights of the wrong layer."""

from dataclasses import replace

from helpers.exercises.deep_network.errors import SIGMOID_INSIDE, W_OF_THE_SAME_LAYER, exercise

exercise = replace(
    exercise,
    name="repair_errors",
    points=2,
    broken=(SIGMOID_INSIDE.name, W_OF_THE_SAME_LAYER.name),
    hints=(
        "Two slips, both in the body of the loop. Compare it with the recursion symbol by symbol.",
        "dZ[l] = W[l+1]ᵀ dZ[l+1] * g′(Z[l]): which layer does each factor belong to, and whose slope is g′?",
        "With l counted from 1, caches[l-1] belongs to layer l and caches[l] to layer l+1.",
    ),
)
