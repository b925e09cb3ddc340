"""Exercises of 01_introduction, in order."""

from helpers.engine.check import collect

exercises, check, hint = collect(
    __name__,
    "structure",
    "families",
    "repair_error",
    "accuracy",
    "majority_baseline",
    "reading",
    "work",
    "signal",
)
