"""Figures of the course: plain functions from data to Matplotlib axes, one module a topic."""

import sys

from helpers.figures.alternative_text import describe_figures
from helpers.figures.languages import follow_language
from helpers.figures.look import use_look

# Only a notebook's kernel has cells and shows figures below them; a program keeps its own settings.
if (
    "IPython" in sys.modules
    and (shell := sys.modules["IPython"].get_ipython())
    and hasattr(shell, "get_parent")
):
    describe_figures(shell)
    use_look(shell)
follow_language()
