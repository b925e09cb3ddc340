"""A hand-out without solutions: unpacked in a clean folder, it checks right and wrong answers and tells no solution."""

import ast
import json
import os
import subprocess
import sys
import zipfile
from dataclasses import replace

import nbformat
import pytest

from helpers.engine.check.exercise import Quiz, patched, solution_source
from helpers.engine.grade import handout
from helpers.engine.grade.__main__ import main
from helpers.engine.grade.one_submission import grade_submission
from tests.classes import NAMES, exercises, solutions

# Runs cells in the unpacked folder: the imports of the notebook, then each answer and its check, twice.
LEARNER = """
import contextlib, io, json, sys
package, imports, answers = json.load(sys.stdin)
names = {}
exec(f"from helpers.exercises.{package} import check, hint, exercises", names)
import helpers
told = {"home": helpers.__file__}
for line in imports:
    with contextlib.suppress(ImportError):
        exec(line, names)
for _ in range(2):
    for name, source in answers.items():
        with contextlib.redirect_stdout(io.StringIO()) as out:
            exec(source, names)
            exec(f"check({name}={name})", names)
        told[name] = out.getvalue()
with contextlib.redirect_stdout(io.StringIO()) as out:
    for _ in range(4):
        names["hint"](next(reversed(answers)))
told["hint"] = out.getvalue()
json.dump(told, sys.stdout)
"""
NAME = "04_shallow_network"
pytestmark = pytest.mark.skipif(os.name == "nt", reason="paths of the environment")


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory):
    """Return a function that unpacks the hand-out of a notebook and returns its folder."""
    folders = {}

    def unpack(name):
        if name not in folders:
            folder = tmp_path_factory.mktemp(name)
            assert main(["handout", name, "--out", str(folder / "handout.zip")]) == 0
            with zipfile.ZipFile(folder / "handout.zip") as archive:
                archive.extractall(folder)
            folders[name] = folder / name
        return folders[name]

    return unpack


def learn(folder, name, answers):
    """Return what the checks of a hand-out say to answers."""
    cells = nbformat.read(folder / "notebooks" / f"{name}.ipynb", as_version=4).cells
    nodes = [
        n
        for c in cells
        if c.cell_type == "code" and not c.metadata.get("exercise")
        for n in ast.parse(c.source).body
    ]
    imports = [ast.unparse(n) for n in nodes if isinstance(n, (ast.Import, ast.ImportFrom))]
    text = json.dumps([name.partition("_")[2], imports, answers])
    environment = {k: v for k, v in os.environ.items() if k != "COURSE"} | {"PYTHONPATH": str(folder)}
    done = subprocess.run(
        [sys.executable, "-c", LEARNER],
        cwd=folder,
        env=environment,
        input=text,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    told = json.loads(done.stdout)
    assert told.pop("home").startswith(str(folder))
    return told


@pytest.mark.parametrize("name", NAMES)
def test_every_right_answer_is_accepted_and_no_hint_is_the_solution(unpacked, name):
    told = learn(unpacked(name), name, solutions(name))
    assert "does not contain the solution" in told.pop("hint")
    assert {n: text for n, text in told.items() if not is_right(text)} == {}


def is_right(text):
    """Return whether a check said that all cases agree."""
    passed, _, n = text.splitlines()[0].split(": ")[1].split()[:3]
    return passed == n


def test_wrong_answers_are_named_and_later_ones_use_the_learners(unpacked):
    answers = dict(solutions(NAME))
    for name in ("relu", "update"):
        answers[name] = patched(solution_source(exercises(NAME)[name]), [exercises(NAME)[name].mistakes[0]])
    answers["forward"] = "def forward(X, parameters, hidden=None, output=None):\n    return 1 / 0"
    answers["shapes"] = "shapes = {'X': (1, 1)}"
    told = learn(unpacked(NAME), NAME, answers)
    for name in ("relu", "update"):
        assert exercises(NAME)[name].mistakes[0].name in told[name]
    assert "go on with yours" in told["relu"] and "use the course's" not in "".join(told.values())
    assert "ZeroDivisionError" in told["forward"] and "0 of" in told["shapes"]
    assert "cannot be checked yet" in told["train_shallow"] or not is_right(told["train_shallow"])


@pytest.mark.parametrize("name", NAMES)
def test_no_file_holds_a_body_or_an_answer(unpacked, name):
    texts = [p.read_text(encoding="utf-8") for p in unpacked(name).rglob("*.py")]
    held = {node_text(node) for text in texts for node in functions_in(text)}
    for exercise in exercises(name).values():
        if not isinstance(exercise, Quiz):
            assert node_text(functions_in(solution_source(exercise))[0]) not in held, exercise.name
    records = unpacked(name) / "helpers" / "exercises" / name.partition("_")[2] / "records"
    for exercise in exercises(name).values():
        content = (records / exercise.name).read_text(encoding="utf-8", errors="replace")
        if isinstance(exercise, Quiz):
            assert not [a for a in exercise.answers.values() if isinstance(a, str) and f'"{a}"' in content]
        else:
            lines = node_text(functions_in(solution_source(exercise))[0]).splitlines()
            hinted = " ".join([*exercise.hints, *(m.why for m in exercise.mistakes)])
            told = [line for line in map(str.strip, lines) if len(line) > 12 and line in content]
            assert not [line for line in told if line not in hinted], exercise.name


def functions_in(text):
    """Return the functions at the top of a module."""
    return [node for node in ast.parse(text).body if isinstance(node, ast.FunctionDef)]


def node_text(node):
    """Return the body of a function without its docstring, as text."""
    body = node.body[1:] if ast.get_docstring(node) is not None else node.body
    return "\n".join(ast.unparse(part) for part in body)


def test_a_notebook_from_a_hand_out_is_graded_as_any_other(unpacked):
    path = unpacked(NAME) / "notebooks" / f"{NAME}.ipynb"
    notebook = nbformat.read(path, as_version=4)
    for cell in notebook.cells:
        if name := cell.metadata.get("exercise"):
            cell.source = solutions(NAME)[name]
    grade = grade_submission(nbformat.writes(notebook).encode(), NAME, 5)
    assert grade["earned"] == grade["points"] > 0


SLOW = """
def step(X, Y, parameters, buffers, learning_rate, hidden=RELU, output=SIGMOID, dX=None):
    return solved(X, Y, parameters, buffers, learning_rate, hidden, output, dX) or np.zeros(20_000)
"""


def test_what_a_function_does_with_memory_is_checked_without_the_solution(unpacked):
    name = "07_speed"
    known = {e: [m for m in exercises(name)[e].mistakes] for e in ("relu_backward", "repair_update", "step")}
    answers = {e: patched(solution_source(exercises(name)[e]), [found[0]]) for e, found in known.items()}
    told = learn(unpacked(name), name, dict(solutions(name)) | answers)
    assert [e for e, found in known.items() if found[0].name not in told[e]] == []
    wasteful = solutions(name)["step"].replace("def step", "def solved") + SLOW
    told = learn(unpacked(name), name, dict(solutions(name)) | {"step": wasteful})
    assert "the step made new arrays" in told["step"]


def test_what_cannot_be_recorded_is_refused_and_no_file_is_left(tmp_path, capsys, monkeypatch):
    exercise = exercises(NAME)["relu"]
    twice = replace(exercise, cases=lambda rng: [*exercise.case_list(), *exercise.case_list()])
    monkeypatch.setattr(handout, "exercises_of", lambda name: {"relu": twice})
    assert main(["handout", NAME, "--out", str(tmp_path / "handout.zip")]) == 2
    assert "relu cannot be handed out" in capsys.readouterr().err and not list(tmp_path.iterdir())
