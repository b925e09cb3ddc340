"""Figures of the course: plain functions from data to Matplotlib axes, one module a topic."""

from helpers.figures.alternative_text import describe_figures

describe_figures()
