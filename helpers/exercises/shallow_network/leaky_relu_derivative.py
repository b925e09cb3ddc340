"""The slope of leaky ReLU."""

from helpers.activations import leaky_relu_derivative
from helpers.engine.check import Exercise, Mistake
from helpers.exercises.array_families import one_question
from helpers.exercises.shallow_network.curves import judge_corner, with_zero

STEP = "np.maximum(0.01, relu_derivative(z))"

exercise = Exercise(
    leaky_relu_derivative,
    points=1,
    cases=with_zero,
    judge=judge_corner,
    mistakes=(
        Mistake(
            "it is the slope of the plain ReLU",
            {STEP: "relu_derivative(z)"},
            why="On the left the slope is 0.01, not 0.",
        ),
        Mistake(
            "the slope on the left is 0.1",
            {STEP: "np.maximum(0.1, relu_derivative(z))"},
            why="leaky ReLU is 0.01 z on the left: slope 0.01.",
        ),
        Mistake(
            "it is leaky ReLU itself",
            {STEP: "np.maximum(0.01 * z, z)"},
            why="The slope of the line z is 1, the slope of 0.01 z is 0.01: no z is left.",
        ),
        Mistake(
            "the two sides are swapped",
            {STEP: "np.where(np.greater(z, 0), 0.01, 1.0)"},
            why="The steep side, slope 1, is the right one.",
        ),
        Mistake(
            "the slope on the left is negative",
            {STEP: "np.where(np.less(z, 0), -0.01, 1.0)"},
            why="0.01 z still rises: its slope is +0.01.",
        ),
        Mistake(
            "0.01 is added on both sides",
            {STEP: "0.01 + relu_derivative(z)"},
            why="On the right the slope is exactly 1.",
        ),
        Mistake(
            "the left side still has z in it",
            {STEP: "np.where(np.less(z, 0), 0.01 * z, 1.0)"},
            why="The slope of 0.01 z is the number 0.01.",
        ),
        Mistake(
            "the right side still has z in it",
            {STEP: "np.where(np.less(z, 0), 0.01, z)"},
            why="The slope of the line z is the number 1.",
        ),
        Mistake(
            "one question is asked about the whole array",
            {STEP: "1 if z >= 0 else 0.01"},
            why="`if` wants one yes or no, an array has one for each entry: np.where chooses entry by entry.",
        ),
        Mistake(
            "z is compared with 0.01",
            {STEP: "np.maximum(0.01, z)"},
            why="The slopes are the numbers 0.01 and 1: no z is left in them.",
        ),
        *one_question(leaky_relu_derivative, ("z >= 0", "np.ones(z.shape)", "np.full(z.shape, 0.01)")),
    ),
    hints=(
        "Two straight lines meet at 0: each has its own slope.",
        "0.01 where z < 0 and 1 where z > 0; at 0 take either.",
        "np.where(condition, value if true, value if false) chooses entry by entry.",
    ),
)
