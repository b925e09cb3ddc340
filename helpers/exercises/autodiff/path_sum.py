"""The slope as a sum over all paths."""

from helpers.autodiff import path_sum
from helpers.engine.check import Case, Exercise, Mistake


def cases(rng):
    """Yield cases from small to large."""
    yield Case("one arrow", arrows=[("x", "J", 3.0)], start="x", end="J")
    chain = [("u", "J", -4.0), ("x", "u", 3.0)]
    yield Case("two arrows, one after the other", arrows=chain, start="x", end="J")
    yield Case("two paths", arrows=[("x", "u", 1.0), ("x", "J", 3.0), ("u", "J", 2.0)], start="x", end="J")
    twice = [("x", "u", 2.0), ("y", "u", 3.0), ("u", "J", 5.0), ("x", "u", 0.5)]
    yield Case("two arrows side by side: x * x", arrows=twice, start="x", end="J")
    yield Case("no path", arrows=chain, start="J", end="x")
    yield Case("start and end are the same", arrows=chain, start="u", end="u")
    yield Case("an end in the middle", arrows=[*twice, ("J", "K", 7.0)], start="x", end="J")
    yield Case("two diamonds, four paths", arrows=diamonds(rng, 2), start="0", end="2")
    yield Case("three diamonds, eight paths", arrows=diamonds(rng, 3), start="0", end="3")
    yield Case("arrows in any order", arrows=mixed(rng), start="0", end="2")


def diamonds(rng, n):
    """Return the arrows of n diamonds in a row, from node "0" to node str(n), with slopes of one decimal."""
    arrows = []
    for k in range(n):
        for side in ("a", "b"):
            for before, after in ((str(k), f"{k}{side}"), (f"{k}{side}", str(k + 1))):
                arrows.append((before, after, float(rng.integers(1, 30)) / 10))
    return arrows


def mixed(rng):
    """Return the arrows of two diamonds in another order."""
    arrows = diamonds(rng, 2)
    return [arrows[k] for k in rng.permutation(len(arrows))]


exercise = Exercise(
    path_sum,
    points=3,
    cases=cases,
    mistakes=(
        Mistake(
            "the slopes along a path are added up, not multiplied",
            {"slope * path_sum": "slope + path_sum"},
            why="The chain rule multiplies along a path; only different paths are added up.",
        ),
        Mistake(
            "the slopes along a path are added up, not multiplied",
            """
def path_sum(arrows, start, end):
    total = 0.0
    for before, after, slope in arrows:
        if before == start:
            total += slope if after == end else slope + path_sum(arrows, after, end)
    return total
""",
            why="The chain rule multiplies along a path; only different paths are added up.",
            alone=True,
        ),
        *(
            Mistake(
                "the arrows are taken in the order of the list",
                f"""
def path_sum(arrows, start, end):
    slopes = {{start: 1.0}}
    for before, after, slope in arrows:
        slopes[after] = slopes.get(after, 0.0) + slope * slopes.get(before, 0.0)
    return {result}
""",
                why="They may stand in any order: an arrow may come before those that lead to its beginning.",
                alone=True,
            )
            for result in ("slopes[end]", "slopes.get(end, 0.0)")
        ),
        Mistake(
            "the path from a name to itself counts 0",
            """
def path_sum(arrows, start, end):
    total = 0.0
    for before, after, slope in arrows:
        if before == start:
            total += slope if after == end else slope * path_sum(arrows, after, end)
    return total
""",
            why="A product of no slopes is 1: that is where every path ends.",
            alone=True,
        ),
        Mistake(
            "the paths are multiplied with each other",
            """
def path_sum(arrows, start, end):
    total = 1.0
    for before, after, slope in arrows:
        if before == start:
            total *= slope * path_sum(arrows, after, end)
    return total
""",
            why="Along a path slopes are multiplied; different paths are added up.",
            alone=True,
        ),
        Mistake(
            "only the first path is followed",
            """
def path_sum(arrows, start, end):
    if start == end:
        return 1.0
    for before, after, slope in arrows:
        if before == start:
            return slope * path_sum(arrows, after, end)
    return 0.0
""",
            why="A value that is used twice has two paths to the end, and both count: go on after the first arrow.",
        ),
        Mistake(
            "the last path that is found replaces the others",
            """
def path_sum(arrows, start, end):
    if start == end:
        return 1.0
    result = 0.0
    for before, after, slope in arrows:
        if before == start:
            result = slope * path_sum(arrows, after, end)
    return result
""",
            why="Paths are added up: += instead of =.",
        ),
        Mistake(
            "the paths are multiplied with each other",
            """
def path_sum(arrows, start, end):
    if start == end:
        return 1.0
    result = 1.0
    for before, after, slope in arrows:
        if before == start:
            result = result * slope * path_sum(arrows, after, end)
    return result
""",
            why="Along a path slopes are multiplied; different paths are added up.",
        ),
        Mistake(
            "the paths are only counted",
            {"slope * path_sum": "path_sum"},
            why="A path counts with the product of the slopes of its arrows.",
        ),
        Mistake(
            "the path from a name to itself counts 0",
            {"return 1.0": "return 0.0"},
            why="A product of no slopes is 1: that is where every path ends.",
        ),
        Mistake(
            "only paths of one arrow are found",
            """
def path_sum(arrows, start, end):
    if start == end:
        return 1.0
    return sum(slope for before, after, slope in arrows if before == start and after == end)
""",
            why="A path may have many arrows: from the node after the first arrow, look for paths again.",
        ),
    ),
    hints=(
        "Every path from start begins with an arrow that leaves start. What is left of it is a path as well.",
        "The slope is the sum, over the arrows (start, after, s), of s times the slope of end with respect to after.",
        "The function calls itself with `after` in place of start. It ends where start == end, with 1.",
    ),
)
