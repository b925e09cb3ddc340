"""What it takes to grade made-up classes of any size: time, CPU seconds and memory."""

import itertools
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import nbformat

from helpers.engine.course import course
from tests.classes import submission

VARIANTS = 20
RUN = """
import json, resource, sys, time
from helpers.engine.grade.__main__ import main
started = time.perf_counter()
main(["class", sys.argv[1], "--out", sys.argv[2], "--without-sandbox"])
own, children = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
cpu = own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime
print(json.dumps([time.perf_counter() - started, cpu, own.ru_maxrss / 1024, children.ru_maxrss / 1024]))
"""


def fill(folder, n, name):
    """Make a class of n learners below a folder: links to some different submissions."""
    kinds = []
    for seed in range(VARIANTS):
        kinds.append(folder / f"kind-{seed}")
        kinds[-1].write_text(nbformat.writes(submission(name, seed)), encoding="utf-8")
    for number, kind in zip(range(n), itertools.cycle(kinds), strict=False):
        (folder / "class" / f"learner{number:06}").mkdir(parents=True)
        os.link(kind, folder / "class" / f"learner{number:06}" / f"{name}.ipynb")
    return folder / "class"


def class_of(n, name):
    """Return (seconds, CPU seconds, MB of the main process, MB of the largest other) of grading n submissions."""
    with tempfile.TemporaryDirectory() as folder:
        source = fill(Path(folder), n, name)
        command = [sys.executable, "-c", RUN, str(source), str(Path(folder, "out"))]
        done = subprocess.run(command, cwd=course().root, capture_output=True, text=True, check=True)
        return json.loads(done.stdout.splitlines()[-1])
