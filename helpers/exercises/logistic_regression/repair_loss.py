"""Bug clinic: a loss that rewards being wrong about zeros."""

from helpers.exercises.engine import Exercise
from helpers.exercises.logistic_regression.loss import exercise as loss_exercise
from helpers.losses import loss

exercise = Exercise(
    loss,
    name="repair_loss",
    points=1,
    cases=loss_exercise.cases,
    quiet=True,
    mistakes=loss_exercise.mistakes,
    broken=("a difference stands where the sum belongs",),
    hints=(
        "Try it by hand for y = 1, then for y = 0, with a = 0.9. Which of the two makes no sense?",
        "Every loss must be positive: log of anything between 0 and 1 is negative.",
        "Look at the sign between the two parts. What does it do to the second part when the minus in front is "
        "multiplied in?",
    ),
)
