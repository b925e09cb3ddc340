"""The sigmoid, for any z."""

import numpy as np

from helpers.activations import sigmoid
from helpers.engine.check import Case, Exercise, Mistake
from helpers.exercises.array_families import of_math, one_question


def cases(rng):
    """Return cases from small to large."""
    return [
        Case("at zero", z=0.0),
        Case("a negative number", z=-1.5),
        Case("three numbers in a column", z=np.array([[-1.5], [0.4], [2.0]])),
        Case("whole numbers", z=np.array([[0, 1, -2]])),
        Case("a row of five", z=3 * rng.normal(size=(1, 5))),
        Case("far out on the left", z=-100.0 * int(rng.integers(8, 30))),
        Case("far out on both sides", z=np.array([[-1000.0, -20.0, 20.0, 1000.0]]) + rng.integers(0, 9)),
    ]


exercise = Exercise(
    sigmoid,
    points=2,
    cases=cases,
    quiet=True,
    atol=1e-12,
    mistakes=(
        Mistake(
            "the minus sign in the exponent is lost",
            {"np.tanh(0.5 * z)": "np.tanh(-0.5 * z)"},
            why="σ grows with z. With e⁺ᶻ below the line, or with −tanh(z/2), it would fall.",
        ),
        Mistake(
            "the 1 in the denominator is missing",
            "def sigmoid(z):\n    return 1 / np.exp(-z)",
            why="1 / e⁻ᶻ grows without end; the 1 below the line keeps σ under 1.",
        ),
        Mistake(
            "1 was taken from e⁻ᶻ in place of added",
            "def sigmoid(z):\n    return 1 / (1 - np.exp(-z))",
            why="σ(0) is ½: e⁰ is 1, and 1 + 1 = 2 stands below the line.",
        ),
        Mistake(
            "it is tanh",
            "def sigmoid(z):\n    return np.tanh(z)",
            why="tanh runs from −1 to 1, σ from 0 to 1.",
        ),
        Mistake(
            "z is not halved inside tanh",
            {"np.tanh(0.5 * z)": "np.tanh(z)"},
            why="σ(z) = ½ (1 + tanh(z/2)): the curve is half as steep as tanh.",
        ),
        Mistake("the factor ½ is forgotten", {"0.5 * (1": "1.0 * (1"}, why="The largest value is 1, not 2."),
        Mistake(
            "it is the derivative of the sigmoid",
            {
                "return 0.5 * (1 + np.tanh(0.5 * z))": "a = 0.5 * (1 + np.tanh(0.5 * z))\n    return a * (1 - a)"
            },
            why="a (1 − a) is the slope; the value itself is a.",
        ),
        Mistake(
            "the result was rounded",
            {"return 0.5 * (1 + np.tanh(0.5 * z))": "return np.round(0.5 * (1 + np.tanh(0.5 * z)))"},
            why="The output is a probability; rounding to 0 or 1 comes later, in predict.",
        ),
        Mistake(
            "z was cut off too early",
            {"np.tanh(0.5 * z)": "np.tanh(0.5 * np.clip(z, -5, 5))"},
            why="Clipping is fine only so far out that σ has reached 0 or 1.",
        ),
        Mistake(
            "the brackets below the line are missing",
            "def sigmoid(z):\n    return 1 / 1 + np.exp(-z)",
            why="1 / 1 + e⁻ᶻ is read as (1 / 1) + e⁻ᶻ. What stands below the line belongs in brackets.",
        ),
        Mistake(
            "e⁻ᶻ overflows for very negative z",
            "def sigmoid(z):\n    return 1 / (1 + np.exp(-z))",
            why="e¹⁰⁰⁰ is larger than the largest float. The value comes out right, but not without a warning.",
        ),
        Mistake(
            "e⁺ᶻ stands above and below the line, and overflows for large z",
            "def sigmoid(z):\n    return np.exp(z) / (1 + np.exp(z))",
            why="Above and below the line stands infinity then, and infinity by infinity is not a number.",
        ),
        *one_question(
            sigmoid,
            ("z >= 0", "1 / (1 + np.exp(-z))", "np.exp(z) / (1 + np.exp(z))"),
            ("z < -700", "0.0", "1 / (1 + np.exp(-z))"),
        ),
        *of_math(sigmoid, "1 / (1 + math.exp(-z))", "0.5 * (1 + math.tanh(0.5 * z))"),
        *(
            Mistake(
                "e is a rounded number",
                {"0.5 * (1 + np.tanh(0.5 * z))": f"1 / (1 + {e} ** -z)"},
                why="A number with a few digits of e is another number: np.exp(-z) has them all.",
                alone=True,
            )
            for e in (2.7, 2.71, 2.718, 2.7182, 2.7183, 2.71828, 2.72)
        ),
    ),
    hints=(
        "Large z must give nearly 1, z = 0 exactly ½, very negative z nearly 0. Try these three in your head.",
        "σ(z) = 1 / (1 + e⁻ᶻ). NumPy's exponential works on whole arrays. For z = −1000 it overflows and warns; the "
        "same curve is ½ (1 + tanh(z/2)), and tanh never overflows.",
        "Halve z, take np.tanh of it, add 1, halve the result. Or keep the exponential, and first keep z between "
        "−700 and 700 with np.clip.",
    ),
)
