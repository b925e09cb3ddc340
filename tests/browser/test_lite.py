"""The edition for the browser, used as a learner does: two notebooks here, all of them with the variable LITE_ALL."""

import io
import os
import re
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import nbformat
import pytest
from PIL import Image
from playwright.sync_api import expect

from helpers.engine.course import course
from helpers.engine.language import translated
from tests.browser.conftest import ARTIFACTS
from tests.browser.lite import SITE, Handler, Lite, LitePage, NotBuiltError, build
from tests.browser.page import wait_until
from tests.browser.playground import Ground

ROOT = Path(__file__).parents[2]
MOST_BYTES = 40_000_000  # before the first cell
NAMES = [name for name in course().source_names() if "speed" not in name]  # That one needs a real machine.
FORMS = {"learner": "", "chinese": "zh/", "solved": "solved_"}
pytestmark = [pytest.mark.browser, pytest.mark.timeout(1500)]
ENDLESS = "def sigmoid(z):\n    while True:\n        pass"


@pytest.fixture(scope="session")
def lite():
    """Return the running site. Where its parts cannot be fetched, CI fails and says so, and others skip."""
    try:
        build()
    except NotBuiltError as problem:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(
            f"the browser edition was not built. {problem}"
        )
    with Lite() as running:
        yield running


@pytest.fixture
def visit(lite, chromium):
    """Return a function that opens a notebook of the site; at the end nothing may have been asked of elsewhere."""
    contexts, elsewhere = [], []

    def route(request):
        inside = request.request.url.startswith((lite.base, "blob:", "data:"))
        if not inside:
            elsewhere.append(request.request.url)
        return request.continue_() if inside else request.abort()

    def open_notebook(name):
        contexts.append(chromium.new_context(viewport={"width": 1280, "height": 1000}))
        contexts[-1].route("**/*", route)
        return LitePage(contexts[-1].new_page(), lite, name)

    yield open_notebook
    for context in contexts:
        context.close()
    assert not elsewhere


def note(line):
    """Add a line to the measurements that are kept with the screenshots."""
    ARTIFACTS.mkdir(exist_ok=True)
    with open(ARTIFACTS / "lite.txt", "a", encoding="utf-8") as file:
        file.write(f"{line}\n")
    print(line)


def test_every_module_is_compiled_and_the_course_keeps_its_sources(lite):
    folder = SITE / "static" / "pyodide"
    for archive in (folder / "python_stdlib.zip", *folder.glob("*.whl")):
        names = zipfile.ZipFile(archive).namelist()
        modules = [name for name in names if name.endswith(".py")]
        if archive.name.startswith(("deep_learning", "course_start")):  # Their sources are read.
            assert len(modules) == sum(name.endswith(".pyc") for name in names) > 0
        else:
            assert not modules, archive


def test_a_learner_works_through_a_notebook(lite, visit, shot, tmp_path):
    name = "02_logistic_regression.ipynb"
    Handler.sent, Handler.requests, begun = 0, 0, time.monotonic()
    page = visit(name)
    spent, sent = time.monotonic() - begun, Handler.sent
    note(f"{name}: ready after {spent:.0f} s, {Handler.requests} requests and {sent / 1e6:.1f} MB")
    assert sent < MOST_BYTES

    exercise = next(k for k, cell in enumerate(page.model()) if cell["metadata"].get("exercise") == "sigmoid")
    page.write(exercise, ENDLESS)
    begun = time.monotonic()
    page.run_all()
    note(f"{name}: run in {time.monotonic() - begun:.0f} s, {Handler.sent / 1e6:.1f} MB in all")
    assert not page.errors() and not page.printed_as_errors()
    index = page.index_of("sigmoid = check(sigmoid)")
    assert "did not finish within 5 seconds" in page.text_of(index), page.text_of(index)

    ground = Ground(page, "play_graph(")
    ground.picture_changes_after(lambda: ground.slider("w1").press("ArrowRight"))
    ground.settle()
    ground.picture_changes_after(lambda: ground.drag("w1"))
    shot(page.page, "lite_playground")

    solved = "def sigmoid(z):\n    return 1 / (1 + np.exp(-z))"
    page.write(exercise, solved)
    page.run_one(exercise)
    page.run_one(index)
    assert "cases agree" in page.text_of(index)

    overview = page.index_of("progress()")
    page.run_one(overview)
    assert "1 of " in page.text_of(overview)
    cell = page.show(page.index_of("GradeButton()"))
    cell.get_by_role("button", name="Grade this notebook").click()
    expect(cell.get_by_text("points", exact=False).first).to_be_visible(timeout=page.patience)
    assert "not checked yet" not in cell.inner_text() and "Download" in cell.inner_text()
    rows = [row.inner_text() for row in cell.locator("th[scope=row]").all()]
    assert rows == [c["metadata"]["exercise"] for c in page.model() if c["metadata"].get("exercise")]
    points = cell.locator("b", has_text="points").first.inner_text()
    shot(cell, "lite_grade")

    page.save()
    wait_until(
        lambda: not page.page.evaluate("() => window.jupyterapp.shell.currentWidget.context.model.dirty")
    )
    page = LitePage(page.page, lite, name)
    assert any(cell["source"] == solved for cell in page.model())
    with page.page.expect_download() as download:
        page.command("docmanager:download")
    handed_in = tmp_path / name
    download.value.save_as(handed_in)
    assert solved.splitlines()[1].strip() in handed_in.read_text(encoding="utf-8")
    assert points == points_outside(handed_in)


def points_outside(path):
    """Return what `make grade` says about a file that was handed in: "4 of 57 points"."""
    command = [sys.executable, "-m", "helpers.engine.grade", str(path), "--out", str(path.parent)]
    graded = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=600)
    assert re.search("points", graded.stdout), graded.stderr
    return re.search(r"[\d.]+ of \d+ points", graded.stdout)[0]


def test_a_solved_notebook_in_chinese_is_right_and_takes_a_picture(lite, visit, shot):
    reference = ROOT / "tests/reference/01_introduction.ipynb"
    page = visit(lite.put(reference, "zh/solved_01_introduction.ipynb"))
    page.run_all()
    assert not page.errors() and not page.printed_as_errors()
    cells = [cell for cell in nbformat.read(reference, as_version=4).cells if cell.metadata.get("check")]
    stored = ["".join(cell.outputs[0].data["text/plain"]) for cell in cells]
    assert checks(page) == [translated(text, "zh") for text in stored]
    picture = io.BytesIO()
    Image.new("L", (60, 60), 255).save(picture, format="PNG")
    cell = page.show(
        next(k for k, c in enumerate(page.model()) if "upload_button(" in c["source"].splitlines()[-1])
    )
    file = {"name": "a.png", "mimeType": "image/png", "buffer": picture.getvalue()}
    cell.locator("input[type=file]").set_input_files(file)
    expect(cell.get_by_text("你的网络说")).to_be_visible(timeout=60_000)
    shot(cell, "lite_upload")


def test_on_a_phone_a_notebook_opens_alone_and_fills_the_width(lite, chromium, shot):
    context = chromium.new_context(viewport={"width": 390, "height": 844}, is_mobile=True)
    page = context.new_page()
    page.goto(lite.url("02_logistic_regression.ipynb"))
    title = page.locator(".jp-NotebookPanel h1").first
    title.wait_for(timeout=120_000)
    assert "/notebooks/" in page.url and title.bounding_box()["width"] > 300
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    shot(page, "lite_phone")
    context.close()


def checks(page):
    """Return what the checks of a notebook say."""
    return [page.text_of(k) for k, cell in enumerate(page.model()) if cell["metadata"].get("check")]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.skipif(not os.environ.get("LITE_ALL"), reason="takes an hour; LITE_ALL=1 runs it")
def test_every_notebook_runs_to_its_end(name, form, lite, visit):
    place = f"{FORMS[form]}{name}.ipynb"
    if form == "solved":
        lite.put(ROOT / "tests/reference" / f"{name}.ipynb", place)
    page = visit(place)
    page.patience = 900_000  # 06 took 373 s where three programs had two cores
    begun = time.monotonic()
    page.run_all()
    note(f"{name}, {form}: {time.monotonic() - begun:.0f} s")
    assert not page.errors() and not page.printed_as_errors()
    said = checks(page)
    expected = {"learner": "not (written|answered|repaired) yet", "chinese": "还没有", "solved": "agree"}[
        form
    ]
    assert said and all(re.search(expected, text) for text in said), said
