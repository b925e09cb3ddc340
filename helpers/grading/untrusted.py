"""Grading one submission that is not to be trusted: read its cells, judge them in a sealed process."""

import atexit
import importlib
import json
import re
import traceback
from functools import cache
from types import SimpleNamespace

import nbformat

from helpers.authoring.places import REFERENCES
from helpers.authoring.sources import exercise_package
from helpers.exercises.handed_in import find, text_of
from helpers.grading.graft import GradingError, empty_answers, which
from helpers.grading.sealed.warden import Workshop

MAGIC = re.compile(r"^\s*(?:[%!].*|.*[^#\s].*\?\s*)$")
HARMLESS = re.compile(r"^\s*%{1,2}(?:matplotlib|time|timeit|precision|config|load_ext|autoreload)\b")
SPACE = 50_000


def grade_untrusted(content, stem, seed, limits=None):
    """Return the outcome of one submission as plain data; whatever is in it, this does not raise.

    `content` is the file's bytes, `stem` its name without the ending, `seed` makes the inputs of this run.
    """
    try:
        cells, name = read_cells(content, stem)
    except GradingError as error:
        return {"status": "unreadable", "error": str(error)}
    try:
        return graded(cells, name, seed, limits)
    except Exception:
        return {"status": "failed", "notebook": name, "error": traceback.format_exc(limit=-3)}


def read_cells(content, stem):
    """Return (cells as dicts, name of the course notebook)."""
    try:
        data = json.loads(content.decode("utf-8"))
        if data.get("nbformat") != 4:
            data = nbformat.convert(nbformat.from_dict(data), 4)
        cells = [cell for cell in data["cells"] if isinstance(cell, dict)]
        metadata = data.get("metadata") if isinstance(data.get("metadata"), dict) else {}
    except (Exception, RecursionError) as error:
        raise GradingError(f"it cannot be read as a notebook: {type(error).__name__}") from None
    return [plain_cell(cell) for cell in cells], which(SimpleNamespace(metadata=metadata), stem)


def plain_cell(cell):
    """Return a cell with only the parts that count, whatever kinds they had."""
    metadata = cell.get("metadata")
    source = cell.get("source", cell.get("input", ""))
    return {
        "cell_type": cell.get("cell_type"),
        "id": cell.get("id") if isinstance(cell.get("id"), str) else None,
        "metadata": metadata if isinstance(metadata, dict) else {},
        "source": text_of({"source": source if isinstance(source, (str, list)) else ""})[:SPACE],
    }


def graded(cells, name, seed, limits):
    """Return the outcome of readable cells."""
    workshop, stubs = prepared(name, json.dumps(limits or {}, sort_keys=True))
    found = {exercise: find(cells, exercise, stub) for exercise, stub in stubs.items()}
    sources = {exercise: f.source for exercise, f in found.items() if f.source is not None}
    verdicts, facts = workshop.judge_submission(sources, seed)
    results = [result(e, verdicts.get(e.name), facts, found[e.name]) for e in workshop.exercises.values()]
    return {
        "status": "graded",
        "notebook": name,
        "earned": round(sum(r["earned"] for r in results), 2),
        "points": sum(r["points"] for r in results),
        "results": results,
        "notes": [*(f.note for f in found.values() if f.note), *magic_notes(sources)],
        "sources": sources,
        "facts": {key: facts[key] for key in ("cpu", "memory", "orphans", "layers", "ended")},
    }


def result(exercise, verdict, facts, found):
    """Return the result of one exercise as plain data."""
    name, points = exercise.name, exercise.points
    error = facts["lost"].get(name) or facts["errors"].get(name) or ""
    if found.source is None:
        error = found.note
    if verdict is None:
        data = {"exercise": name, "points": points, "earned": 0, "passed": 0, "cases": 1, "mistakes": []}
        return {**data, "line": f"{name}: not graded", "reason": error or "it was not reached"}
    data = verdict.as_dict()
    reason = "\n\n".join(text for _, text in data.pop("details"))
    earned = 0 if name in facts["lost"] or found.source is None else min(data["earned"], points)
    return {**data, "earned": earned, "reason": f"{error}\n\n{reason}".strip()}


def magic_notes(sources):
    """Return a note for every line of IPython syntax that was left out, harmless ones aside."""
    lines = [(name, line.strip()) for name, source in sources.items() for line in source.splitlines()]
    return [
        f"{name}: the line `{line[:60]}` is IPython's and was not run"
        for name, line in lines
        if MAGIC.match(line) and not HARMLESS.match(line)
    ]


@cache
def prepared(name, limits):
    """Return (warm process, empty answers) for a course notebook, made once in this process."""
    stubs, exercises = empty_answers(name)
    workshop = Workshop(name, exercises, json.loads(limits))
    atexit.register(workshop.close)
    return workshop, stubs


def reference_states():
    """Return {notebook: hash of its reference and its exercises}, and {None: hash of all}."""
    from helpers.authoring.dependencies import built_from

    states = {path.stem: built_from(path.stem) for path in sorted(REFERENCES.glob("*.ipynb"))}
    return {**states, None: "+".join(states.values())}


def exercises_of(name):
    """Return the exercises of a course notebook."""
    return importlib.import_module(f"helpers.exercises.{exercise_package(name)}").exercises
