"""Grading one submission of a class, which is not trusted: its cells run in a sealed process and are judged outside."""

import atexit
import json
import re
import traceback
from functools import cache

import nbformat

from helpers.engine.build.answers import find_all
from helpers.engine.build.cells import is_magic, parsed, text_of
from helpers.engine.check.run import TooLate, deadline
from helpers.engine.grade.reference import exercises_of, identify, stubs_of
from helpers.engine.grade.result import ExerciseResult, Grade, GradingError, storable
from helpers.engine.sandbox.supervisor import Sandbox

# Magics that change how a notebook looks or is timed, and no value in it.
HARMLESS_MAGICS = re.compile(r"%{1,2}(?:matplotlib|time|timeit|precision|config|load_ext|autoreload)\b")
MOST_CELL = 50_000  # characters of one cell
MOST_CODE = 2_000_000  # characters of all code cells
MOST_NOTES = 20


def grade_submission(content, stem, seed, limits=None):
    """Return the `Grade` of one submission as plain data; whatever is in it, this does not raise.

    content: the bytes of the file
    stem: its name without the ending
    seed: what the inputs of the checks are drawn from
    limits: those of the sandbox that are not the usual ones
    """
    name = None
    try:
        # The sandbox has its own limits; this one ends what the grader itself does with a submission, such as
        # parsing and comparing. A submission may need several sealed processes, hence three times its wall time.
        with deadline(300 + 3 * (limits or {}).get("wall", 120)):
            cells, name = read_cells(content, stem)
            return grade_cells(cells, name, seed, limits).to_dict()
    except GradingError as error:
        return Grade(status="unreadable", error=storable(str(error))).to_dict()
    except (Exception, TooLate):
        return Grade(name, status="failed", error=storable(traceback.format_exc(limit=-3))).to_dict()


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
    if sum(len(cell["source"]) for cell in cells) > MOST_CODE:
        raise GradingError(f"its code is longer than {MOST_CODE} characters")
    return cells, identify(metadata, stem)


def plain_cell(cell):
    """Return a cell with only the parts that count, each of the type it should have; prose is left empty."""
    source = cell.get("source", cell.get("input", ""))
    if cell.get("cell_type") != "code" or not isinstance(source, (str, list)):
        return {"cell_type": None, "source": ""}
    metadata = cell.get("metadata")
    metadata = metadata if isinstance(metadata, dict) else {}
    return {
        "cell_type": "code",
        "id": cell.get("id") if isinstance(cell.get("id"), str) else None,
        "metadata": {"exercise": metadata["exercise"]} if isinstance(metadata.get("exercise"), str) else {},
        "source": storable(text_of({"source": source})[:MOST_CELL]),
    }


def grade_cells(cells, name, seed, limits):
    """Return the `Grade` of readable cells."""
    sandbox, stubs = sandbox_for(name, json.dumps(limits or {}, sort_keys=True))
    found = find_all(cells, stubs)
    sources = {exercise: f.source for exercise, f in found.items() if f.source is not None}
    verdicts, facts = sandbox.judge_submission(sources, seed)
    return Grade(
        name,
        results=tuple(
            sealed_result(exercise, verdicts.get(exercise.name), facts, found[exercise.name])
            for exercise in sandbox.exercises.values()
        ),
        notes=(*(f.note for f in found.values() if f.note), *magic_notes(sources)),
        sources=sources,
        facts={key: facts[key] for key in ("cpu", "memory", "orphans", "layers", "ended")},
    )


def sealed_result(exercise, verdict, facts, found):
    """Return the `ExerciseResult` of one exercise from what the sandbox reports."""
    name = exercise.name
    error = facts["crashed"].get(name) or facts["errors"].get(name) or ""
    if found.source is None:
        error = found.note
    if verdict is None:
        error = error or "the time of the submission was used up before it was reached"
        return ExerciseResult.from_verdict(exercise, None, error)
    answered = name not in facts["crashed"] and found.source is not None
    return ExerciseResult.from_verdict(exercise, verdict.as_dict(), error, answered)


def magic_notes(sources):
    """Return a note for every line of IPython syntax that was left out, except for harmless ones."""
    notes = [
        f"{name}: the line `{line.strip()[:60]}` is IPython's and was not run"
        for name, source in sources.items()
        for line in source.split("\n")
        if is_magic(line) and not HARMLESS_MAGICS.match(line.strip()) and parsed(source) is None
    ]
    return notes[:MOST_NOTES]


@cache
def sandbox_for(name, limits):
    """Return (sandbox, stubs) for a course notebook, created once in this process; `limits` as JSON, to be hashable."""
    sandbox = Sandbox(name, exercises_of(name), json.loads(limits))
    atexit.register(sandbox.close)
    return sandbox, stubs_of(name)
