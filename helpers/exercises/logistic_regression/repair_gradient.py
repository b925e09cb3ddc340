"""Bug clinic: a gradient whose size grows with the number of examples."""

from helpers.engine.check import Exercise
from helpers.exercises.logistic_regression.gradient_loop import exercise as loop_exercise
from helpers.logistic_loops import gradient_loop

exercise = Exercise(
    gradient_loop,
    name="repair_gradient",
    points=1,
    cases=loop_exercise.cases,
    returns=loop_exercise.returns,
    equivalents=loop_exercise.equivalents,
    mistakes=loop_exercise.mistakes,
    broken=("the 1/m is forgotten in dw", "the 1/m is forgotten in db"),
    hints=(
        "It is right for one example and further off the more there are. What does it forget to do with m?",
        "Compare it with the numerical gradient of the cost: what is the ratio, entry by entry?",
        "Three things come out of the loop as sums over the examples. How many of them become means?",
    ),
)
