"""Bug clinic: a way back that forgets all uses of a value but one."""

from dataclasses import replace

from helpers.exercises.autodiff.backward import LAST_ONLY, exercise

exercise = replace(
    exercise,
    name="repair_paths",
    points=1,
    broken=(LAST_ONLY.name,),
    hints=(
        "It is right for every graph in which no value is used twice. Go through x + x on paper.",
        "Which of the two parts of x's gradient is left at the end? Which should be?",
        "The sum over paths: a part is added to what has arrived before.",
    ),
)
