"""The autograder for Gradescope, run as its documentation says, in a clean folder with nothing of this repository."""

import json
import os
import subprocess
import sys
import zipfile

import pytest

from helpers.engine.grade.__main__ import main
from tests.hostile.attack import NAME, TARGET, honest, with_cell
from tests.test_class_run import WRONG
from tests.test_overlay import OWN

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Gradescope runs Linux")


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """Return the folder of an autograder as Gradescope unpacks it."""
    home = tmp_path_factory.mktemp("autograder")
    assert main(["gradescope", "01", "--out", str(home / "autograder.zip")]) == 0
    with zipfile.ZipFile(home / "autograder.zip") as archive:
        archive.extractall(home / "source")
        assert all(
            archive.getinfo(name).external_attr >> 16 & 0o111 for name in ("setup.sh", "run_autograder")
        )
        assert not [name for name in archive.namelist() if "reference/" in name and NAME not in name]
    (home / "results").mkdir()
    return home


def results(home, files):
    """Return what `run_autograder` makes of some files handed in."""
    folder = home / "submission"
    subprocess.run(["rm", "-rf", folder], check=True)
    folder.mkdir()
    for name, content in files.items():
        (folder / name).write_bytes(content)
    environment = {"PATH": os.defpath, "AUTOGRADER_HOME": str(home), "AUTOGRADER_PYTHON": sys.executable}
    run = ["bash", home / "source" / "run_autograder"]
    done = subprocess.run(run, env=environment, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads((home / "results" / "results.json").read_text(encoding="utf-8"))


def test_a_submission_is_graded_in_a_clean_folder(home):
    right = results(home, {"my homework.ipynb": honest().encode()})
    assert right["score"] == 15 and {test["status"] for test in right["tests"]} == {"passed"}
    wrong = results(home, {"a.ipynb": with_cell(WRONG)})
    assert wrong["score"] < 15 and wrong == results(home, {"b.ipynb": with_cell(WRONG)})


def test_an_answer_that_no_known_mistake_explains_costs_its_own_points_only(home):
    found = results(home, {"a.ipynb": with_cell("def accuracy(predictions, labels):\n    return 0.5\n")})
    assert found["score"] == 14 and not found["output"]
    assert {t["name"]: t["max_score"] - t["score"] for t in found["tests"] if t["status"] == "failed"} == {
        TARGET: 1
    }


def test_where_the_explanation_fails_the_points_stay_and_the_output_says_so(home):
    (source,) = (home / "source" / "notebooks" / "source").iterdir()
    content = source.read_bytes()
    source.unlink()  # it is needed for the explanation only
    try:
        found = results(home, {"a.ipynb": with_cell("def accuracy(predictions, labels):\n    return 0.5\n")})
    finally:
        source.write_bytes(content)
    assert found["score"] == 14 and len(found["tests"]) == 8 and "could not be explained" in found["output"]


def test_the_private_overlay_is_used_there_too(tmp_path, monkeypatch):
    (tmp_path / "private" / "introduction").mkdir(parents=True)
    (tmp_path / "private" / "introduction" / f"{TARGET}.py").write_text(OWN, encoding="utf-8")
    monkeypatch.setenv("COURSE_OVERLAY", str(tmp_path / "private"))
    assert main(["gradescope", "01", "--out", str(tmp_path / "autograder.zip")]) == 0
    with zipfile.ZipFile(tmp_path / "autograder.zip") as archive:
        archive.extractall(tmp_path / "source")
    found = {t["name"]: t["max_score"] for t in results(tmp_path, {"a.ipynb": honest().encode()})["tests"]}
    assert found[TARGET] == 5


@pytest.mark.parametrize(
    "files, said",
    [
        ({}, "here are 0"),
        ({"a.ipynb": b"", "b.ipynb": b""}, "here are 2"),
        ({"a.ipynb": b""}, "the file is empty"),
        ({"02_logistic_regression.ipynb": b'{"cells": []}'}, "is no notebook of this course"),
    ],
)
def test_what_cannot_be_graded_gets_no_points_and_a_reason(home, files, said):
    found = results(home, files)
    assert found["score"] == 0 and said in found["output"]


def test_the_setup_script_is_valid_and_pins_its_packages(home):
    subprocess.run(["bash", "-n", home / "source" / "setup.sh"], check=True)
    lines = (home / "source" / "requirements.txt").read_text().split()
    assert all("==" in line for line in lines)
