"""The cost of many examples."""

import numpy as np

from helpers.engine.check import Case, Exercise, Mistake
from helpers.exercises.cost_families import AND_UNHELD, costs
from helpers.exercises.costs import certain_cases, judge_cost
from helpers.exercises.families import without
from helpers.exercises.logistic_regression.material import outputs
from helpers.losses import cost


def cases(rng):
    """Yield cases from small to large."""
    yield Case("one example", **outputs(rng, 1))
    yield Case("two examples", **outputs(rng, 2))
    yield Case("seven examples", **outputs(rng, 7))
    yield Case("all undecided", A=np.full((1, 4), 0.5), Y=np.array([[1.0, 0, 0, 1]]))
    yield from certain_cases()


exercise = Exercise(
    cost,
    points=2,
    cases=cases,
    judge=judge_cost,
    quiet=True,
    mistakes=(
        Mistake(
            "the loss is taken of the mean output",
            {"np.sum(loss(A, Y)) / Y.shape[1]": "float(np.sum(loss(np.mean(A), np.mean(Y))))"},
            why="First the loss of each example, then the mean.",
        ),
        Mistake(
            "the last example is left out",
            {"loss(A, Y)": "loss(A[:, :-1], Y[:, :-1])"},
            why="All m columns count.",
        ),
        Mistake(
            "only the last example counts",
            "def cost(A, Y):\n    return loss(A[0, -1], Y[0, -1]) / Y.shape[1]",
            why="Add the loss of every example to the sum, which is set to 0 once, before the loop.",
        ),
        Mistake(
            "it returns in the first round of the loop",
            "def cost(A, Y):\n    return loss(A[0, 0], Y[0, 0]) / Y.shape[1]",
            why="The return stands after the loop, not in it.",
        ),
        *without(
            costs(cost, "np.sum(loss(A, Y)) / Y.shape[1]"),
            "the mean is taken over the outputs as well",
            "the mean is taken over the outputs as well" + AND_UNHELD,
            "it is divided by the number of rows",
            "it is divided by the number of rows" + AND_UNHELD,
        ),
    ),
    hints=(
        "You have the loss of one example. The cost is what an example costs on average.",
        "J = (1/m) Σ L(a⁽ⁱ⁾, y⁽ⁱ⁾); the i-th output is A[0, i], and m is Y.shape[1].",
        "A loop over i adds up the losses; divide by m at the end. If your loss is made of NumPy operations only, it "
        "works on whole arrays too, and then np.sum does the adding.",
    ),
)
