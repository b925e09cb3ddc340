"""Bug clinic: an order in which a child may stand before its parent."""

from dataclasses import replace

from helpers.exercises.autodiff.topological_order import exercise

exercise = replace(
    exercise,
    name="repair_order",
    points=2,
    broken=("a node is put in front when it is met first, not when all its parents are in the list",),
    hints=(
        "It is right for chains. Try it on paper where a value is used twice.",
        "J = x · u with u = x + y: x is met first as a parent of J. Where does u stand after that?",
        "Let a node wait for its parents: append it at the end of the list, after the loop over them.",
    ),
)
