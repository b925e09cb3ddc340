"""Building notebooks from a source: an author's mistakes are reported, a learner's writing is never lost."""

import copy
import importlib
import inspect
import io
import json
import re
import shutil
import subprocess
import sys
import textwrap
from dataclasses import replace
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell

from helpers.engine.build import build as build_module
from helpers.engine.build import moved as build_moved
from helpers.engine.build import sources as build_sources
from helpers.engine.build import update as update_module
from helpers.engine.build.__main__ import main
from helpers.engine.build.answers import find_all
from helpers.engine.build.execute import keep_verdict
from helpers.engine.build.fingerprint import files_of
from helpers.engine.build.first_cell import ID
from helpers.engine.build.meaning import code_meaning, meaning, without_words
from helpers.engine.build.moved import with_moved_imports
from helpers.engine.build.notebooks import (
    as_text,
    fingerprint,
    learner_notebook,
    reference_notebook,
    short_hash,
    someone_wrote,
    written_cells,
)
from helpers.engine.build.sources import read_source
from helpers.engine.check import collect
from helpers.engine.check.exercise import stub_source
from helpers.engine.check.exercise_order import in_order
from helpers.engine.course import AuthoringError, course
from helpers.engine.translate import catalogues as translate_catalogues

NAME = "02_logistic_regression"
SIGMOID = '# %% tags=["exercise"]\nfrom helpers.activations import sigmoid\n'
NOTATION = """# %% tags=["exercise"]
from helpers.exercises.logistic_regression.notation import answers as notation
"""
MINE = "def sigmoid(z):\n    return 'mine'"
CHECK = "# %%\nsigmoid = check(sigmoid)\n"


@pytest.fixture
def use_folders(monkeypatch):
    """Return a function that gives the course other folders for the duration of a test."""

    def use(**folders):
        other = replace(course(), **{"locale": Path("no translations"), **folders})
        for module in (build_module, build_moved, build_sources, translate_catalogues):
            monkeypatch.setattr(module, "course", lambda: other)

    return use


@pytest.mark.parametrize(
    "cells, said",
    [
        (SIGMOID + SIGMOID + CHECK, r"cell 3 \(sigmoid\): `sigmoid` is an exercise already in cell 2"),
        (SIGMOID.replace("sigmoid", "relu"), r"cell 2 \(relu\): there is no exercise `relu`"),
        (SIGMOID.replace("sigmoid", "sigmoyd as sigmoid"), r"cell 2 \(sigmoid\): .*sigmoyd"),
        (SIGMOID.replace("sigmoid", "tanh as sigmoid"), r"cell 2 .*not the function that the exercise"),
        (SIGMOID + "print(1)\n", r"cell 2: an exercise is one"),
        ('# %% tags=["exercise"]\nsigmoid = 3\n', r"cell 2: an exercise is one"),
        (
            NOTATION.replace("answers", "exercise"),
            r"cell 2 .*not the answers that the quiz `notation` checks",
        ),
        (NOTATION.replace("answers", "answer"), r"cell 2 \(notation\): .*answer"),
        (SIGMOID, r"cell 2 \(sigmoid\): no check cell `sigmoid = check\(sigmoid\)`"),
        (NOTATION, r"cell 2 \(notation\): no check cell `notation = check\(notation=notation\)`"),
        (SIGMOID + CHECK + CHECK, r"cell 4 .*`sigmoid` is checked twice"),
        (CHECK + SIGMOID, r"cell 2 .*no cell tagged `exercise` before this check of `sigmoid`"),
        (SIGMOID + CHECK + "# %%\nprint(1\n", r"cell 4 \(title-2\): '\(' was never closed: `print\(1`"),
        (SIGMOID + CHECK, r"the exercise `\w+` is defined but has no cell"),
    ],
)
def test_a_mistake_is_reported_with_file_and_cell(tmp_path, use_folders, cells, said):
    use_folders(sources=tmp_path)
    (tmp_path / f"{NAME}.py").write_text("# %% [markdown]\n# # Title\n\n" + cells, encoding="utf-8")
    with pytest.raises(AuthoringError, match=f"{NAME}.py.*{said}"):
        read_source(NAME)


def test_building_twice_gives_the_same_bytes():
    cells, exercises = read_source(NAME)
    assert as_text(learner_notebook(NAME, cells, exercises)) == as_text(
        learner_notebook(NAME, cells, exercises)
    )


def test_the_exercise_is_the_helper_with_its_body_removed():
    cells, exercises = read_source(NAME)
    learner, reference = (
        learner_notebook(NAME, cells, exercises),
        reference_notebook(NAME, cells, exercises, ""),
    )
    assert learner.cells.pop(1).id == ID
    for empty, solved in zip(learner.cells, reference.cells, strict=True):
        assert empty.id == solved.id
        if empty.metadata.get("exercise") == "sigmoid":
            assert empty.source.startswith("def sigmoid(z):") and "not written yet" in empty.source
            assert "np.tanh" in solved.source and "np.tanh(" not in empty.source
        elif "exercise" not in empty.metadata:
            assert empty.source == solved.source


def test_exercises_come_in_the_order_of_their_cells_and_one_without_a_cell_comes_last():
    folder = course().module_path("helpers.exercises.logistic_regression")
    names = in_order(["cost", "another", "sigmoid", "notation"], "logistic_regression", folder)
    assert names == ["notation", "sigmoid", "cost", "another"]


def test_without_the_sources_the_order_is_that_of_the_open_notebook(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert in_order(["sigmoid", "cost"], "logistic_regression", tmp_path) == ["cost", "sigmoid"]
    shutil.copy(course().notebooks / f"{NAME}.ipynb", tmp_path)
    assert in_order(["cost", "sigmoid"], "logistic_regression", tmp_path) == ["sigmoid", "cost"]


def test_a_module_whose_exercise_has_another_name_is_an_error(tmp_path, monkeypatch):
    package = tmp_path / "misnamed"
    package.mkdir()
    (package / "__init__.py").write_text("")
    (package / "one.py").write_text(
        "from helpers.engine.check import Quiz\nexercise = Quiz('two', 1, {'a': 1})\n"
    )
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(ValueError, match="misnamed.one: the exercise in it is called 'two'"):
        collect("misnamed")


@pytest.mark.parametrize("indentation", ["    ", ""], ids=["as before 3.13", "as since 3.13"])
def test_no_built_cell_depends_on_how_python_stores_docstrings(monkeypatch, indentation):
    from helpers.deep_network import backward
    from helpers.exercises.deep_network import repair_depth

    built = stub_source(repair_depth.exercise)
    lines = inspect.getdoc(backward).splitlines()
    stored = "\n".join([lines[0], *(f"{indentation}{line}".rstrip() for line in lines[1:]), indentation])
    monkeypatch.setattr(backward, "__doc__", stored)
    assert stub_source(importlib.reload(repair_depth).exercise) == built


def test_a_reference_depends_on_its_exercises_and_helpers_but_not_on_graders():
    files = {path.relative_to(course().root).as_posix() for path in files_of(NAME)}
    assert {"helpers/activations.py", "helpers/exercises/logistic_regression/sigmoid.py"} <= files
    assert {"helpers/engine/check/compare.py", f"notebooks/source/{NAME}.py"} <= files
    assert not [file for file in files if file.startswith(("helpers/engine/grade", "helpers/engine/sandbox"))]


@pytest.fixture
def learners(tmp_path, use_folders):
    """Return the path of a copy of the learner's notebook; `build` writes beside it."""
    path = tmp_path / f"{NAME}.ipynb"
    shutil.copy(course().notebooks / path.name, path)
    use_folders(notebooks=tmp_path)
    return path


def write_in(path, change):
    notebook = nbformat.read(path, as_version=4)
    change(notebook)
    nbformat.write(notebook, path)


def cell_named(notebook, identity):
    return next(cell for cell in notebook.cells if cell.id == identity)


def test_build_never_overwrites_what_someone_wrote(learners, capsys):
    write_in(learners, lambda n: cell_named(n, "sigmoid").update(source="def sigmoid(z):\n    return 1"))
    before = learners.read_bytes()
    assert build_module.build_learner(NAME, "something newer", check=False) == 1
    assert learners.read_bytes() == before
    assert "someone has written in it" in (out := capsys.readouterr().out) and "update" in out


def test_build_of_what_is_up_to_date_writes_nothing(learners, capsys):
    assert build_module.build_learner(NAME, learners.read_text(encoding="utf-8"), check=False) == 0
    assert not capsys.readouterr().out


def test_build_overwrites_a_notebook_that_was_only_run(learners):
    def run(notebook):
        notebook.metadata.language_info = {"name": "python", "version": "3.13"}
        cell_named(notebook, "check-sigmoid").execution_count = 3

    write_in(learners, run)
    assert not someone_wrote(learners)
    assert build_module.build_learner(NAME, "something newer", check=False) == 0
    assert learners.read_text(encoding="utf-8") == "something newer"


@pytest.mark.parametrize("content", ["", "{", '{"cells": []}', "<html>"])
def test_build_leaves_a_file_that_is_no_notebook(learners, content):
    learners.write_text(content, encoding="utf-8")
    assert build_module.build_learner(NAME, "something newer", check=False) == 1
    assert learners.read_text(encoding="utf-8") == content


def test_update_carries_answers_notes_and_own_cells(learners):
    def write(notebook):
        cell_named(notebook, "sigmoid").source = MINE
        place = notebook.cells.index(cell_named(notebook, "check-sigmoid")) + 1
        notebook.cells.insert(place, new_code_cell("my_try = 3"))
        notebook.cells.insert(place + 1, new_markdown_cell("my note"))
        notebook.cells[0].source += "\n\nwritten into the course's own text"

    write_in(learners, write)
    before = learners.read_bytes()
    assert update_module.update(learners) == 0
    assert learners.with_name(f"{NAME}.before-update-1.ipynb").read_bytes() == before
    new = nbformat.read(learners, as_version=4)
    at = new.cells.index(cell_named(new, "check-sigmoid"))
    assert cell_named(new, "sigmoid").source == MINE
    assert [cell.source for cell in new.cells[at + 1 : at + 3]] == ["my_try = 3", "my note"]
    assert new.cells[-1].source.endswith("written into the course's own text")
    assert len({cell.id for cell in new.cells}) == len(new.cells)
    assert update_module.update(learners) == 0
    again = nbformat.read(learners, as_version=4)
    assert [cell.source for cell in again.cells] == [cell.source for cell in new.cells]


def test_update_of_an_older_version_keeps_only_what_the_learner_changed(learners):
    def age(notebook):
        for cell in (notebook.cells[1], cell_named(notebook, "sigmoid")):
            cell.source = f"def {cell.id.replace('-', '_')}(z):\n    'text of an older version'"
            notebook.metadata.course.hashes[cell.id] = fingerprint(cell)

    write_in(learners, age)
    assert not written_cells(nbformat.read(learners, as_version=4))
    update_module.update(learners)
    assert "older version" not in learners.read_text(encoding="utf-8")


def format_short_lines(path):
    command = [sys.executable, "-m", "ruff", "format", "--isolated", "--line-length", "40", str(path)]
    subprocess.run(command, capture_output=True, check=True)


def write_lines_as_on_windows(path):
    write_in(path, lambda n: [c.update(source=c.source.replace("\n", "\r\n")) for c in n.cells])


def break_paragraphs_anew(path):
    def wrap(cell):
        paragraphs = cell.source.split("\n\n")
        plain = [p for p in paragraphs if p[:1].isalpha() and not re.search(r"^\W", p, re.M)]
        cell.source = "\n\n".join(
            textwrap.fill(p, 50, break_on_hyphens=False) if p in plain else p for p in paragraphs
        )

    write_in(path, lambda n: [wrap(c) for c in n.cells if c.cell_type == "markdown"])


@pytest.mark.parametrize("hashed", ["by meaning", "by text"])
@pytest.mark.parametrize("lay_out", [format_short_lines, write_lines_as_on_windows, break_paragraphs_anew])
def test_update_of_a_reformatted_notebook_carries_over_only_what_the_learner_wrote(learners, lay_out, hashed):
    new = learner_notebook(NAME, *read_source(NAME))
    course = [cell.source for cell in new.cells]
    if hashed == "by text":
        new.metadata.course.hashes = {cell.id: short_hash(cell.source) for cell in new.cells}
    cell_named(new, "sigmoid").source = MINE
    new.cells.insert(3, new_markdown_cell("my note"))
    nbformat.write(new, learners)
    lay_out(learners)
    old = [cell.source for cell in nbformat.read(learners, as_version=4).cells]
    assert len([source for source in old if source not in course]) > 30
    update_module.update(learners)
    updated = [cell.source for cell in nbformat.read(learners, as_version=4).cells]
    mine = [source for source in updated if source not in course]
    assert len(mine) == 2 and mine[0] == "my note" and "mine" in mine[1]
    assert [source for source in updated if source in course] == [
        s for s in course if "def sigmoid(" not in s
    ]


@pytest.mark.parametrize(
    "one, other",
    [
        ("f(1, 2)", "f(\n    1,\n    2,\n)"),
        ("x = 'a'  # why", 'x = "a"  #why'),
        ("%time x\ny = (1)", "%time x\n\ny = 1"),
        ("def f():\n    'one\\n    two'", 'def f():\n  """one\n  two"""'),
        ("def (", "def (  "),
        ("x = 1", "x = 1\r\n"),
    ],
)
def test_layout_has_no_meaning(one, other):
    assert meaning(new_code_cell(one)) == meaning(new_code_cell(other))


def test_the_layout_of_a_paragraph_has_no_meaning():
    one = "# A\nb c\nd\n\n- e\n  f\n- g\n\n```\nh  i\nj\n```\nk"
    same = "# A\nb\nc  d  \n\n\n- e f\n- g\n\n```\nh  i\nj\n```\nk"
    assert meaning(new_markdown_cell(one)) == meaning(new_markdown_cell(same))
    for old, new in [
        ("b c", "b\n\nc"),
        ("f\n- g", "f - g"),
        ("h  i", "h i"),
        ("i\nj", "i j"),
        ("# A\n", "# A "),
    ]:
        assert meaning(new_markdown_cell(one)) != meaning(new_markdown_cell(one.replace(old, new)))


@pytest.mark.parametrize(
    "one, other",
    [
        ("x = 1", "x = 1.0"),
        ("x = 1", "x = True"),
        ("x = 1", "x = 1  # mine"),
        ("%time x", "%time y"),
        ("x = ' a'", "x = 'a'"),
        ("return_1 = None", "return_1 = ..."),
        ("def (", "def ( a"),
    ],
)
def test_what_is_not_layout_has_a_meaning(one, other):
    assert meaning(new_code_cell(one)) != meaning(new_code_cell(other))


def test_what_a_cell_means_does_not_depend_on_the_version_of_python():
    """The hash was made with Python 3.11; 3.12 and 3.13 added fields to the nodes of functions and classes."""
    source = "class A(B):\n    def f(self, *x: int, y=1e3) -> None:\n        return f'{x!r:>{y}} a'  # why\n"
    assert fingerprint(new_code_cell(source + "lambda: x[1:2, ...]\ntype(1) @ 2j")) == "c8084a77"


def test_update_in_a_read_only_folder_is_refused_in_one_sentence(learners, monkeypatch, capsys):
    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    before = learners.read_bytes()
    for owner, name in [(type(learners), "rename"), (update_module, "store")]:
        with monkeypatch.context() as context:
            context.setattr(owner, name, refuse)
            assert main(["update", str(learners)]) == 2
        error = capsys.readouterr().err
        assert error.count("\n") == 1 and "Permission denied" in error and "update the copy" in error
        assert [path.name for path in learners.parent.iterdir()] == [learners.name]
        assert learners.read_bytes() == before


def test_update_of_a_notebook_without_ids_carries_the_answers_alone(learners):
    old = nbformat.read(learners, as_version=4)
    course = [cell.source for cell in learner_notebook(NAME, *read_source(NAME)).cells]
    cell_named(old, "sigmoid").source = MINE
    old.nbformat_minor = 4
    for cell in old.cells:
        del cell["id"]
    learners.write_text(json.dumps(old), encoding="utf-8")
    assert update_module.update(learners) == 0
    new = nbformat.read(learners, as_version=4)
    assert [cell.source for cell in new.cells if cell.source not in course] == [MINE]


def as_in_utf_16(path):
    path.write_bytes(path.read_text(encoding="utf-8").encode("utf-16"))


def without_metadata_under_another_name(path):
    write_in(path, lambda notebook: notebook.update(metadata={}))
    path.rename(path.with_name("HW 2 final (1).ipynb"))


def with_metadata(value):
    return lambda path: write_in(path, lambda notebook: notebook.metadata.update(course=value))


@pytest.mark.parametrize(
    "spoil",
    [
        as_in_utf_16,
        lambda path: path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes()),
        without_metadata_under_another_name,
        with_metadata(None),
        with_metadata("oops"),
        with_metadata({"notebook": [NAME], "hashes": 3}),
    ],
)
def test_update_reads_what_the_graders_read(learners, spoil):
    write_in(learners, lambda notebook: cell_named(notebook, "sigmoid").update(source=MINE))
    spoil(learners)
    (path,) = learners.parent.iterdir()
    assert main(["update", str(path)]) == 0
    new = nbformat.read(path, as_version=4)
    assert cell_named(new, "sigmoid").source == MINE
    nbformat.validate(new)


@pytest.mark.parametrize(
    "content, said",
    [
        (b"", "the file is empty"),
        (b"[1]", "it is JSON, but a list"),
        (b'{\n"a": "\xe9"}', "it is not UTF-8, the encoding of notebooks (line 2)"),
        (b"{\n<<<<<<< HEAD\n", "line 2 is a conflict marker"),
        (b"PK\x03\x04", "it is a zip file"),
    ],
)
def test_update_says_what_a_file_is_that_is_no_notebook(learners, content, said, capsys):
    learners.write_bytes(content)
    assert main(["update", str(learners)]) == 2
    assert said in capsys.readouterr().err and learners.read_bytes() == content


class Closed(io.StringIO):
    """A stream that nobody reads any more."""

    def write(self, _):
        raise BrokenPipeError(32, "Broken pipe")


@pytest.mark.parametrize(
    "stream", [lambda: io.TextIOWrapper(io.BytesIO(), encoding="ascii"), Closed], ids=["ascii", "closed"]
)
def test_no_output_ends_a_command_that_has_written(learners, monkeypatch, stream):
    path = learners.rename(learners.with_name(f"ö {learners.name}"))
    write_in(path, lambda notebook: cell_named(notebook, "sigmoid").update(source=MINE))
    monkeypatch.setattr(sys, "stdout", stream())
    assert main(["update", str(path)]) == 0
    monkeypatch.undo()
    assert MINE in [cell.source for cell in nbformat.read(path, as_version=4).cells]
    assert len(list(path.parent.iterdir())) == 2


MOVED = {
    "helpers.training": "helpers.gradient_descent",
    "helpers.gradient_descent:descend": "helpers.gradient_descent:steps",
    "helpers.search:resume": "helpers.experiments.resumable:resume",
    "helpers.authoring": "helpers.engine.build",
}


@pytest.mark.parametrize(
    "old, new",
    [
        ("from helpers.training import train", "from helpers.gradient_descent import train"),
        ("from helpers.training import descend", "from helpers.gradient_descent import steps as descend"),
        ("from helpers.training import descend as d", "from helpers.gradient_descent import steps as d"),
        ("from helpers import training", "from helpers import gradient_descent as training"),
        ("from helpers import training as t, losses", "from helpers import gradient_descent as t, losses"),
        ("import helpers.training as t, os", "import helpers.gradient_descent as t, os"),
        (
            "import helpers.training\nhelpers.training.f(x)",
            "import helpers.gradient_descent\nhelpers.gradient_descent.f(x)",
        ),
        ("from helpers.authoring.sources import a", "from helpers.engine.build.sources import a"),
        (
            "def f():\n    from helpers.search import (\n        resume,  # é\n        grid as g)  # both\n"
            "    return g",
            "def f():\n    from helpers.experiments.resumable import resume\n"
            "    from helpers.search import grid as g  # both\n    return g",
        ),
        (
            "é = 1; from helpers.search import resume, grid",
            "é = 1; from helpers.experiments.resumable import resume; from helpers.search import grid",
        ),
        (
            "%pylab\r\nfrom helpers.training import a\r\n!ls",
            "%pylab\nfrom helpers.gradient_descent import a\n!ls",
        ),
        ("from helpers.training import a\ndef (", "from helpers.training import a\ndef ("),
        ("training = 'helpers.training'", "training = 'helpers.training'"),
        ("from helpers.search import grid", "from helpers.search import grid"),
        ("from .training import a", "from .training import a"),
    ],
)
def test_imports_of_what_has_moved_are_brought_up_to_date(use_folders, old, new):
    use_folders(moved=MOVED)
    assert with_moved_imports(old) == new
    assert with_moved_imports(new) == new


def test_every_former_address_leads_to_something_that_exists():
    for old, new in course().moved.items():
        module, _, name = new.partition(":")
        assert ":" in old or not name, f"{old}: a module cannot become a name"
        assert not name or hasattr(importlib.import_module(module), name), f"{old} = {new}"
        importlib.import_module(module)


def test_update_mends_the_imports_of_an_old_notebook(learners, use_folders):
    use_folders(moved=MOVED)
    answer = "from helpers.training import train\n\n" + MINE

    def write(notebook):
        cell_named(notebook, "sigmoid").source = answer
        place = notebook.cells.index(cell_named(notebook, "check-sigmoid")) + 1
        notebook.cells.insert(place, new_code_cell("from helpers import training\ntraining.train"))
        notebook.cells.insert(place + 1, new_markdown_cell("from helpers import training"))

    write_in(learners, write)
    update_module.update(learners)
    new = nbformat.read(learners, as_version=4)
    at = new.cells.index(cell_named(new, "check-sigmoid"))
    assert cell_named(new, "sigmoid").source == answer.replace("training", "gradient_descent")
    assert new.cells[at + 1].source == "from helpers import gradient_descent as training\ntraining.train"
    assert new.cells[at + 2].source == "from helpers import training"


def test_both_graders_read_an_answer_with_its_imports_brought_up_to_date(use_folders):
    use_folders(moved=MOVED)
    cells = [{"cell_type": "code", "id": "sigmoid", "source": "from helpers.training import train\n" + MINE}]
    found = find_all(cells, {"sigmoid": "def sigmoid(z): ..."})
    assert found["sigmoid"].source == "from helpers.gradient_descent import train\n" + MINE


def test_update_keeps_both_of_two_different_answers(learners, capsys):
    def answer_twice(notebook):
        place, cell = notebook.cells.index(found := cell_named(notebook, "sigmoid")), copy.deepcopy(found)
        found.source, cell.source, cell.id = MINE, MINE.replace("mine", "other"), "copy"
        notebook.cells.insert(place + 1, cell)

    write_in(learners, answer_twice)
    update_module.update(learners)
    new = [cell.source for cell in nbformat.read(learners, as_version=4).cells]
    assert MINE in new and MINE.replace("mine", "other") in new
    assert "sigmoid: 2 different answers" in capsys.readouterr().out


CHECK_AND_MORE = "print(sigmoid(3))\nsigmoid = check(sigmoid)"


def add_to_the_check(notebook):
    cell_named(notebook, "check-sigmoid").source = CHECK_AND_MORE


def answer_in_a_cell_of_its_own(notebook):
    place = notebook.cells.index(cell_named(notebook, "check-sigmoid"))
    notebook.cells.insert(place, new_code_cell(MINE))


def answer_twice(notebook):
    answer_in_a_cell_of_its_own(notebook)
    cell_named(notebook, "sigmoid").source = MINE.replace("mine", "first")


def lose_ids(notebook):
    for i, cell in enumerate(notebook.cells):
        cell.id, cell.metadata = f"new-{i}", {}
    notebook.metadata = {}


@pytest.mark.parametrize("forget", [lambda notebook: None, lose_ids])
@pytest.mark.parametrize("write", [add_to_the_check, answer_in_a_cell_of_its_own, answer_twice])
def test_update_leaves_every_cell_where_it_was(learners, write, forget):
    if (write, forget) == (add_to_the_check, lose_ids):
        pytest.skip("nothing says which cell was the check")
    write_in(learners, lambda notebook: (write(notebook), forget(notebook)))
    before = [cell.source for cell in nbformat.read(learners, as_version=4).cells]
    update_module.update(learners)
    assert [cell.source for cell in nbformat.read(learners, as_version=4).cells] == before


def test_a_check_with_more_lines_is_no_answer():
    cells = [{"cell_type": "code", "source": source} for source in (MINE, CHECK_AND_MORE)]
    assert find_all(cells, {"sigmoid": "def sigmoid(z): ..."})["sigmoid"].source == MINE


def test_update_of_a_cell_that_is_no_exercise_any_more_gives_the_task_again(learners):
    def write(notebook):
        found = cell_named(notebook, "sigmoid")
        place = notebook.cells.index(found)
        notebook.cells[place] = new_markdown_cell("it is s-shaped", id="sigmoid", metadata=found.metadata)

    write_in(learners, write)
    update_module.update(learners)
    new = nbformat.read(learners, as_version=4)
    assert "not written yet" in cell_named(new, "sigmoid").source
    assert new.cells[-1].source == "it is s-shaped" and not new.cells[-1].metadata


def test_update_says_of_a_new_exercise_that_it_is_new(learners, capsys):
    def age(notebook):
        notebook.cells = [c for c in notebook.cells if c.id not in ("sigmoid", "check-sigmoid", "loss")]
        del notebook.metadata.course.hashes["sigmoid"]

    write_in(learners, age)
    update_module.update(learners)
    said = capsys.readouterr().out
    assert "sigmoid: this exercise is new" in said and "loss: no cell of the notebook defines it" in said


def test_the_code_of_a_cell_is_read_without_changing_what_it_says():
    said = code_meaning(stub := "def f():\n    'text'\n    return 1")
    without_words(stub)
    assert code_meaning(stub) == said


def test_update_gives_an_emptied_answer_its_stub_again(learners):
    write_in(learners, lambda notebook: cell_named(notebook, "sigmoid").update(source=" "))
    update_module.update(learners)
    assert "not written yet" in cell_named(nbformat.read(learners, as_version=4), "sigmoid").source


@pytest.mark.parametrize(
    "change, said",
    [
        (lambda cell: cell.update(execution_count=None), "has no execution count or not exactly one output"),
        (lambda cell: cell.update(outputs=[]), "has no execution count or not exactly one output"),
        (lambda cell: cell.outputs[0].metadata.verdict.update(state="wrong"), "fails its own check"),
        (lambda cell: cell.outputs[0].metadata.clear(), "fails its own check"),
    ],
)
def test_a_reference_whose_check_proves_nothing_is_not_written(change, said):
    cell = cell_named(nbformat.read(course().references / f"{NAME}.ipynb", as_version=4), "check-sigmoid")
    keep_verdict(cell, NAME)
    change(cell)
    with pytest.raises(AuthoringError, match=rf"{NAME}, cell check-sigmoid: .*{said}"):
        keep_verdict(cell, NAME)


def test_the_command_line_says_what_is_wrong(capsys, tmp_path):
    assert main(["build", "42"]) == 2
    assert main(["update", str(tmp_path / "none.ipynb")]) == 2
    errors = capsys.readouterr().err
    assert "no source notebook for 42" in errors and "there is no such file" in errors
