"""Grading one notebook with nbval: graft, run, and the result of every exercise."""

import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from pathlib import Path

import nbformat

from helpers.engine.grade.graft import graft
from helpers.engine.grade.nbval_plugin import DONE

LOOK = 0.2  # seconds between two looks at how far it is


@dataclass(frozen=True)
class Result:
    """One exercise, graded: `reason` says in words why points are missing; `mistakes` names the known ones."""

    exercise: str
    points: int
    earned: float
    passed: int
    cases: int
    line: str
    reason: str = ""
    mistakes: tuple = ()

    @property
    def right(self):
        """Whether every case agreed."""
        return self.earned == self.points


@dataclass(frozen=True)
class Grade:
    """A graded notebook."""

    notebook: str
    file: str
    results: tuple
    notes: tuple = ()

    @property
    def earned(self):
        """Points earned."""
        return round(sum(result.earned for result in self.results), 2)

    @property
    def points(self):
        """Points there are."""
        return sum(result.points for result in self.results)

    def as_dict(self):
        """Return the grade as plain data."""
        return {**asdict(self), "earned": self.earned, "points": self.points}


def grade(path, cell_seconds=60, seconds=600, watch=None):
    """Return the `Grade` of a learner's notebook. The file is only read.

    An exercise that kills the kernel is left out and the rest is run again. On the way watch(cells done, cells) is
    called a few times a second.
    """
    lost = {}
    while True:
        grafted = graft(path, without=lost)
        records = run_nbval(grafted.notebook, cell_seconds, seconds, watch)
        killer = next((r["exercise"] or r["check"] for r in records if not r["alive"]), None)
        if killer is None or killer in lost:
            break
        lost[killer] = next(r["error"] for r in records if not r["alive"]) or "the kernel died"
    results = tuple(result_of(e, records, lost) for e in grafted.exercises.values())
    return Grade(grafted.name, Path(path).name, results, grafted.notes)


def run_nbval(notebook, cell_seconds, seconds, watch=None):
    """Run a graft under nbval in a folder of its own and return the plugin's records, in order."""
    with tempfile.TemporaryDirectory(prefix="grade-", ignore_cleanup_errors=True) as folder:
        target, verdicts = Path(folder, "graft.ipynb"), Path(folder, "verdicts.json")
        nbformat.write(notebook, target)
        command = [sys.executable, "-m", "pytest", "-q", "-p", "helpers.engine.grade.nbval_plugin"]
        command += ["-p", "no:cacheprovider", "-c", os.devnull, "--rootdir", folder, "--nbval-lax"]
        command += [
            "--nbval-current-env",
            f"--nbval-cell-timeout={cell_seconds}",
            f"--verdicts={verdicts}",
            str(target),
        ]
        try:
            follow(command, folder, seconds, lambda: watch and watch(*so_far(verdicts, notebook)))
        except subprocess.TimeoutExpired:
            return [{"exercise": None, "check": None, "alive": False, "error": f"no end after {seconds} s"}]
        return json.loads(verdicts.read_text(encoding="utf-8"))


def follow(command, folder, seconds, look):
    """Run a command, looking a few times a second; end it and raise TimeoutExpired when its time is over."""
    end = time.monotonic() + seconds
    with subprocess.Popen(
        command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        try:
            while process.poll() is None:
                look()
                if time.monotonic() > end:
                    raise subprocess.TimeoutExpired(command, seconds)
                time.sleep(LOOK)
        except BaseException:
            process.kill()
            raise


def so_far(verdicts, notebook):
    """Return (cells done, cells) of a notebook that is being run."""
    done = Path(f"{verdicts}{DONE}")
    total = sum(cell.cell_type == "code" for cell in notebook.cells)
    return done.stat().st_size if done.exists() else 0, total


def result_of(exercise, records, lost):
    """Return the `Result` of one exercise from the records of its cell and its check."""
    name, points = exercise.name, exercise.points
    own = next((r for r in records if r.get("exercise") == name), None)
    check = next((r for r in records if r.get("check") == name), None)
    verdict = check and check.get("verdict")
    crash = lost.get(name) or (own and not own["passed"] and own["error"]) or ""
    if not verdict:
        reason = crash or (check and check["error"]) or "it was not reached"
        return Result(name, points, 0, 0, 1, f"{name}: not graded", last_lines(reason))
    earned = points if check["passed"] else min(verdict["earned"], points)
    reason = "\n\n".join(text for _, text in verdict["details"])
    if crash:
        reason = f"Its cell stopped with an error:\n{last_lines(crash)}\n\n{reason}"
    mistakes = tuple(verdict["mistakes"])
    return Result(
        name, points, earned, verdict["passed"], verdict["cases"], verdict["line"], reason, mistakes
    )


def last_lines(text, most=12):
    """Return the last lines of a text."""
    return "\n".join(text.strip().splitlines()[-most:])
