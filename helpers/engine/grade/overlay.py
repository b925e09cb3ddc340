"""A teacher's private overlay is tried before anybody is graded: a slip in it must not be put on the learners."""

import os
import re
from pathlib import Path

from helpers.engine.check.diagnosis import SEED, SOLUTION_SECONDS
from helpers.engine.check.exercise import Quiz, course_function, mistaken
from helpers.engine.check.run import run_all
from helpers.engine.grade.reference import (
    OVERLAY,
    OverlayError,
    notebook_names,
    overlay_files,
    own_exercise,
    place_of,
)


def checked_overlay(only=None):
    """Return lines that say which overlay is in use, none without one; `OverlayError` if there is a slip in it.

    only: the course notebook whose exercises are tried; by default all are
    """
    if not os.environ.get(OVERLAY):
        return []
    folder = Path(os.environ[OVERLAY])
    if not folder.is_dir():
        raise OverlayError(f"{OVERLAY}: there is no folder {folder}")
    notebooks = {name.partition("_")[2]: name for name in notebook_names()}
    files = sorted(path for pattern in ("*.py", "*/*.py") for path in folder.glob(pattern))
    for path in files:
        if path.parent == folder or path.parent.name not in notebooks:
            raise OverlayError(f"{path} is in no folder of a notebook; these are: {', '.join(notebooks)}")
    if not files:
        raise OverlayError(f"{OVERLAY}: no exercise is in {folder}, such as {next(iter(notebooks))}/NAME.py")
    found = {name: overlay_files(name) for name in notebooks.values() if only in (None, name)}
    for path in (path for paths in found.values() for path in paths):
        try_exercise(path)
    listed = [f"{name}: {', '.join(p.stem for p in paths)}" for name, paths in found.items() if paths]
    return [f"private overlay {folder}: {'; '.join(listed) or f'nothing for {only}'}"]


def try_exercise(path):
    """Raise `OverlayError` if an exercise of an overlay is of no use: its solution fails, a mistake fits nowhere."""
    exercise = own_exercise(path)
    if isinstance(exercise, Quiz):
        return
    try:
        cases = exercise.case_list(SEED)
        outcomes = run_all(course_function(exercise), cases, SOLUTION_SECONDS, exercise.probe)
    except Exception as error:
        raise OverlayError(f"{place_of(error, path)}: {type(error).__name__}: {error}") from None
    if not cases:
        raise OverlayError(f"{path}: it has no cases")
    for case, outcome in zip(cases, outcomes, strict=True):
        if outcome.late:
            raise OverlayError(f"{path}: the solution takes too long in the case {case.note!r}")
        if outcome.raised:
            kind, message, trace = outcome.raised
            lines = re.findall(r"line (\d+) of", trace)
            place = f"{path}:{lines[-1]}" if lines else path
            raise OverlayError(f"{place}: the solution fails in the case {case.note!r}: {kind}: {message}")
    for mistake in exercise.mistakes:
        try:
            mistaken(exercise, mistake)
        except Exception as error:
            raise OverlayError(f"{path}: {error}") from None
