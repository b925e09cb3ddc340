"""Bug clinic: a way back that takes no notice of broadcasting."""

from dataclasses import replace

from helpers.exercises.autodiff.backward import NOT_SUMMED, exercise

exercise = replace(
    exercise,
    name="repair_broadcast",
    points=1,
    broken=(NOT_SUMMED.name,),
    hints=(
        "No error is raised, because NumPy broadcasts again. Print the shapes of gradients beside those of values.",
        "A bias that was added to six columns has six gradients at first. How many should it have?",
        "Every part has to be summed down to the shape of the value that it belongs to, before it is added.",
    ),
)
