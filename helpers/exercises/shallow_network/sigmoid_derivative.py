"""The slope of the sigmoid."""

from helpers.activations import sigmoid_derivative
from helpers.engine.check import Exercise, Mistake
from helpers.exercises.shallow_network.curves import near_and_far

exercise = Exercise(
    sigmoid_derivative,
    points=1,
    cases=near_and_far,
    atol=1e-12,
    mistakes=(
        Mistake(
            "z is used as if it were a",
            {"a = sigmoid(z)": "a = z"},
            why="The formula is in a = σ(z); z has to pass through σ first.",
        ),
        Mistake(
            "it is 1 − a, without the factor a", {"a * (1 - a)": "1 - a"}, why="σ′ = a (1 − a): two factors."
        ),
        Mistake(
            "it is the slope of tanh, 1 − a²",
            {"a * (1 - a)": "1 - a**2"},
            why="1 − a² belongs to tanh; for σ it is a (1 − a).",
        ),
        Mistake(
            "it is a (1 + a)",
            {"a * (1 - a)": "a * (1 + a)"},
            why="Far to the right the curve is flat: a = 1 must give 0.",
        ),
        Mistake("it is σ itself", {"a * (1 - a)": "a"}, why="That is the value; the slope is a (1 − a)."),
        Mistake(
            "the sign is turned",
            {"a * (1 - a)": "a * (a - 1)"},
            why="σ rises everywhere, so its slope is positive.",
        ),
        Mistake(
            "the derivative is taken twice",
            {"a * (1 - a)": "a * (1 - a) * (1 - 2 * a)"},
            why="a (1 − a)(1 − 2a) is the second derivative.",
        ),
        Mistake(
            "an exponential overflows",
            "def sigmoid_derivative(z):\n    return np.exp(-z) / (1 + np.exp(-z)) ** 2",
            why="e¹⁰⁰⁰ is too large for a float; write the slope in a, which never is.",
        ),
        Mistake(
            "the denominator is not squared",
            "def sigmoid_derivative(z):\n    return np.exp(-z) / (1 + np.exp(-z))",
            why="The quotient rule squares the denominator; without the square it is 1 − a.",
        ),
        Mistake(
            "1 − z stands in place of 1 − a",
            {"a * (1 - a)": "a * (1 - z)"},
            why="σ′ = a (1 − a): once z has passed through σ it is not needed again.",
        ),
        Mistake(
            "the brackets are missing",
            {"a * (1 - a)": "a * 1 - a"},
            why="a (1 − a): without the brackets a · 1 − a is 0 everywhere.",
        ),
        Mistake(
            "the denominator is multiplied instead of dividing",
            "def sigmoid_derivative(z):\n    return np.exp(-z) * (1 + np.exp(-z))",
            why="σ′ = a (1 − a) = e⁻ᶻ / (1 + e⁻ᶻ)²: a quotient.",
            alone=True,
        ),
        Mistake(
            "the denominator is multiplied instead of dividing",
            "def sigmoid_derivative(z):\n    return np.exp(-z) * (1 + np.exp(-z)) ** 2",
            why="σ′ = a (1 − a) = e⁻ᶻ / (1 + e⁻ᶻ)²: a quotient.",
            alone=True,
        ),
    ),
    hints=(
        "The slope can be written in the value a = σ(z) alone.",
        "σ′(z) = a (1 − a): a quarter at z = 0, next to nothing far out.",
        "Two lines: a is the sigmoid of z; return a times what is missing to 1.",
    ),
)
