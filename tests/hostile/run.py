"""Grading every attack with an honest neighbor after it, and saying what came of it."""

from helpers.grading.untrusted import grade_untrusted
from tests.hostile.attack import FULL, NAME, NOTHING, OWN, REFUSED, TARGET, honest

LIMITS = {"cell": 0.5, "call": 0.5, "grace": 0.5, "cpu": 10, "memory": 1 << 30, "wall": 20.0}


def grade_attack(attack, seed):
    """Return (outcome of the attack, outcome of the honest submission after it)."""
    return grade_untrusted(attack.content, NAME, seed, LIMITS), grade_untrusted(
        honest().encode(), NAME, seed, LIMITS
    )


def came_of(outcome):
    """Return which of the expected outcomes an outcome is, or words for what it is instead."""
    if outcome["status"] == "unreadable":
        return REFUSED
    if outcome["status"] != "graded":
        return f"{outcome['status']}: {outcome['error'][-200:]}"
    if outcome["earned"] == outcome["points"]:
        return FULL
    own = next(r for r in outcome["results"] if r["exercise"] == TARGET)
    others = all(r["earned"] == r["points"] for r in outcome["results"] if r is not own)
    return f"{own['earned']} points for the exercise" if own["earned"] else OWN if others else NOTHING


def as_expected(attack, outcome):
    """Return whether an attack came out as it must."""
    return came_of(outcome) in ([OWN, NOTHING] if attack.outcome == NOTHING else [attack.outcome])


def seen(outcome):
    """Return the last line of what the grader noted on the attacked exercise, for the table."""
    results = {r["exercise"]: r["reason"] for r in outcome.get("results", [])}
    text = results.get(TARGET, outcome.get("error", "")) or " ".join(outcome.get("notes", []))
    lines = [
        line for line in text.splitlines() if "Error" in line or "process" in line or "no answer" in line
    ]
    return (lines or text.splitlines() or [""])[0].strip()[:110].replace("|", "/").replace("`", "'")
