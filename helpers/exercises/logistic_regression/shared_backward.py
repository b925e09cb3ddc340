"""Going back through a graph in which one value is used twice."""

from helpers.chain_rule import shared_backward
from helpers.engine.check import Case, Exercise, Mistake
from helpers.exercises.paper import biases


def cases(rng):
    """Yield cases from small to large."""
    yield Case("whole numbers", x=2.0, y=1.0)
    x, y = (float(n) for n in rng.integers(1, 6, 2))
    yield Case("y = 0", x=x, y=0.0)
    yield Case("a negative x", x=-x, y=y)
    yield Case("x = 0", x=0.0, y=y)
    yield Case("tenths", x=biases(rng), y=-y)


BOTH = "x reaches J by two ways. Its slope is the sum of what both ways give."

exercise = Exercise(
    shared_backward,
    points=2,
    cases=cases,
    returns=("dx", "dy"),
    mistakes=(
        Mistake("only the way of x straight into v is counted", {"dv * u + du": "dv * u"}, why=BOTH),
        Mistake("only the way of x through u is counted", {"dv * u + du": "du"}, why=BOTH),
        Mistake(
            "the two ways are multiplied",
            {"dv * u + du": "dv * u * du"},
            why="Along one way slopes are multiplied. Over two ways they are added.",
        ),
        Mistake(
            "the mean of the two ways is taken",
            {"dv * u + du": "(dv * u + du) / 2"},
            why=BOTH,
        ),
        Mistake(
            "one way is subtracted from the other",
            {"dv * u + du": "dv * u - du"},
            why=BOTH,
        ),
        Mistake("the slope of v² is left out", {"dv = 2 * v": "dv = 1"}, why="J = v², so dv = 2v."),
        Mistake("the slope of v² is taken for 2", {"dv = 2 * v": "dv = 2"}, why="J = v², so dv = 2v."),
        Mistake("dv is J itself", {"dv = 2 * v": "dv = v * v"}, why="The slope of v² is 2v."),
        Mistake(
            "the slope of v with respect to u is taken for u",
            {"du = dv * x": "du = dv * u"},
            why="v = x · u, so with x held still, v moves x times as fast as u.",
        ),
        Mistake(
            "du is taken for dv",
            {"du = dv * x": "du = dv"},
            why="v = x · u: on the way back to u everything is multiplied by x.",
        ),
        Mistake(
            "the factor on the way from x straight to v is x",
            {"dx = dv * u + du": "dx = dv * x + du"},
            why="v = x · u: with u held still, v moves u times as fast as x, and u is x + y.",
        ),
        Mistake(
            "the two are given back in the other order",
            {"return dx, dy": "return dy, dx"},
            why="First dx, then dy.",
        ),
        Mistake(
            "J and its parts are returned instead of slopes",
            {"return dx, dy": "return v, v * v"},
            why="The docstring asks for the slopes of J with respect to x and y.",
        ),
    ),
    hints=(
        "Draw the graph with x = 2 and y = 1: the values from left to right, then the slopes from right to left.",
        "dv = 2v and du = dv · x. For dx add what arrives from v and what arrives from u.",
        "First compute u and v. Then dv, then du from it. x receives dv times u by the direct way, and all of du by "
        "the other, since u = x + y. y has one way only.",
    ),
)
