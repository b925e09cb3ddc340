"""The hyperbolic tangent."""

from helpers.activations import tanh
from helpers.engine.check import Exercise, Mistake
from helpers.exercises.shallow_network.curves import near_and_far

exercise = Exercise(
    tanh,
    points=1,
    cases=near_and_far,
    mistakes=(
        Mistake(
            "it is the sigmoid",
            {"np.tanh(z)": "1 / (1 + np.exp(-z))"},
            why="tanh lies between −1 and 1, the sigmoid between 0 and 1.",
        ),
        Mistake(
            "it is sinh, half the numerator",
            {"np.tanh(z)": "np.sinh(z)"},
            why="The numerator eᶻ − e⁻ᶻ is divided by eᶻ + e⁻ᶻ, not by 2.",
        ),
        Mistake(
            "the sign is turned",
            {"np.tanh(z)": "-np.tanh(z)"},
            why="tanh grows with z: positive for positive z.",
        ),
        Mistake(
            "numerator and denominator overflow",
            {"np.tanh(z)": "(np.exp(z) - np.exp(-z)) / (np.exp(z) + np.exp(-z))"},
            why="e¹⁰⁰⁰ is too large for a float, and inf / inf is nan: use np.tanh.",
        ),
        Mistake(
            "the argument is halved",
            {"np.tanh(z)": "np.tanh(z / 2)"},
            why="σ(z) = ½ (1 + tanh(z/2)) has the half inside; tanh(z) itself has not.",
        ),
        Mistake(
            "it is the derivative",
            {"np.tanh(z)": "1 - np.tanh(z) ** 2"},
            why="1 − a² is the slope of tanh, not its value.",
        ),
        Mistake(
            "the brackets around the denominator are missing",
            {"np.tanh(z)": "(np.exp(z) - np.exp(-z)) / np.exp(z) + np.exp(-z)"},
            why="Division binds closer than the plus: the whole sum is the denominator.",
        ),
        Mistake(
            "math.tanh is used, which takes one number only",
            "import math\n\ndef tanh(z):\n    return math.tanh(z)",
            why="z may be an array of any shape: np.tanh works on each entry.",
        ),
        Mistake(
            "numerator and denominator are exchanged",
            "def tanh(z):\n    return (np.exp(z) + np.exp(-z)) / (np.exp(z) - np.exp(-z))",
            why="tanh lies between −1 and 1: the difference stands above, the sum below.",
            alone=True,
        ),
        Mistake(
            "numerator and denominator are exchanged",
            "def tanh(z):\n    return 1 / np.tanh(z)",
            why="tanh lies between −1 and 1: the difference stands above, the sum below.",
            alone=True,
        ),
    ),
    hints=(
        "NumPy has this function under its own name.",
        "tanh(z) = (eᶻ − e⁻ᶻ) / (eᶻ + e⁻ᶻ), between −1 and 1, and 0 at 0.",
        "One line: return the function of np with the same name, of z.",
    ),
)
