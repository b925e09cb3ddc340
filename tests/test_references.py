"""The built notebooks: up to date, reproducible, and friendly when nothing is written yet."""

import re

import nbclient
import nbformat
import pytest

from helpers.engine.build.build import build
from helpers.engine.course import course
from helpers.engine.grade.one_notebook import run_nbval

NAMES = course().source_names()


def opened(folder, name):
    return nbformat.read(folder / f"{name}.ipynb", as_version=4)


def code_cells(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


@pytest.mark.parametrize("name", NAMES)
def test_the_built_files_are_up_to_date(name):
    assert build(name, check=True) == 0


@pytest.mark.parametrize("name", NAMES)
def test_nbval_would_compare_every_check(name):
    for cell in code_cells(opened(course().references, name)):
        assert cell.execution_count is not None
        if "check" in cell.metadata:
            assert cell.metadata["tags"] == ["nbval-check-output"]
            line = cell.outputs[0]["data"]["text/plain"]
            assert re.fullmatch(r"(\w+): (\d+) of \2 (cases|answers) agree", line)
        else:
            assert not cell.outputs


@pytest.mark.parametrize("name", NAMES)
def test_the_learners_notebook_has_no_outputs(name):
    for cell in code_cells(opened(course().notebooks, name)):
        assert cell.execution_count is None and not cell.outputs


@pytest.mark.parametrize("name", NAMES)
def test_the_learners_cells_fit_into_a_window(name):
    for cell in code_cells(opened(course().notebooks, name)):
        # An address is as long as it is, and `%pip` takes one line.
        lines = [line for line in cell.source.splitlines() if "%pip install --quiet" not in line]
        assert len(lines) <= 20 and max(map(len, lines)) <= 96, cell.id


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_the_reference_reproduces_under_nbval(name):
    reference = opened(course().references, name)
    records = run_nbval(reference, cell_seconds=300, seconds=580)
    assert [r["cell"] for r in records if not r["passed"]] == []
    assert len(records) == len(code_cells(reference))


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_an_untouched_notebook_fails_exactly_its_checks_and_describes_its_figures(name):
    learner, reference = opened(course().notebooks, name), opened(course().references, name)
    expected = {cell.id: cell for cell in reference.cells}
    resources = {"metadata": {"path": str(course().notebooks)}}
    nbclient.NotebookClient(learner, timeout=300, resources=resources).execute()
    states = {}
    for cell, after in zip(learner.cells, [*learner.cells[1:], None], strict=True):
        if cell.cell_type != "code":
            continue
        if "check" in cell.metadata:
            states[cell.metadata.check] = cell.outputs[0].metadata["verdict"]["state"]
            assert cell.outputs[0]["data"]["text/plain"] != expected[cell.id].outputs[0]["data"]["text/plain"]
        assert not [o for o in cell.outputs if o.output_type == "stream" and o.name == "stderr"], cell.id
        pictures = [output.data for output in cell.outputs if "image/png" in output.get("data", {})]
        assert all('alt="' in data.get("text/html", "") for data in pictures), cell.id
        if pictures:
            said = after is not None and after.cell_type == "markdown" and after.source.startswith("*")
            assert said, f"{cell.id}: a figure without its sentence in italics below it"
    assert set(states.values()) == {"unwritten"}
