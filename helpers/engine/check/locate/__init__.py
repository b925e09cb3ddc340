"""Where and why a wrong answer goes wrong, found by experiments. `explain` is all that others need."""

from helpers.engine.check.locate.explain import BUDGET, explain
from helpers.engine.check.locate.findings import Finding

__all__ = ["BUDGET", "Finding", "explain"]
