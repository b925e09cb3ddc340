"""environment.yml, requirements.lock and pyproject.toml tell one story, and Binder can read it."""

import importlib.util
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
ENVIRONMENT = yaml.safe_load((ROOT / "environment.yml").read_text())
LOCK = (ROOT / "requirements.lock").read_text()
ENTRIES = re.findall(r"^([\w.-]+)==(\S+)(.*\n(?:    .*\n)*)", LOCK, re.MULTILINE)
LOCKED = {name: version for name, version, _ in ENTRIES}


def declared():
    """Return {name: the oldest version} of what pyproject.toml asks for, tests included."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    wanted = project["dependencies"] + project["optional-dependencies"]["test"]
    return dict(requirement.partition(",")[0].split(">=") for requirement in wanted)


def as_numbers(version):
    return tuple(int(part) for part in re.findall(r"\d+", version))


def test_what_pyproject_asks_for_is_locked_and_new_enough():
    for name, oldest in declared().items():
        assert as_numbers(LOCKED[name]) >= as_numbers(oldest), name


def test_the_lock_names_no_address_and_no_path():
    assert not re.search(r"://|@ |/opt|index-url|find-links|trusted-host|file:|^-", LOCK, re.MULTILINE)


def test_every_locked_version_is_exact_and_has_its_hashes():
    assert len(ENTRIES) == len(LOCKED) > 50, "a package is locked twice"
    for name, _, rest in ENTRIES:
        assert re.findall(r"--hash=sha256:[0-9a-f]{64}\b", rest), name
    assert len(re.findall(r"^\w", LOCK, re.MULTILINE)) == len(ENTRIES)


def test_conda_gives_python_and_pip_and_the_lock_gives_the_rest():
    python, *others = ENVIRONMENT["dependencies"]
    assert re.fullmatch(r"python=3\.1[1-3]", python), "any form but python=3.X gets another Python on Binder"
    assert others == ["pip", {"pip": ["-r requirements.lock"]}]


def test_the_channels_are_conda_forge_alone():
    assert ENVIRONMENT["channels"] == ["conda-forge", "nodefaults"]


def test_nothing_hides_the_environment_from_binder():
    hiding = ("binder", ".binder", "Dockerfile", "runtime.txt", "Pipfile", "setup.py", "requirements.txt")
    assert not [name for name in hiding if (ROOT / name).exists()]


def test_postbuild_installs_the_helpers_and_nothing_else():
    commands = [line for line in (ROOT / "postBuild").read_text().splitlines() if "install" in line]
    assert commands == ["python -m pip install --no-deps --no-build-isolation -e ."]


@pytest.mark.skipif(importlib.util.find_spec("repo2docker") is None, reason="repo2docker is not installed")
def test_binder_has_the_lock_when_it_installs(monkeypatch):
    """Binder copies environment.yml alone and installs, unless its pip part names a file of the repository."""
    from repo2docker.buildpacks.conda import CondaBuildPack

    monkeypatch.chdir(ROOT)
    pack = CondaBuildPack("buildpack-deps:jammy")
    assert pack.detect() and f"python={pack.python_version}" == ENVIRONMENT["dependencies"][0]
    assert "environment.yml" not in pack.get_preassemble_script_files()
    assert any("environment.yml" in script for _, script in pack.get_assemble_scripts())


@pytest.mark.slow
@pytest.mark.skipif(importlib.util.find_spec("repo2docker") is None, reason="repo2docker is not installed")
def test_repo2docker_makes_a_dockerfile():
    command = [sys.executable, "-m", "repo2docker", "--no-build", "--debug", str(ROOT)]
    made = subprocess.run(command, capture_output=True, text=True)
    assert made.returncode == 0, made.stderr
    assert "environment.yml" in made.stdout + made.stderr
