"""The ReLU that keeps a small slope on the left."""

from helpers.activations import leaky_relu
from helpers.engine.check import Exercise, Mistake
from helpers.exercises.shallow_network.curves import with_zero

exercise = Exercise(
    leaky_relu,
    points=1,
    cases=with_zero,
    mistakes=(
        Mistake(
            "it is the plain ReLU",
            {"np.maximum(0.01 * z, z)": "np.maximum(0, z)"},
            why="Negative z keep a hundredth of their value.",
        ),
        Mistake(
            "the slope on the left is 0.1",
            {"np.maximum(0.01 * z, z)": "np.maximum(0.1 * z, z)"},
            why="The slope on the left is 0.01.",
        ),
        Mistake(
            "the minimum is taken",
            {"np.maximum(0.01 * z, z)": "np.minimum(0.01 * z, z)"},
            why="Of 0.01 z and z, the larger one: z on the right, 0.01 z on the left.",
        ),
        Mistake(
            "negative z turn positive",
            {"np.maximum(0.01 * z, z)": "np.maximum(-0.01 * z, z)"},
            why="On the left the line still rises: 0.01 z is negative there.",
        ),
        Mistake(
            "the left side is the constant 0.01",
            {"np.maximum(0.01 * z, z)": "np.where(np.greater(z, 0), z, 0.01)"},
            why="0.01 is the slope on the left, not the value.",
        ),
        Mistake(
            "both sides are multiplied",
            {"np.maximum(0.01 * z, z)": "0.01 * z"},
            why="Positive z pass through as they are.",
        ),
        Mistake(
            "the maximum is taken over all entries",
            {"np.maximum(0.01 * z, z)": "np.max(np.maximum(0.01 * z, z))"},
            why="The result has the shape of z: one value an entry.",
        ),
        Mistake(
            "z is compared with the number 0.01",
            {"np.maximum(0.01 * z, z)": "np.maximum(0.01, z)"},
            why="On the left stands a line, 0.01 times z, not the number 0.01.",
        ),
        Mistake(
            "one question is asked about the whole array",
            {"np.maximum(0.01 * z, z)": "max(0.01 * z, z)"},
            why="`if` and Python's max want one yes or no; an array has one for each entry, as np.maximum knows.",
        ),
        Mistake(
            "0.01 z is added on both sides",
            {"np.maximum(0.01 * z, z)": "np.maximum(0, z) + 0.01 * z"},
            why="Positive z pass through as they are: only the left side has 0.01 z.",
        ),
    ),
    hints=(
        "Like ReLU, but the left side is a gentle slope instead of flat.",
        "max(0.01 z, z), entry by entry.",
        "For negative z the larger of z and 0.01 z is 0.01 z: one np.maximum does both sides.",
    ),
)
