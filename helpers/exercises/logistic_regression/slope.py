"""The numerical slope of a function of one number."""

from helpers.engine.check import Case, Exercise, Mistake, Named
from helpers.gradient_check import slope

HERE = "helpers.exercises.logistic_regression.material"


def cases(rng):
    """Yield cases from small to large."""
    yield Case("θ² at 3", f=Named(f"{HERE}:square"), theta=3.0)
    yield Case("θ³ at 1", f=Named(f"{HERE}:cube"), theta=1.0)
    yield Case("θ³ at a negative number", f=Named(f"{HERE}:cube"), theta=-float(rng.integers(2, 9)))
    theta = float(rng.integers(1, 9))
    yield Case("θ³, a wide nudge", f=Named(f"{HERE}:cube"), theta=theta, nudge=0.5)
    yield Case("θ² between whole numbers", f=Named(f"{HERE}:square"), theta=float(rng.uniform(-3, 3)))


exercise = Exercise(
    slope,
    points=1,
    cases=cases,
    rtol=1e-7,
    atol=1e-9,
    mistakes=(
        Mistake("it is divided by ε, not by 2ε", {"(2 * nudge)": "nudge"}, why="Up to down is 2ε wide."),
        Mistake("it is not divided at all", {" / (2 * nudge)": ""}, why="A slope is a difference per width."),
        Mistake(
            "the sign is turned",
            {"f(theta + nudge) - f(theta - nudge)": "f(theta - nudge) - f(theta + nudge)"},
            why="Up minus down.",
        ),
        Mistake(
            "it goes up only",
            {"(f(theta + nudge) - f(theta - nudge)) / (2 * nudge)": "(f(theta + nudge) - f(theta)) / nudge"},
            why="One side alone is off by about ε. With both sides these errors cancel.",
        ),
        Mistake(
            "it goes down only",
            {"(f(theta + nudge) - f(theta - nudge)) / (2 * nudge)": "(f(theta) - f(theta - nudge)) / nudge"},
            why="One side alone is off by about ε. With both sides these errors cancel.",
        ),
        Mistake(
            "it is divided by 2 and then multiplied by ε",
            {"/ (2 * nudge)": "/ 2 * nudge"},
            why="a / 2 * ε is (a / 2) · ε. The whole 2ε is what divides.",
        ),
        Mistake(
            "only the second value is divided",
            {
                "(f(theta + nudge) - f(theta - nudge)) / (2 * nudge)": "f(theta + nudge) "
                "- f(theta - nudge) / (2 * nudge)"
            },
            why="The whole difference is divided: it belongs in brackets.",
        ),
        Mistake(
            "the nudge is ignored",
            {"theta + nudge": "theta + 1e-5", "theta - nudge": "theta - 1e-5", "(2 * nudge)": "2e-5"},
            why="Use the nudge that is passed in; 1e-5 is only its default.",
        ),
        Mistake(
            "the two values are added",
            {"f(theta + nudge) - f(theta - nudge)": "f(theta + nudge) + f(theta - nudge)"},
            why="A slope compares two heights: up minus down.",
        ),
    ),
    hints=(
        "How steep is a road? Its rise, divided by the distance along the ground.",
        "The slope is about (f(θ + ε) − f(θ − ε)) / 2ε.",
        "Call f twice, once a nudge above theta and once a nudge below. Divide the difference of the two values by "
        "the distance between the two places, and put brackets around that distance.",
    ),
)
