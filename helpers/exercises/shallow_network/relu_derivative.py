"""The slope of ReLU."""

from helpers.activations import relu_derivative
from helpers.engine.check import Exercise, Mistake
from helpers.exercises.array_families import one_question
from helpers.exercises.shallow_network.curves import judge_corner, with_zero

exercise = Exercise(
    relu_derivative,
    points=1,
    cases=with_zero,
    equivalents={
        "(z >= 0) * np.ones_like(z) → (z >= 0) / np.ones_like(z)": "Divided by one is times one.",
        "(z >= 0) * np.ones_like(z) → z >= 0": "True and False count as 1 and 0.",
        "z >= 0 → z > 0": "At 0 the slope may be 0 or 1.",
    },
    judge=judge_corner,
    mistakes=(
        Mistake(
            "it is ReLU itself",
            {"(z >= 0) * np.ones_like(z)": "np.maximum(0, z)"},
            why="Where z > 0 the value is z, but the slope is 1.",
        ),
        Mistake(
            "the two sides are swapped",
            {"(z >= 0)": "(z <= 0)"},
            why="The right side rises with slope 1, the left side is flat.",
        ),
        Mistake(
            "the left side gets −1",
            {"(z >= 0) * np.ones_like(z)": "np.sign(z)"},
            why="The left side is flat: slope 0.",
        ),
        Mistake(
            "the slope is 1 everywhere",
            {"(z >= 0) * np.ones_like(z)": "np.ones_like(z)"},
            why="For z < 0 the output does not move with z: slope 0.",
        ),
        Mistake(
            "the left side is leaky",
            {"(z >= 0) * np.ones_like(z)": "np.where(np.less(z, 0), 0.01, 1.0)"},
            why="0.01 belongs to leaky ReLU; here the left side is flat.",
        ),
        Mistake(
            "the comparison is with 1", {"(z >= 0)": "(z >= 1)"}, why="The corner of max(0, z) is at z = 0."
        ),
        Mistake(
            "one number is returned for the whole array",
            {"(z >= 0) * np.ones_like(z)": "1.0 * np.all(np.greater_equal(z, 0))"},
            why="Every entry has its own slope: the result has the shape of z.",
        ),
        Mistake(
            "one question is asked about the whole array",
            {"(z >= 0) * np.ones_like(z)": "1 if z >= 0 else 0"},
            why="`if` wants one yes or no; an array has one for each entry, as a comparison by itself gives.",
        ),
        *one_question(relu_derivative, ("z >= 0", "np.ones(z.shape)", "np.zeros(z.shape)")),
    ),
    hints=(
        "Look at the picture: how steep is the line on the left of 0, how steep on the right?",
        "0 where z < 0 and 1 where z > 0; at 0 take either.",
        "A comparison such as z >= 0 gives True and False for every entry, and these count as 1 and 0 when multiplied.",
    ),
)
