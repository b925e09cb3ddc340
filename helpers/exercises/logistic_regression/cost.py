"""The cost of many examples."""

import numpy as np

from helpers.engine.check import Case, Exercise, Mistake
from helpers.exercises.costs import certain_cases, judge_cost
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
            "the 1/m is forgotten", {" / Y.shape[1]": ""}, why="J is the mean of the losses, not their sum."
        ),
        Mistake(
            "it divides twice", {"/ Y.shape[1]": "/ Y.shape[1] ** 2"}, why="J = (1/m) Σ L, one division."
        ),
        Mistake(
            "outputs and labels are swapped",
            {"loss(A, Y)": "loss(Y, A)"},
            why="The logarithm is taken of the output: loss(a, y).",
        ),
        Mistake("the minus is taken twice", {"np.sum": "-np.sum"}, why="The loss is already positive."),
        Mistake(
            "only the losses of one class are added",
            {"np.sum(loss(A, Y))": "np.sum(Y * loss(A, Y))"},
            why="Every example adds its loss, whatever its label.",
        ),
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
            "nothing keeps the logarithm away from 0",
            {"loss(A, Y)": "-(Y * np.log(A) + (1 - Y) * np.log(1 - A))"},
            why="Your loss already takes care of outputs of 0 and 1: call it.",
        ),
        Mistake(
            "the sum starts again from 0 for every example",
            "def cost(A, Y):\n    return loss(A[0, -1], Y[0, -1]) / Y.shape[1]",
            why="Set the sum to 0 once, before the loop.",
        ),
        Mistake(
            "it returns in the first round of the loop",
            "def cost(A, Y):\n    return loss(A[0, 0], Y[0, 0]) / Y.shape[1]",
            why="The return stands after the loop, not in it.",
        ),
        Mistake(
            "the cost is halved",
            {"/ Y.shape[1]": "/ (2 * Y.shape[1])"},
            why="J = (1/m) Σ L. A factor ½ belongs to the squared error, not to this loss.",
        ),
    ),
    hints=(
        "You have the loss of one example. The cost is what an example costs on average.",
        "J = (1/m) Σ L(a⁽ⁱ⁾, y⁽ⁱ⁾); the i-th output is A[0, i], and m is Y.shape[1].",
        "A loop over i adds up the losses; divide by m at the end. If your loss is made of NumPy operations only, it "
        "works on whole arrays too, and then np.sum does the adding.",
    ),
)
