"""Gradescope: the zip file that sets up an autograder there, and what runs in it for every submission.

Gradescope unpacks the zip into a folder `source`, runs `setup.sh` once, and `run_autograder` for every submission. The
submission lies in a folder `submission`, and `results/results.json` is read afterwards.
"""

import json
import secrets
import zipfile
from functools import partial
from pathlib import Path

from helpers.engine.course import course
from helpers.engine.grade.exports import gradescope_results
from helpers.engine.grade.one_submission import grade_submission
from helpers.engine.grade.reference import overlay_files
from helpers.engine.grade.result import Grade, GradingError
from helpers.engine.grade.submission import MOST_BYTES, read_file

PACKAGES = "numpy nbformat nbclient jupytext jinja2 tqdm ipython matplotlib h5py"
SETUP = """#!/usr/bin/env bash
# Runs once, as root, when Gradescope builds the image. The course needs Python 3.11 or newer.
set -euo pipefail
home=${AUTOGRADER_HOME:-/autograder}
apt-get update
for python in python3.13 python3.12 python3.11; do
  if apt-get install -y $python $python-venv; then break; fi
done
$python -m venv "$home/venv"
"$home/venv/bin/pip" install -r "$home/source/requirements.txt"
"""
RUN = """#!/usr/bin/env bash
# Runs for every submission.
home=${AUTOGRADER_HOME:-/autograder}
python=${AUTOGRADER_PYTHON:-$home/venv/bin/python}
cd "$home/source"
if [ -d overlay ]; then export COURSE_OVERLAY=$home/source/overlay; fi
exec "$python" -m helpers.engine.grade.gradescope "$home/submission" "$home/results/results.json"
"""
EXECUTABLE = 0o755 << 16  # the rights of a file, where a zip keeps them


def write_autograder(name, path, seed=None):
    """Write the zip file of an autograder for one course notebook.

    It holds the solutions, the private overlay, and a seed, so that equal notebooks get equal points: do not hand it
    out.
    """
    seed = secrets.randbits(48) if seed is None else seed
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for script, text in (("setup.sh", SETUP), ("run_autograder", RUN)):
            info = zipfile.ZipInfo(script)
            info.external_attr = EXECUTABLE
            archive.writestr(info, text)
        archive.writestr("requirements.txt", "\n".join(pinned(PACKAGES.split())) + "\n")
        archive.writestr("autograder.json", json.dumps({"notebook": name, "seed": seed}))
        archive.write(course().root / "pyproject.toml", "pyproject.toml")
        source = course().sources / f"{name}.py"  # what explains a wrong answer looks up there what to read
        for file in (course().references / f"{name}.ipynb", source):
            archive.write(file, course().relative(file).as_posix())
        for file in overlay_files(name):
            archive.write(file, f"overlay/{file.parent.name}/{file.name}")
        for file in sorted((course().root / "helpers").rglob("*")):
            if file.is_file() and "__pycache__" not in file.parts:
                archive.write(file, file.relative_to(course().root).as_posix())


def pinned(packages):
    """Return requirements in the versions that the course is tested with, without hashes: the others are free."""
    lines = (course().root / "requirements.lock").read_text(encoding="utf-8").splitlines()
    exact = {
        line.partition("==")[0]: line.partition(" ")[0] for line in lines if "==" in line and line[0] != " "
    }
    return [exact.get(package, package) for package in packages]


def run(submission, results, home=None):
    """Grade what was handed in, in a folder, and write the results where Gradescope reads them."""
    settings = json.loads(Path(home or course().root, "autograder.json").read_text(encoding="utf-8"))
    write = partial(write_results, results)
    try:
        path = only_notebook(Path(submission))
        content, asked = read_file(path, MOST_BYTES), {"only": settings["notebook"], "points_first": write}
        grade = Grade.from_dict(grade_submission(content, path.stem, settings["seed"], **asked))
    except (GradingError, ValueError, OSError) as error:
        grade = Grade(settings["notebook"], status="unreadable", error=str(error))
    if grade.status != "failed":  # which is the grader's fault: no points are better than 0 points
        write(grade)
    return grade


def write_results(path, grade):
    """Write the `results.json` of a `Grade`."""
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(gradescope_results(grade), indent=1, ensure_ascii=False)
    Path(path).write_text(text, encoding="utf-8")


def only_notebook(folder):
    """Return the path of the one notebook in a folder."""
    found = [p for p in sorted(folder.rglob("*.ipynb")) if ".ipynb_checkpoints" not in p.parts]
    if len(found) != 1:
        raise GradingError(f"hand in one notebook, .ipynb; here are {len(found)}")
    return found[0]


if __name__ == "__main__":
    import sys

    from helpers.engine.sandbox.self_test import layers_in_force

    for line in layers_in_force()[1]:
        print(f"sandbox, NOT IN FORCE: {line}")  # Gradescope shows this to teachers only
    graded = run(*sys.argv[1:3])
    print(f"{graded.status}: {graded.earned:g} of {graded.points} points")
    if graded.status == "failed":
        sys.exit(graded.error)
