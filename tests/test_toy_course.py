"""A course that is not about networks, taken all the way by the same commands: build, check, grade, prove."""

import csv
import os
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from helpers.engine.course import CourseError, course_at, read_course

TOY = Path(__file__).parent / "toy_course"
AREA = "def area(a, b, c):\n    s = perimeter(a, b, c) / 2\n    return math.sqrt(s * (s - a) * (s - b) * (s - c))"
ANGLES = 'largest_angle = {"3, 4, 5": "right", "2, 3, 4": "obtuse", "4, 5, 6": "obtuse"}'
OLD = "import math\nfrom geometry.plane import perimeter\n\n" + AREA


def run(*command, cwd, **environment):
    """Run a command of the engine's and return the finished process; nothing around it names a course."""
    inherited = {k: v for k, v in os.environ.items() if k not in ("COURSE", "PYTHONPATH")}
    return subprocess.run(
        [sys.executable, "-m", *map(str, command)],
        cwd=cwd,
        env=inherited | environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )


@pytest.fixture(scope="module")
def toy(tmp_path_factory):
    """Return the folder of a copy of the toy course, built from another folder."""
    folder = tmp_path_factory.mktemp("course") / "toy"
    shutil.copytree(TOY, folder, ignore=shutil.ignore_patterns("__pycache__"))
    built = run("helpers.engine.build", "--course", folder, "build", cwd=folder.parent)
    assert built.returncode == 0, built.stdout + built.stderr
    assert "wrote references/01_triangles.ipynb" in built.stdout
    return folder


def answered(folder, path, **answers):
    """Write a learner's notebook with these answers in its exercise cells and return its path."""
    notebook = nbformat.read(folder / "notebooks" / "01_triangles.ipynb", as_version=4)
    for cell in notebook.cells:
        cell.source = answers.get(cell.metadata.get("exercise"), cell.source)
    path.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(notebook, path)
    return path


@pytest.mark.slow
def test_the_toy_is_built_and_up_to_date(toy):
    cells = nbformat.read(toy / "notebooks" / "01_triangles.ipynb", as_version=4).cells
    empty = {c.metadata.exercise: c.source for c in cells if "exercise" in c.metadata}
    items = [f'    "{sides}": ...,' for sides in ("3, 4, 5", "2, 3, 4", "4, 5, 6")]
    assert empty["largest_angle"].splitlines() == ["largest_angle = {", *items, "}"]
    assert "Heron" in empty["area"] and "not written yet" in empty["area"]
    cells = nbformat.read(toy / "references" / "01_triangles.ipynb", as_version=4).cells
    lines = [c.outputs[0].data["text/plain"] for c in cells if "check" in c.metadata]
    assert lines == ["largest_angle: 3 of 3 answers agree", "area: 4 of 4 cases agree"]
    assert run("helpers.engine.build", "build", "--check", cwd=toy).returncode == 0
    (toy / "geometry" / "triangles.py").open("a").write("\n")
    assert run("helpers.engine.build", "build", "--check", cwd=toy).returncode == 1
    shutil.copy(TOY / "geometry" / "triangles.py", toy / "geometry")


@pytest.mark.slow
def test_a_notebook_of_the_toy_is_graded(toy, tmp_path):
    path = answered(toy, tmp_path / "01_triangles.ipynb", area=AREA.replace(" / 2", ""), largest_angle=ANGLES)
    graded = run("helpers.engine.grade", path, "--course", toy, cwd=tmp_path)
    assert graded.returncode == 1, graded.stderr
    assert "s is the whole perimeter" in graded.stdout and "16 + 25 is more than 36" in graded.stdout


@pytest.mark.slow
def test_a_class_of_the_toy_is_graded_in_sealed_processes(toy, tmp_path):
    wrong = AREA.replace("math.sqrt", "")
    stolen = "from geometry.triangles import area"
    for name, source in {"right": AREA, "wrong": wrong, "old": OLD, "stolen": stolen}.items():
        answered(toy, tmp_path / "class" / name / "01_triangles.ipynb", area=source, largest_angle=ANGLES)
    paths = [tmp_path / "class", "--out", tmp_path / "out", "--workers", "1", "--without-sandbox"]
    graded = run("helpers.engine.grade", "class", *paths, "--course", toy, cwd=tmp_path)
    assert graded.returncode == 0, graded.stdout + graded.stderr
    with (tmp_path / "out" / "grades.csv").open(encoding="utf-8-sig", newline="") as file:
        points = {
            row["learner"]: (float(row["largest_angle"]), float(row["area"])) for row in csv.DictReader(file)
        }
    assert points == {"right": (0.67, 2), "wrong": (0.67, 0), "old": (0.67, 2), "stolen": (0.67, 0)}


@pytest.mark.slow
def test_the_checks_of_the_toy_are_proven(toy):
    proven = run("helpers.engine.build", "prove", cwd=toy / "notebooks")
    assert proven.returncode == 0, proven.stdout + proven.stderr
    assert "| triangles | area | 2 | 2 of 2 | 2 of 2 |" in (toy / "checks.md").read_text(encoding="utf-8")


@pytest.mark.slow
def test_an_old_notebook_of_the_toy_is_updated(toy, tmp_path):
    path = answered(toy, tmp_path / "01_triangles.ipynb", area=OLD)
    assert run("helpers.engine.build", "update", path, cwd=tmp_path, COURSE=str(toy)).returncode == 0
    new = nbformat.read(path, as_version=4)
    assert next(c.source for c in new.cells if c.id == "area") == OLD.replace("plane", "triangles")


def test_a_course_is_found_at_or_above_a_folder():
    found = course_at(TOY / "notebooks" / "source")
    assert (found.root, found.package, found.exercises) == (TOY, "geometry", "geometry.exercises")
    assert found.references == TOY / "references" and found.sources == TOY / "notebooks" / "source"


def test_a_missing_course_is_an_error_that_says_where_it_was_looked_for(tmp_path):
    with pytest.raises(CourseError, match=r"\[tool.course\] at or above .*nowhere.*--course"):
        course_at(tmp_path / "nowhere")


@pytest.mark.parametrize(
    "table, said", [({"package": "a", "pakage": "b"}, "no use for pakage"), ({"data": "x"}, "`package`")]
)
def test_a_mistake_in_the_table_is_an_error_that_names_it(tmp_path, table, said):
    with pytest.raises(CourseError, match=said):
        read_course(tmp_path, table)
