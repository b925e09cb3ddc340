"""Checking one answer: run it, compare it, name the mistake, say so. What an author needs is imported here."""

from helpers.engine.check.check import collect, verdict_on
from helpers.engine.check.exercise import Case, Exercise, Mistake, Named, Quiz, Seeded
from helpers.engine.check.solution_source import course_function

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
