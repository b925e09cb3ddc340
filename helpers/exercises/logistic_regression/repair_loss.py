"""Bug clinic: a loss that rewards being wrong about zeros."""

from helpers.engine.check import Exercise
from helpers.exercises.logistic_regression.loss import exercise as loss_exercise
from helpers.losses import loss

exercise = Exercise(
    loss,
    name="repair_loss",
    points=1,
    cases=loss_exercise.cases,
    quiet=True,
    mistakes=loss_exercise.mistakes,
    broken=("the minus reaches only the first part",),
    hints=(
        "Try it by hand for y = 1, then for y = 0, with a = 0.9. Which of the two makes no sense?",
        "Every loss must be positive: log of anything between 0 and 1 is negative.",
        "How far does the minus at the beginning reach? Compare the brackets with those of the formula, and count the "
        "minus signs that the second part gets.",
    ),
)
