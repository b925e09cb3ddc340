"""Execute a reference notebook and keep only what nbval compares: the outputs of the graded cells."""

import os

import nbclient

from helpers.engine.course import AuthoringError, course
from helpers.engine.language.choice import VARIABLE

GRADED = "nbval-check-output"


def execute(made, name, seconds=600):
    """Execute a notebook in place; every graded cell gets its verdict line and its execution count."""
    client = nbclient.NotebookClient(
        made,
        timeout=seconds,
        resources={"metadata": {"path": str(course().notebooks)}},
        extra_arguments=["--IPKernelApp.log_level=ERROR"],
    )
    try:
        client.execute(env={**os.environ, VARIABLE: "en"})  # references are compared in English
    except nbclient.exceptions.CellExecutionError as error:
        cell = next((c for c in made.cells if c.cell_type == "code" and has_error(c)), None)
        raise AuthoringError(f"{name}, cell {cell and cell.id}: {error.ename}: {error.evalue}") from None
    made.metadata.pop("widgets", None)  # random identifiers of widgets, different in every run
    made.metadata.language_info = {"name": "python"}
    for cell in made.cells:
        if cell.cell_type == "code":
            keep_verdict(cell, name)
    return made


def keep_verdict(cell, name):
    """Drop what changes from run to run, and all outputs but the verdict of a graded cell."""
    cell.metadata.pop("execution", None)
    if GRADED not in cell.metadata.get("tags", []):
        cell.outputs = []
        return
    texts = [output.get("data", {}).get("text/plain", "") for output in cell.outputs]
    # nbval does not compare a cell without an execution count, so such a check could never fail.
    if cell.execution_count is None or len(texts) != 1:
        raise AuthoringError(
            f"{name}, cell {cell.id}: the check has no execution count or not exactly one output"
        )
    if cell.outputs[0].metadata.get("verdict", {}).get("state") != "right":
        raise AuthoringError(
            f"{name}, cell {cell.id}: the solution fails its own check in the notebook:\n{texts[0]}"
        )


def has_error(cell):
    """Return whether a cell ended in an error."""
    return any(output.output_type == "error" for output in cell.outputs)
