"""`make lab`: what it opens, what its file list shows, and what stands in the terminal."""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
pytestmark = pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed")
NOTIFICATION = "lab/api/settings/@jupyterlab/apputils-extension:notification"
DOCUMENTS = "lab/api/settings/@jupyterlab/docmanager-extension:plugin"


def make(*arguments):
    """Return the command that runs `make lab` with this Python and without installing anything."""
    return ["make", "--no-print-directory", "--old-file=.venv/installed", f"PY={sys.executable}", *arguments]


def test_another_notebook_can_be_named():
    planned = subprocess.run(make("-n", "lab", "NB=a.ipynb"), cwd=ROOT, capture_output=True, text=True)
    assert "01_introduction" not in planned.stdout
    assert 'jupyter lab "a.ipynb"' in planned.stdout and '"/lab/tree/a.ipynb"' in planned.stdout


@pytest.fixture(scope="module")
def lab(tmp_path_factory):
    """Start `make lab` without a browser; yield (function that gets an address as JSON, path of its log)."""
    home = tmp_path_factory.mktemp("home")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = f"LAB_ARGS=--no-browser --allow-root --port={port} --IdentityProvider.token=t"
    folders = {f"JUPYTER_{name}_DIR": str(home / name) for name in ("CONFIG", "DATA", "RUNTIME")}
    with open(home / "log", "wb") as log:
        process = subprocess.Popen(
            make("lab", options),
            cwd=ROOT,
            stdout=log,
            stderr=subprocess.STDOUT,
            env=os.environ | folders,
            start_new_session=True,
        )

    def get(address):
        return json.load(urllib.request.urlopen(f"http://127.0.0.1:{port}/{address}?token=t", timeout=10))

    try:
        wait_for(get, process)
        yield get, home / "log"
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(20)


def wait_for(get, process, seconds=60):
    """Return once the server answers."""
    end = time.monotonic() + seconds
    while time.monotonic() < end and process.poll() is None:
        try:
            return get("api")
        except OSError:
            time.sleep(0.25)
    raise RuntimeError("JupyterLab did not start")


@pytest.mark.slow
def test_the_file_list_shows_the_notebooks_and_their_page_only(lab):
    get, _ = lab
    names = {item["name"] for item in get("api/contents")["content"]}
    assert {"01_introduction.ipynb", "README.md"} <= names
    assert not names & {"source", "matplotlibrc"}
    assert get("api/contents/source/01_introduction.py")["content"]


@pytest.mark.slow
def test_the_settings_of_the_course_are_in_effect(lab):
    get, _ = lab
    assert get(NOTIFICATION)["schema"]["properties"]["fetchNews"]["default"] == "false"
    viewers = get(DOCUMENTS)["schema"]["properties"]["defaultViewers"]["default"]
    assert viewers["markdown"] == "Markdown Preview"


@pytest.mark.slow
def test_the_terminal_says_what_to_do_and_little_else(lab):
    _, log = lab
    lines = log.read_text().splitlines()
    assert "notebooks/01_introduction.ipynb" in lines[0] and "press Ctrl+C twice" in lines[0]
    assert not [line for line in lines if line.startswith("[I")]
