"""Bug clinic: a network that is never wrong by much, on average."""

import numpy as np

from helpers.engine.check import Case, Exercise, Mistake
from helpers.regression import mean_absolute_error


def cases(rng):
    """Yield one house, houses whose errors cancel, and many at random."""
    yield Case("one house, exactly right", predictions=np.array([[2.0]]), values=np.array([[2.0]]))
    yield Case("one too high, one too low", predictions=np.array([[3.0, 1.0]]), values=np.array([[2.0, 2.0]]))
    yield Case("all too low", predictions=np.array([[1.0, 2.0, 2.5]]), values=np.array([[1.5, 4.0, 3.0]]))
    values = rng.uniform(0.5, 5, (1, 8))
    yield Case("predictions that ignore the house", predictions=np.full((1, 8), 2.0), values=values)
    for m in (7, 200):
        yield Case(f"{m} houses", predictions=rng.uniform(0, 5, (1, m)), values=rng.uniform(0, 5, (1, m)))


exercise = Exercise(
    mean_absolute_error,
    name="repair_error",
    points=1,
    cases=cases,
    equivalents={"predictions - values → values - predictions": "A distance is the same from both ends."},
    broken=("errors in opposite directions cancel",),
    mistakes=(
        Mistake(
            "errors in opposite directions cancel",
            {"np.abs(predictions - values)": "predictions - values"},
            why="Too high by 1 and too low by 1 is not right: take the absolute value before the mean.",
        ),
        Mistake(
            "the absolute value is taken after the mean",
            {"np.mean(np.abs(predictions - values))": "np.abs(np.mean(predictions - values))"},
            why="By then the errors have canceled. First make each positive, then average.",
        ),
        Mistake(
            "the errors are squared",
            {"np.abs(predictions - values)": "(predictions - values) ** 2"},
            why="A square is in squared dollars. The docstring asks for the unit of the values.",
        ),
        Mistake(
            "the errors are added up instead of averaged",
            {"np.mean": "np.sum"},
            why="A sum grows with the number of houses; the mean does not.",
        ),
        Mistake(
            "the median is taken instead of the mean",
            {"np.mean": "np.median"},
            why="The docstring asks for the average.",
        ),
        Mistake(
            "the largest error is returned",
            {"np.mean": "np.max"},
            why="The docstring asks for the average error, not the worst one.",
        ),
        Mistake(
            "the error is taken relative to the value",
            {"np.abs(predictions - values)": "np.abs(predictions - values) / values"},
            why="That is a share of the price. The docstring asks for the unit of the values.",
        ),
        Mistake(
            "the root of the mean square is returned",
            {"np.mean(np.abs(predictions - values))": "np.sqrt(np.mean((predictions - values) ** 2))"},
            why="It has the right unit, but large errors count more. The docstring asks for the mean of |error|.",
        ),
        Mistake(
            "errors in opposite directions cancel, and a negative mean becomes 0",
            {"np.mean(np.abs(predictions - values))": "max(0, np.mean(predictions - values))"},
            why="Too high by 1 and too low by 1 is not right: take the absolute value before the mean.",
            alone=True,
        ),
        Mistake(
            "only predictions that are too high count",
            {"np.abs(predictions - values)": "np.maximum(predictions - values, 0)"},
            why="Too low by 1 is as wrong as too high by 1.",
            alone=True,
        ),
        Mistake(
            "only predictions that are too low count",
            {"np.abs(predictions - values)": "np.maximum(values - predictions, 0)"},
            why="Too high by 1 is as wrong as too low by 1.",
            alone=True,
        ),
    ),
    hints=(
        "Try it by hand on two houses, one predicted too high and one too low by the same amount.",
        "The error of one example is |prediction − value|; the result is the mean of these.",
        "np.abs works entry by entry: it has to be applied to every difference before np.mean.",
    ),
)
