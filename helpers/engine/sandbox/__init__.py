"""Grading without trust: learner code runs in a sealed process that holds no answer, and is judged outside it."""
