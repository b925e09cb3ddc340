"""Bug clinic: Adam whose first steps have the wrong length."""

from dataclasses import replace

from helpers.exercises.smaller_gap.adam_step import exercise as whole

FIRST, SECOND = "only V is corrected", "the corrected averages are returned"

exercise = replace(
    whole,
    name="repair_adam",
    points=2,
    broken=(FIRST, SECOND),
    hints=(
        "In the very first step, V and S are 0 before. How long should the step be in each entry? How long is it?",
        "Both averages are divided, by 1 − β1ᵗ and by 1 − β2ᵗ. And which averages does the next step go on with?",
        "Two places need a change: the correction of S, and what is returned.",
    ),
)
