"""Exercises of 01_introduction, in order."""

from helpers.exercises.engine import collect

exercises, check, hint = collect(
    __name__,
    "structure",
    "families",
    "repair_error",
    "accuracy",
    "majority_baseline",
    "reading",
)
