"""Bug clinic: a way back that neither hands dA on nor walks backward."""

from dataclasses import replace

from helpers.exercises.deep_network.backward import ONE_DA, WRONG_ORDER, exercise

exercise = replace(
    exercise,
    name="repair_backward",
    points=2,
    broken=(ONE_DA.name, WRONG_ORDER.name),
    hints=(
        "Two slips, both in the loop. For two layers it gives the right result: what is different with three?",
        "Write down which cache and which dA each turn of the loop uses for L = 4, and which it should use.",
        "Layer l needs the dA that layer l+1 has returned, and layer L−1 comes first.",
    ),
)
