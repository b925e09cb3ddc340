"""The commands that the pages promise are there, and the licenses are where the pages say."""

import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
MAKEFILE = (ROOT / "Makefile").read_text()
TARGETS = set(re.findall(r"^([a-z-]+):", MAKEFILE, re.MULTILINE))
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
WANTED = (
    "lab test test-browser site build experiments grade grade-class prove bench site-lite lock clean help"
)
needs_make = pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed")


def make(*arguments, **environment):
    """Run make in the repository and return the finished process."""
    command = ["make", "--no-print-directory", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, env=os.environ | environment)


def test_the_targets_are_there():
    assert set(WANTED.split()) <= TARGETS


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_promises_no_target_that_is_not_there(page):
    promised = re.findall(r"(?:^|`)make ([a-z-]+)", page.read_text(encoding="utf-8"), re.MULTILINE)
    assert set(promised) <= TARGETS


@needs_make
def test_make_alone_says_what_there_is():
    told = make().stdout
    assert all(f"make {target} " in told for target in WANTED.split())


@needs_make
@pytest.mark.parametrize("target", WANTED.split())
def test_every_target_can_be_planned(target):
    planned = make("--dry-run", target, "NB=a.ipynb", "DIR=a", "OUT=b")
    assert planned.returncode == 0 and not planned.stderr


@needs_make
@pytest.mark.parametrize("target, told", [("grade", "which notebook"), ("grade-class", "where")])
def test_a_missing_argument_is_said_in_a_sentence(target, told):
    answer = make("--old-file=.venv/installed", target, "NB=", "DIR=", "OUT=")
    assert answer.returncode != 0 and told in answer.stdout


@needs_make
@pytest.mark.parametrize(
    "spoken, folder, told",
    [("zh_CN.UTF-8", "notebooks/zh/", "正在浏览器里打开"), ("C.UTF-8", "notebooks/", "Opening notebooks/")],
)
def test_lab_opens_the_first_notebook_in_the_language_of_the_system(spoken, folder, told):
    planned = make("--dry-run", "lab", LANG=spoken, LC_ALL="", LC_MESSAGES="", COURSE_LANGUAGE="").stdout
    assert f'lab "{folder}01_introduction.ipynb"' in planned and told in planned


@needs_make
def test_an_old_python_is_said_in_a_sentence(tmp_path):
    for name in ("Makefile", "requirements.lock", "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path)
    answer = make("-C", str(tmp_path), "test", "PYTHON=false")
    assert answer.returncode != 0 and "needs Python 3.11 or newer" in answer.stdout


def test_the_licenses_and_the_citation_are_there():
    assert "BSD 3-Clause" in (ROOT / "LICENSE").read_text()
    assert "CC BY 4.0" in (ROOT / "LICENSE-CONTENT").read_text()
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text())
    assert {"cff-version", "title", "authors", "message", "license"} <= set(citation)


def test_the_workflow_may_only_read_and_pins_its_actions():
    workflow = yaml.safe_load((ROOT / ".github" / "workflows" / "test.yml").read_text())
    assert workflow["permissions"] == {"contents": "read"}
    used = [step["uses"] for job in workflow["jobs"].values() for step in job["steps"] if "uses" in step]
    assert used and all(re.fullmatch(r"actions/[\w-]+@v\d+\.\d+\.\d+", action) for action in used)


@pytest.mark.skipif(os.name == "nt", reason="a file system without the executable bit")
@pytest.mark.parametrize("script", [".ci/run", "postBuild"])
def test_scripts_can_be_executed(script):
    assert os.access(ROOT / script, os.X_OK)


@pytest.mark.parametrize(
    "command", [["check", "."], ["format", "--check", "helpers", "tests"]], ids=lambda c: c[0]
)
def test_ruff_is_content(command):
    told = subprocess.run([sys.executable, "-m", "ruff", *command], cwd=ROOT, capture_output=True, text=True)
    assert told.returncode == 0, told.stdout


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """Build a wheel from a copy of what it is made of, unpack it, and return the folder with `helpers` in it."""
    source, made = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("made")
    for name in ("pyproject.toml", "README.md", "LICENSE", "LICENSE-CONTENT", "MANIFEST.in"):
        shutil.copy(ROOT / name, source)
    (source / "notebooks").mkdir()
    shutil.copy(ROOT / "notebooks" / "matplotlibrc", source / "notebooks")
    for name in ("helpers", "data"):
        shutil.copytree(ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__", "packages"))
    build = f"from setuptools import build_meta; build_meta.build_wheel({str(made)!r})"
    told = subprocess.run([sys.executable, "-c", build], cwd=source, capture_output=True, text=True)
    assert told.returncode == 0, told.stderr
    zipfile.ZipFile(next(made.glob("*.whl"))).extractall(made / "site")
    return made / "site"


def run_installed(installed, code):
    """Run code in another folder with the unpacked wheel before everything else on the path."""
    path = f"import sys; sys.path.insert(0, {str(installed)!r})\n"
    return subprocess.run(
        [sys.executable, "-c", path + code], cwd=installed.parent, capture_output=True, text=True
    )


def test_the_wheel_has_every_data_file_and_template(installed):
    kept = subprocess.run(["git", "ls-files", "data", "helpers"], cwd=ROOT, capture_output=True, text=True)
    if kept.returncode:
        pytest.skip("not a git checkout")
    wanted = {name for name in kept.stdout.splitlines() if not name.endswith((".gitignore", "README.md"))}
    wanted -= {name for name in wanted if name.startswith("data/") and name.endswith(".py")}
    wanted = {f"helpers/{name}" if name.startswith("data/") else name for name in wanted}
    have = {path.relative_to(installed).as_posix() for path in installed.rglob("*") if path.is_file()}
    assert "helpers/data/animals.h5" in wanted and wanted | {"helpers/figures/matplotlibrc"} <= have


def test_the_wheel_works_outside_a_checkout(installed):
    told = run_installed(
        installed,
        "import helpers, numpy as np\n"
        "from helpers.datasets import load_intro, load_planar\n"
        "from helpers.experiments import stored\n"
        "from helpers.exercises.logistic_regression import check\n"
        "def sigmoid(z): return np.exp(-np.logaddexp(0, -z))\n"
        "print(helpers.__file__, load_intro().photo.shape, load_planar('xor').X_train.shape, len(stored('parity')))\n"
        "print(check(sigmoid))",
    )
    assert told.returncode == 0 and str(installed) in told.stdout, told.stderr
    assert "(192, 192, 3) (2, 400) 640" in told.stdout and "sigmoid: 7 of 7 cases agree" in told.stdout


def test_a_file_missing_from_an_installed_course_is_said_in_a_sentence_that_fits(installed):
    told = run_installed(
        installed,
        "from helpers.datasets import files\n"
        "from pathlib import Path\n"
        "print(files.complaint(files.FOLDER / 'intro.h5', 'is missing'))\n"
        "print(files.complaint(files.FOLDER / 'experiments' / 'parity.json', 'is missing'))",
    )
    assert "git checkout" not in told.stdout and told.stdout.count("--force-reinstall") == 2, told.stderr
    assert "data/experiments/parity.json is missing" in told.stdout
