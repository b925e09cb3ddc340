"""Figures of the course: plain functions from data to Matplotlib axes, one module a topic."""

from helpers.figures.alternative_text import describe_figures
from helpers.figures.languages import follow_language

describe_figures()
follow_language()
