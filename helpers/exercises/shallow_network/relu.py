"""The rectified linear unit."""

from helpers.activations import relu
from helpers.engine.check import Exercise, Mistake
from helpers.exercises.shallow_network.curves import with_zero

exercise = Exercise(
    relu,
    points=1,
    cases=with_zero,
    mistakes=(
        Mistake(
            "the maximum is taken over all entries",
            {"np.maximum(0, z)": "np.max(z)"},
            why="np.max gives one number; np.maximum compares entry by entry.",
        ),
        Mistake(
            "it is the minimum",
            {"np.maximum(0, z)": "np.minimum(0, z)"},
            why="Positive z pass through, negative z become 0.",
        ),
        Mistake(
            "it is the absolute value",
            {"np.maximum(0, z)": "np.abs(z)"},
            why="Negative z become 0, they are not turned around.",
        ),
        Mistake(
            "it is the derivative",
            {"np.maximum(0, z)": "(z > 0) * 1.0"},
            why="Where z > 0 the value is z itself, and 1 is the slope.",
        ),
        Mistake(
            "it is the leaky one",
            {"np.maximum(0, z)": "np.maximum(0.01 * z, z)"},
            why="Here negative z become exactly 0.",
        ),
        Mistake(
            "values above 1 are cut off",
            {"np.maximum(0, z)": "np.clip(z, 0, 1)"},
            why="ReLU has no upper end.",
        ),
        Mistake(
            "z is changed in place",
            "def relu(z):\n    z = np.asarray(z)\n    z[z < 0] = 0\n    return z",
            why="The caller still needs Z: make a new array.",
        ),
        Mistake(
            "one question is asked about the whole array",
            {"np.maximum(0, z)": "max(0, z)"},
            why="`if` and Python's max want one yes or no; an array has one for each entry, as np.maximum knows.",
        ),
    ),
    hints=(
        "Entry by entry, the larger of 0 and z.",
        "max(0, z) for every entry; not one maximum over the array.",
        "np.maximum takes two things and compares them entry by entry; one of the two may be a number.",
    ),
)
