"""Checking one answer: run it, compare it, name the mistake, and say so. Authors import from here."""

from helpers.engine.check.check import collect, verdict_on
from helpers.engine.check.exercise import Case, Exercise, Mistake, Named, Quiz, Seeded, course_function

__all__ = [
    "Case",
    "Exercise",
    "Mistake",
    "Named",
    "Quiz",
    "Seeded",
    "collect",
    "course_function",
    "verdict_on",
]
