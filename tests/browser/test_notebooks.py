"""Every notebook opened and run from top to bottom, as the learner gets it and solved, and every playground moved."""

import json
import statistics

import pytest

from helpers.engine.course import course
from tests.browser.conftest import ARTIFACTS
from tests.browser.playground import Ground

NAMES = course().source_names()
PLAYGROUNDS = {  # notebook number: (beginning of the cell's last line, slider to move)
    "01": [("play_learning_curves(", "training examples m")],
    "02": [("play_learning_rate(", "learning rate α"), ("play_neuron(", "weight w"), ("play_graph(", "step")],
    "03": [("play_broadcasting(", "column")],
    "04": [("play_way_back(", "step"), ("TrainingPlayground(", "hidden units")],
    "05": [("play_layers(", "hidden layers"), ("play_folds(", "fold 2 at")],
    "06": [("SettingsPlayground(", "units per layer")],
    "07": [("play_roofline(", "examples m")],
    "08": [("play_valley(", "narrowness k")],
    "09": [("play_expression(", "step")],
}
PLAYED = {"08": ["GapPlayground("]}  # A slider changes its sentence only; the picture changes when it plays.


def outputs(cell, kind):
    """Return the outputs of one kind of a cell."""
    return [output for output in cell["outputs"] if output["output_type"] == kind]


def states(cells):
    """Return {exercise: state} as the checks of these cells have shown."""
    checks = {c["metadata"]["check"]: c for c in cells if "check" in c["metadata"]}
    return {name: cell["outputs"][0]["metadata"]["verdict"]["state"] for name, cell in checks.items()}


def assert_calm(cells):
    """Fail where a cell ended in an error, or something was written to the error stream."""
    for cell in cells:
        assert not outputs(cell, "error"), (cell["source"], outputs(cell, "error"))
        stray = [o for o in outputs(cell, "stream") if o["name"] == "stderr"]
        assert not stray, (cell["source"], stray)


@pytest.mark.parametrize("name", NAMES)
def test_an_untouched_notebook_runs_through_with_friendly_messages(name, opened, shot):
    notebook = opened(course().notebooks / f"{name}.ipynb")
    notebook.run_all()
    cells = notebook.cells_of("code")
    assert_calm(cells)
    assert set(states(cells).values()) == {"unwritten"}
    assert notebook.page.locator(".jp-OutputArea-output img:not([alt])").count() == 0
    notebook.show(len(notebook.model()) - 1)
    shot(notebook.page, f"{name}-untouched-end")
    notebook.show(0)
    shot(notebook.page, f"{name}-untouched-beginning")


@pytest.mark.parametrize("name", NAMES)
def test_a_solved_notebook_runs_through_and_its_playgrounds_move(name, opened, shot):
    notebook = opened(course().references / f"{name}.ipynb")
    notebook.run_all()
    cells = notebook.cells_of("code")
    assert_calm(cells)
    assert set(states(cells).values()) == {"right"}
    shot(notebook.show(notebook.index_of("progress()")), f"{name}-progress")
    for last_line, label in PLAYGROUNDS[name[:2]]:
        ground = Ground(notebook, last_line)
        ground.slider(label).focus()
        ground.changes_after(lambda: notebook.page.keyboard.press("ArrowRight"))
        ground.changes_after(lambda ground=ground, label=label: ground.drag(label))
        assert ground.unnamed() == 0
        note_times(last_line.strip("("), ground.times(label))
        shot(ground.cell, f"{name}-{last_line.strip('(')}")
    for last_line in PLAYED.get(name[:2], ()):
        ground = Ground(notebook, last_line)
        shot(ground.cell, f"{name}-{last_line.strip('(')}-first")
        ground.changes_after(lambda ground=ground: ground.press("Play"))
        assert ground.unnamed() == 0
        shot(ground.cell, f"{name}-{last_line.strip('(')}")


def note_times(playground, times):
    """Keep the times from key to picture; they are looked at, not asserted, since a busy machine decides them."""
    assert None not in times, "a key did not lead to a new picture"
    path = ARTIFACTS / "redraws.json"
    noted = json.loads(path.read_text()) if path.exists() else {}
    noted[playground] = {"median ms": round(statistics.median(times)), "all ms": sorted(map(round, times))}
    path.write_text(json.dumps(noted, indent=1))
