"""Grade each attack with an honest submission after it, and describe the result."""

import re
import tempfile
from pathlib import Path

from helpers.engine.course import course
from helpers.engine.grade.one_submission import grade_submission
from tests.hostile.attack import FULL, NAME, NOTHING, OWN, REFUSED, TARGET, honest

SAID = re.compile(
    r"rror\b|process ended|no answer|did not finish|The result|looks as if|differ|"
    r"must be|expected a|is not|cannot|changed|written"
)
MACHINE = re.compile(
    rf"{re.escape(tempfile.gettempdir())}/[\w-]+|(?<=/proc/)\d+|(?<=/psm_)\w+"
)  # differ in every run
LIMITS = {"cell": 0.5, "call": 0.5, "grace": 0.5, "cpu": 10, "memory": 1 << 30, "wall": 20.0}


def grade_attack(attack, seed):
    """Return (outcome of the attack, outcome of the honest submission after it)."""
    return grade_submission(attack.content, NAME, seed, LIMITS), grade_submission(
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
    """Return what the grader noted on the attacked exercise in one line, for the table."""
    own = next((r for r in outcome.get("results", []) if r["exercise"] == TARGET), None)
    lost = own["line"] if own and own["earned"] < own["points"] else ""
    noted = outcome.get("error", "") or " ".join(outcome.get("notes", []))
    text = own["reason"] or lost or noted if own else noted
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    told = [line for line in lines if SAID.search(line) and not line.startswith("line ")]
    line = (told or [lost or "".join(lines[:1])])[0] or "nothing: the answer is right"
    line = MACHINE.sub("...", line.replace(str(course().root), "...").replace(str(Path.home()), "~"))
    return line[:110].replace("|", "/").replace("`", "'").strip(" :")
