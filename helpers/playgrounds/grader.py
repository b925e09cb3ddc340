"""The grader in a separate process: start it, and read its progress."""

import os
import re
import subprocess
import sys

LIMIT = 300  # seconds


def start_grader(path, folder, log):
    """Return the process that grades the notebook at `path` and writes its report into `folder`."""
    environment = {name: value for name, value in os.environ.items() if name != "JPY_SESSION_NAME"}
    command = [
        sys.executable,
        "-m",
        "helpers.engine.grade",
        str(path),
        "--out",
        folder,
        "--seconds",
        str(LIMIT),
    ]
    with open(log, "wb") as output:
        return subprocess.Popen(
            command, env=environment, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT
        )


def read(log):
    """Return what the grader has printed so far."""
    return log.read_text(encoding="utf-8", errors="replace")


def time_left(log):
    """Return the progress and the estimated time left, in words; "" before grading has begun."""
    found = re.findall(r"(\d+)/(\d+) \[[\d:]+<([\d:]+)", read(log))
    return ", {} of {} cells, about {} left".format(*found[-1]) if found else ""
