"""Executing a reference notebook, and keeping only what nbval compares: the outputs of the graded cells."""

import nbclient

from helpers.engine.course import NOTEBOOKS, AuthoringError

GRADED = "nbval-check-output"


def execute(made, name, seconds=600):
    """Execute a reference notebook in place; every graded cell ends with its verdict line and a count."""
    client = nbclient.NotebookClient(
        made,
        timeout=seconds,
        resources={"metadata": {"path": str(NOTEBOOKS)}},
        extra_arguments=["--IPKernelApp.log_level=ERROR"],
    )
    try:
        client.execute()
    except nbclient.exceptions.CellExecutionError as error:
        cell = next((c for c in made.cells if c.cell_type == "code" and has_error(c)), None)
        raise AuthoringError(f"{name}, cell {cell and cell.id}: {error.ename}: {error.evalue}") from None
    made.metadata.pop("widgets", None)
    made.metadata.language_info = {"name": "python"}
    for cell in made.cells:
        if cell.cell_type == "code":
            settle(cell, name)
    return made


def settle(cell, name):
    """Keep the outputs of a graded cell, drop those of any other, and the times and versions of all."""
    cell.metadata.pop("execution", None)
    if GRADED not in cell.metadata.get("tags", []):
        cell.outputs = []
        return
    texts = [output.get("data", {}).get("text/plain", "") for output in cell.outputs]
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
