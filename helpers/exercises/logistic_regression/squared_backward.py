"""The slope of the squared error with respect to z, derived by the learner."""

from helpers.chain_rule import squared_backward
from helpers.engine.check import Case, Exercise, Mistake


def cases(rng):
    """Yield cases from small to large."""
    yield Case("undecided, label 1", a=0.5, y=1)
    yield Case("undecided, label 0", a=0.5, y=0)
    yield Case("a little wrong", a=float(rng.integers(1, 5)) / 10, y=0)
    yield Case("sure and wrong", a=float(rng.integers(1, 10)) / 100, y=1)
    yield Case("sure and right", a=1 - float(rng.integers(1, 10)) / 100, y=1)


exercise = Exercise(
    squared_backward,
    points=2,
    cases=cases,
    mistakes=(
        Mistake(
            "it is the slope of the loss L",
            {"return da * a * (1 - a)": "return a - y"},
            why="a − y belongs to L, where a(1 − a) cancels. Here da has nothing that it could cancel against.",
        ),
        Mistake(
            "it stops at da",
            {"return da * a * (1 - a)": "return da"},
            why="dz = da · ∂a/∂z, and ∂a/∂z = a(1 − a).",
        ),
        Mistake(
            "the 2 of the square is missing",
            {"2 * (a - y)": "a - y"},
            why="The slope of (a − y)² with respect to a is 2(a − y).",
        ),
        Mistake(
            "the sign is turned",
            {"2 * (a - y)": "2 * (y - a)"},
            why="da is 2(a − y), output minus label, and the slope of σ is a(1 − a).",
        ),
        Mistake(
            "only a, not a(1 − a), is the slope of the sigmoid",
            {"return da * a * (1 - a)": "return da * a"},
            why="∂a/∂z = a(1 − a).",
        ),
        Mistake(
            "only 1 − a, not a(1 − a), is the slope of the sigmoid",
            {"return da * a * (1 - a)": "return da * (1 - a)"},
            why="∂a/∂z = a(1 − a).",
        ),
        Mistake(
            "the slope of the sigmoid is added instead of multiplied",
            {"return da * a * (1 - a)": "return da + a * (1 - a)"},
            why="Along one way slopes are multiplied.",
        ),
        Mistake(
            "the error is still squared",
            {"2 * (a - y)": "2 * (a - y) ** 2"},
            why="The slope of t² is 2t: the square becomes a factor 2.",
        ),
        Mistake(
            "the slope of the sigmoid is squared",
            {"return da * a * (1 - a)": "return da * (a * (1 - a)) ** 2"},
            why="z moves a once: the factor a(1 − a) appears once.",
        ),
    ),
    hints=(
        "The chain is the same as for L: z moves a, a moves the error. Only the last link is new.",
        "dz = da · ∂a/∂z. You know ∂a/∂z = a(1 − a). What is the slope of (a − y)² with respect to a?",
        "Take da from the rule for a square, then multiply it by the slope of the sigmoid, written with a alone.",
    ),
)
