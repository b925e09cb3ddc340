"""Grading one notebook with nbval: graft it, run it, and read the result of every exercise."""

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import nbformat

from helpers.engine.grade.graft import graft
from helpers.engine.grade.nbval_plugin import DONE
from helpers.engine.grade.result import ExerciseResult, Grade, GradingError
from helpers.engine.language.choice import VARIABLE

POLL = 0.2  # seconds between two looks at the progress
KERNEL_SECONDS = 20  # for one that does not start to say why
PYTEST = """
import sys
from helpers.engine.grade import skip_slow_imports
skip_slow_imports()
import pytest
sys.exit(pytest.main())
"""


def grade_notebook(path, cell_seconds=60, seconds=600, watch=None):
    """Return the `Grade` of a learner's notebook, which is only read.

    An exercise that kills the kernel is left out and the rest is run again. Meanwhile `watch(cells done, cells)` is
    called a few times a second.
    """
    killers = {}
    while True:
        grafted = graft(path, without=killers)
        records = run_nbval(grafted.notebook, cell_seconds, seconds, watch)
        if never_started(records):
            raise GradingError(f"no kernel can be started, so nothing could be graded: {why_no_kernel()}")
        killer = next((r["exercise"] or r["check"] for r in records if not r["alive"]), None)
        if killer is None or killer in killers:
            break
        killers[killer] = next(r["error"] for r in records if not r["alive"]) or "the kernel died"
    results = tuple(result_of(exercise, records, killers) for exercise in grafted.exercises.values())
    return Grade(grafted.name, Path(path).name, results=results, notes=grafted.notes, **grafted.language)


def never_started(records):
    """Return whether there was no kernel at all: the first cell, which is none of the learner's, did not run in one."""
    first = records[0] if records else {}
    return "died before replying" in (first.get("error") or "") and not first["alive"]


def why_no_kernel():
    """Return the last line of what a kernel says that is started to see why it does not."""
    with tempfile.TemporaryDirectory(prefix="kernel-", ignore_cleanup_errors=True) as folder:
        command = [sys.executable, "-m", "ipykernel_launcher", "-f", str(Path(folder, "connection.json"))]
        try:
            done = subprocess.run(command, capture_output=True, timeout=KERNEL_SECONDS, check=False)
        except subprocess.TimeoutExpired:
            return "it died before it replied"
    lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
    return lines[-1] if lines else "it died before it replied"


def run_nbval(notebook, cell_seconds, seconds, watch=None):
    """Run a graft under nbval in a folder of its own and return the plugin's records, in order."""
    with tempfile.TemporaryDirectory(prefix="grade-", ignore_cleanup_errors=True) as folder:
        target, verdicts = Path(folder, "graft.ipynb"), Path(folder, "verdicts.json")
        nbformat.write(notebook, target)
        command = [sys.executable, "-c", PYTEST, "-q", "-p", "helpers.engine.grade.nbval_plugin"]
        # An empty configuration: whatever pytest settings the learner's folders hold must not matter.
        command += ["-p", "no:cacheprovider", "-c", os.devnull, "--rootdir", folder]
        command += ["--nbval-lax", "--nbval-current-env", f"--nbval-cell-timeout={cell_seconds}"]
        command += [f"--verdicts={verdicts}", str(target)]
        try:
            run_watched(command, folder, seconds, lambda: watch and watch(*progress(verdicts, notebook)))
        except subprocess.TimeoutExpired:
            return [{"exercise": None, "check": None, "alive": False, "error": f"no end after {seconds} s"}]
        return json.loads(verdicts.read_text(encoding="utf-8"))


def run_watched(command, folder, seconds, look):
    """Run a command, calling `look` a few times a second; kill it and raise TimeoutExpired when its time is up."""
    end = time.monotonic() + seconds
    english = {**os.environ, VARIABLE: "en"}  # nbval compares with references in English
    with subprocess.Popen(
        command, cwd=folder, env=english, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        try:
            while process.poll() is None:
                look()
                if time.monotonic() > end:
                    raise subprocess.TimeoutExpired(command, seconds)
                time.sleep(POLL)
        except BaseException:
            process.kill()
            raise


def progress(verdicts, notebook):
    """Return (cells done, cells) of a notebook that is being run."""
    done = Path(f"{verdicts}{DONE}")
    total = sum(cell.cell_type == "code" for cell in notebook.cells)
    return done.stat().st_size if done.exists() else 0, total


def result_of(exercise, records, killers):
    """Return the `ExerciseResult` of one exercise from the records of its cell and its check."""
    name = exercise.name
    own = next((r for r in records if r.get("exercise") == name), None)
    check = next((r for r in records if r.get("check") == name), None) or {}
    crash = killers.get(name) or (own and not own["passed"] and own["error"]) or ""
    if not check.get("verdict"):
        error = crash or check.get("error") or "it was not reached"
        return ExerciseResult.from_verdict(exercise, None, last_lines(error))
    error = f"Its cell stopped with an error:\n{last_lines(crash)}" if crash else ""
    return ExerciseResult.from_verdict(exercise, check["verdict"], error)


def last_lines(text, most=12):
    """Return the last lines of a text."""
    return "\n".join(text.strip().splitlines()[-most:])
