"""The sealed process gives the marks that nbval gives: 210 submissions, exercise by exercise.

nbval needs seconds to start a kernel, so one run carries many submissions, one graft after another in one notebook;
that this gives what one run each gives is tested too.
"""

import nbformat
import pytest
from nbformat.v4 import new_notebook

from helpers.engine.course import course
from helpers.engine.grade.graft import graft
from helpers.engine.grade.one_notebook import grade_notebook, result_of, run_nbval
from helpers.engine.grade.one_submission import grade_submission
from tests.classes import NAMES, exercises, solutions, submission

EACH = -(-210 // len(NAMES))
OTHER = 4_211_729  # a seed that no notebook shows
pytestmark = pytest.mark.slow


def handed_in(folder, name, seed):
    """Return the path of a learner's notebook."""
    path = folder / f"{name}_{seed}.ipynb"
    nbformat.write(submission(name, seed), path)
    return path


def marks_by_nbval(paths, name, only=None):
    """Return [{exercise: (points, passed)}] of several notebooks, from one run of nbval.

    only: for each notebook the exercises that are looked at, or None for all
    """
    cells, owner = [], {}
    only = [some or list(exercises(name)) for some in only or [None] * len(paths)]
    for number, path in enumerate(paths):
        for cell in together(graft(path).notebook.cells, only[number]):
            owner[f"cell-{len(cells)}"] = number
            cells.append(nbformat.from_dict({**cell, "id": f"cell-{len(cells)}"}))
    metadata = graft(paths[0]).notebook.metadata
    records = run_nbval(new_notebook(cells=cells, metadata=metadata), 60, 500)
    own = [[r for r in records if owner[r["cell"]] == number] for number in range(len(paths))]
    return [
        {e: points(result_of(exercises(name)[e], part, {})) for e in some}
        for some, part in zip(only, own, strict=True)
    ]


def together(cells, names):
    """Return the cells of some exercises of a graft, after one with all imports, which are the same in every graft."""
    exercise = [cell.metadata.get("exercise") or cell.metadata.get("check") for cell in cells]
    graded = [cell for cell, name in zip(cells, exercise, strict=True) if name in names]
    others = [c for c, name in zip(cells, exercise, strict=True) if not name and c.id != "prelude"]
    imports = "\n".join(cell.source for cell in others)
    return [nbformat.from_dict({**cells[0], "source": f"{imports}\n{cells[0].source}"}), *graded]


def points(result):
    """Return what counts of a result."""
    return result.earned, result.passed


def marks_sealed(path, seed):
    """Return {exercise: (points, passed)} from a sealed process."""
    outcome = grade_submission(path.read_bytes(), path.stem, seed)
    assert outcome["status"] == "graded", outcome
    return {r["exercise"]: (r["earned"], r["passed"]) for r in outcome["results"]}


@pytest.mark.parametrize("name", NAMES)
def test_sealed_marks_equal_the_marks_of_nbval(tmp_path, name):
    paths = [handed_in(tmp_path, name, seed) for seed in range(EACH)]
    carried = marks_by_nbval(paths, name)
    full = {exercise.name: exercise.points for exercise in exercises(name).values()}
    for path, expected in zip(paths, carried, strict=True):
        assert marks_sealed(path, seed=0) == expected, path.name
        if "float32" in path.read_text(encoding="utf-8"):
            continue  # right to four digits, and what is built on it can fall on either side of its own tolerance
        fresh = marks_sealed(path, seed=OTHER)
        right = {name for name, (earned, _) in expected.items() if earned == full[name]}
        assert {name for name, (earned, _) in fresh.items() if earned == full[name]} == right, path.name
    earned = [sum(points for points, _ in marks.values()) for marks in carried]
    assert len(set(earned)) > EACH // 3, "the made-up class is too uniform to test anything"


@pytest.mark.parametrize("name", NAMES[:3])
def test_many_in_one_run_of_nbval_are_graded_as_one_each(tmp_path, name):
    paths = [handed_in(tmp_path, name, seed) for seed in range(3)]
    alone = {r.exercise: points(r) for r in grade_notebook(paths[1]).results}
    assert marks_by_nbval(paths, name)[1] == alone == marks_sealed(paths[1], seed=0)


@pytest.mark.parametrize("name", NAMES)
def test_the_solutions_get_full_marks_whatever_the_inputs(name):
    notebook = nbformat.read(course().notebooks / f"{name}.ipynb", as_version=4)
    notebook.cells = [c for c in notebook.cells if not c.metadata.get("exercise")]
    notebook.cells += [nbformat.v4.new_code_cell(source) for source in solutions(name).values()]
    content = nbformat.writes(notebook).encode()
    for seed in range(12):
        outcome = grade_submission(content, name, seed)
        assert outcome["earned"] == outcome["points"], (seed, outcome["results"])
