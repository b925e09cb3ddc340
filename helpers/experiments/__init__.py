"""Experiments too long to run in a notebook, their stored results, and the command that remakes them.

`python -m helpers.experiments parity` remakes data/experiments/parity.json; without a name, all of them.
An experiment is a module here with `jobs()`, a list of dicts of settings, and `measure(**job)`, a dict of numbers.
A result is the list of both together, {**job, **measured}, one dict per job. Not here: drawing results.
"""

import json

from helpers.datasets import files

FOLDER = files.FOLDER / "experiments"


def stored(name):
    """Return the stored rows of an experiment: a list of dicts, one per job."""
    return json.loads(files.file_bytes(FOLDER / f"{name}.json"))["rows"]


def command(name):
    """Return the command that remakes an experiment."""
    return f"python -m helpers.experiments {name}"
