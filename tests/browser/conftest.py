"""One JupyterLab and one Chromium for the whole suite; screenshots go to tests/browser/artifacts."""

import importlib.resources
import os
from pathlib import Path

import nbformat
import pytest
from playwright.sync_api import expect, sync_playwright

from helpers.engine.build.notebooks import KERNEL
from tests.browser.lab import Lab
from tests.browser.page import PATIENCE, NotebookPage

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
FLAGS = (
    "no-sandbox disable-gpu disable-quic no-first-run disable-background-networking disable-component-update "
    "disable-sync disable-dev-shm-usage"
)
ARTIFACTS = Path(__file__).parent / "artifacts"
expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def lab(tmp_path_factory):
    """Return a running JupyterLab."""
    with Lab(tmp_path_factory.mktemp("lab")) as running:
        yield running


@pytest.fixture(scope="session")
def chromium():
    """Return a running browser."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=[f"--{flag}" for flag in FLAGS.split()]
        )
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def axe():
    """Return the script that looks for barriers."""
    return (
        importlib.resources.files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
    )


@pytest.fixture
def opened(lab, chromium):
    """Return a function that opens a copy of a notebook file; afterwards its kernel is shut down."""
    pages = []

    def open_notebook(path, viewport=(1280, 1000), **context):
        size = {"width": viewport[0], "height": viewport[1]}
        page = chromium.new_context(viewport=size, **context).new_page()
        pages.append(NotebookPage(page, lab, lab.put(path)))
        return pages[-1]

    yield open_notebook
    for page in pages:
        page.command("kernelmenu:shutdown")
        page.page.context.close()


@pytest.fixture
def shot(request):
    """Return a function that keeps a screenshot of a page or an element under a name."""
    ARTIFACTS.mkdir(exist_ok=True)

    def keep(what, name):
        what.screenshot(path=ARTIFACTS / f"{name}.png")

    return keep


@pytest.fixture
def small(tmp_path):
    """Return a function that writes a notebook of a few code cells and returns its path."""

    def write(name, *sources):
        cells = [nbformat.v4.new_code_cell(source.strip()) for source in sources]
        notebook = nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": KERNEL})
        nbformat.write(notebook, tmp_path / f"{name}.ipynb")
        return tmp_path / f"{name}.ipynb"

    return write
