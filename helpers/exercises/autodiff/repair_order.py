"""Bug clinic: an order in which a child may stand before its parent."""

from dataclasses import replace

from helpers.exercises.autodiff.topological_order import exercise

exercise = replace(
    exercise,
    name="repair_order",
    points=2,
    broken=("it goes back level by level",),
    hints=(
        "It is right for chains and for diamonds. Try it where a value is used early and late.",
        "J = x · u with u = x + y: the list is turned around at the end. Where does x stand, and where u?",
        "Keep the first visit from deciding: append a node only after all its parents have been appended.",
    ),
)
