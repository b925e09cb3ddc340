"""Submissions that try to cheat or to break the grader, each with what must come of it and what stops it."""
