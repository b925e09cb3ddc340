"""The area of a triangle from its three sides."""

from geometry.triangles import area
from helpers.engine.check import Case, Exercise, Mistake


def cases(rng):
    """Yield triangles whose areas are known, and a random one."""
    yield Case("half a rectangle", a=3.0, b=4.0, c=5.0)
    yield Case("two equal sides", a=5.0, b=5.0, c=6.0)
    yield Case("no area at all", a=1.0, b=2.0, c=3.0)
    a, b = rng.uniform(1, 2, 2)
    yield Case("any triangle", a=float(a), b=float(b), c=float(0.9 * (a + b)))


exercise = Exercise(
    area,
    points=2,
    cases=cases,
    mistakes=(
        Mistake("s is the whole perimeter", {" / 2": ""}, why="In the formula s is half the perimeter."),
        Mistake(
            "the root is not taken",
            {"math.sqrt(s * (s - a) * (s - b) * (s - c))": "s * (s - a) * (s - b) * (s - c)"},
            why="A product of four lengths is no area; its square root is.",
        ),
    ),
    equivalents=dict.fromkeys(
        ["perimeter(a, b, c) → perimeter(b, a, c)", "perimeter(a, b, c) → perimeter(a, c, b)"],
        "A sum does not depend on the order of its terms.",
    ),
    hints=(
        "Everything follows from s, half the perimeter.",
        "Multiply s by what is left of it without each side in turn.",
        "The area is the square root of that product of four numbers.",
    ),
)
