"""Grading one submission that is not to be trusted: read its cells, judge them in a sealed process."""

import atexit
import json
import re
import traceback
from functools import cache
from types import SimpleNamespace

import nbformat

from helpers.engine.build.answers import find_all, is_magic, parsed, text_of
from helpers.engine.check.timeout import TooLate, deadline
from helpers.engine.course import REFERENCES
from helpers.engine.grade.graft import GradingError, empty_answers, which
from helpers.engine.sandbox.supervisor import Sandbox

HARMLESS = re.compile(r"%{1,2}(?:matplotlib|time|timeit|precision|config|load_ext|autoreload)\b")
SPACE = 50_000  # characters of one cell
ALL_SPACE = 2_000_000  # characters of all code cells
REASON = 10_000  # characters of a reason


def grade_untrusted(content, stem, seed, limits=None):
    """Return the outcome of one submission as plain data; whatever is in it, this does not raise.

    `content` is the file's bytes, `stem` its name without the ending, `seed` makes the inputs of this run.
    """
    name = None
    try:
        with deadline(300 + 3 * (limits or {}).get("wall", 120)):
            cells, name = read_cells(content, stem)
            return graded(cells, name, seed, limits)
    except GradingError as error:
        return {"status": "unreadable", "error": clean(str(error))}
    except (Exception, TooLate):
        return {"status": "failed", "notebook": name, "error": clean(traceback.format_exc(limit=-3))}


def read_cells(content, stem):
    """Return (cells as dicts, name of the course notebook)."""
    try:
        data = json.loads(content.decode("utf-8-sig"))
        if data.get("nbformat") != 4:
            data = nbformat.convert(nbformat.from_dict(data), 4)
        cells = [plain_cell(cell) for cell in data["cells"] if isinstance(cell, dict)]
        metadata = data.get("metadata") if isinstance(data.get("metadata"), dict) else {}
    except (Exception, RecursionError) as error:
        raise GradingError(f"it cannot be read as a notebook: {type(error).__name__}") from None
    if sum(len(cell["source"]) for cell in cells) > ALL_SPACE:
        raise GradingError(f"its code is longer than {ALL_SPACE} characters")
    return cells, which(SimpleNamespace(metadata=metadata), stem)


def plain_cell(cell):
    """Return a cell with only the parts that count, whatever kinds they had; prose is left empty."""
    source = cell.get("source", cell.get("input", ""))
    if cell.get("cell_type") != "code" or not isinstance(source, (str, list)):
        return {"cell_type": None, "source": ""}
    metadata = cell.get("metadata")
    metadata = metadata if isinstance(metadata, dict) else {}
    return {
        "cell_type": "code",
        "id": cell.get("id") if isinstance(cell.get("id"), str) else None,
        "metadata": {"exercise": metadata["exercise"]} if isinstance(metadata.get("exercise"), str) else {},
        "source": clean(text_of({"source": source})[:SPACE]),
    }


def clean(text):
    """Return text that can be stored anywhere: without halves of characters and zeros."""
    text = text.replace("\0", "\N{REPLACEMENT CHARACTER}")
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")


def graded(cells, name, seed, limits):
    """Return the outcome of readable cells."""
    sandbox, stubs = prepared(name, json.dumps(limits or {}, sort_keys=True))
    found = find_all(cells, stubs)
    sources = {exercise: f.source for exercise, f in found.items() if f.source is not None}
    verdicts, facts = sandbox.judge_submission(sources, seed)
    results = [result(e, verdicts.get(e.name), facts, found[e.name]) for e in sandbox.exercises.values()]
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
    error = facts["crashed"].get(name) or facts["errors"].get(name) or ""
    if found.source is None:
        error = found.note
    if verdict is None:
        data = {"exercise": name, "points": points, "earned": 0, "passed": 0, "cases": 1, "mistakes": []}
        said = error or "the time of the submission was used up before it was reached"
        return {**data, "state": "wrong", "line": f"{name}: not graded", "reason": clean(said)}
    data = verdict.as_dict()
    reason = "\n\n".join(text for _, text in data.pop("details"))
    earned = 0 if name in facts["crashed"] or found.source is None else min(data["earned"], points)
    reason = clean(f"{error}\n\n{reason}".strip())
    reason = reason if len(reason) <= REASON else reason[:REASON] + " ..."
    return {
        **data,
        "earned": earned,
        "mistakes": [clean(m[:200]) for m in data["mistakes"]],
        "reason": reason,
    }


def magic_notes(sources):
    """Return a note for every line of IPython syntax that was left out, harmless ones aside."""
    return [
        f"{name}: the line `{line.strip()[:60]}` is IPython's and was not run"
        for name, source in sources.items()
        for line in source.split("\n")
        if is_magic(line) and not HARMLESS.match(line.strip()) and parsed(source) is None
    ][:20]


@cache
def prepared(name, limits):
    """Return (warm process, empty answers) for a course notebook, made once in this process."""
    stubs, exercises = empty_answers(name)
    sandbox = Sandbox(name, exercises, json.loads(limits))
    atexit.register(sandbox.close)
    return sandbox, stubs


def reference_states():
    """Return {notebook: hash of its reference and its exercises}, and {None: hash of all}."""
    from helpers.engine.build.fingerprint import built_from

    states = {path.stem: built_from(path.stem) for path in sorted(REFERENCES.glob("*.ipynb"))}
    return {**states, None: "+".join(states.values())}
