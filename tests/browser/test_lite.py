"""The edition for the browser, used as a learner does: two notebooks here, all of them with the variable LITE_ALL."""

import io
import os
import time
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import expect

from tests.browser.conftest import ARTIFACTS
from tests.browser.lite import Handler, Lite, LitePage, NotBuiltError, build
from tests.browser.page import wait_until
from tests.browser.playground import Ground

ROOT = Path(__file__).parents[2]
MOST_BYTES = 40_000_000  # before the first cell
NAMES = sorted(path.stem for path in (ROOT / "notebooks").glob("0[1-6]_*.ipynb"))
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


def write_endless_sigmoid(notebook):
    """Let the learner's sigmoid never end."""
    cell = next(cell for cell in notebook["cells"] if cell["metadata"].get("exercise") == "sigmoid")
    cell["source"] = ENDLESS


def test_a_learner_works_through_a_notebook(lite, visit, shot):
    name = lite.put(
        ROOT / "notebooks/02_logistic_regression.ipynb", "02_logistic_regression.ipynb", write_endless_sigmoid
    )
    Handler.sent, begun = 0, time.monotonic()
    page = visit(name)
    note(f"{name}: ready after {time.monotonic() - begun:.0f} s and {Handler.sent / 1e6:.1f} MB")
    assert Handler.sent < MOST_BYTES

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
    exercise = next(k for k, cell in enumerate(page.model()) if cell["source"] == ENDLESS)
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
    shot(cell, "lite_grade")

    page.save()
    wait_until(
        lambda: not page.page.evaluate("() => window.jupyterapp.shell.currentWidget.context.model.dirty")
    )
    page = LitePage(page.page, lite, name)
    assert any(cell["source"] == solved for cell in page.model())
    with page.page.expect_download() as download:
        page.command("docmanager:download")
    assert solved.splitlines()[1].strip() in download.value.path().read_text()


def test_a_solved_notebook_is_right_and_takes_a_picture(lite, visit, shot):
    page = visit(lite.put(ROOT / "tests/reference/01_introduction.ipynb", "solved_01_introduction.ipynb"))
    page.run_all()
    assert not page.errors() and not page.printed_as_errors()
    picture = io.BytesIO()
    Image.new("L", (60, 60), 255).save(picture, format="PNG")
    cell = page.show(
        next(k for k, c in enumerate(page.model()) if "upload_button(" in c["source"].splitlines()[-1])
    )
    file = {"name": "a.png", "mimeType": "image/png", "buffer": picture.getvalue()}
    cell.locator("input[type=file]").set_input_files(file)
    expect(cell.get_by_text("Your network says")).to_be_visible(timeout=60_000)
    shot(cell, "lite_upload")


@pytest.mark.parametrize("kind", ["notebooks", "tests/reference"])
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.skipif(not os.environ.get("LITE_ALL"), reason="takes an hour; LITE_ALL=1 runs it")
def test_every_notebook_runs_to_its_end(name, kind, lite, visit):
    page = visit(lite.put(ROOT / kind / f"{name}.ipynb", f"{Path(kind).name}_{name}.ipynb"))
    begun = time.monotonic()
    page.run_all()
    note(f"{name} of {kind}: {time.monotonic() - begun:.0f} s")
    assert not page.errors() and not page.printed_as_errors()
    checks = [page.text_of(k) for k, cell in enumerate(page.model()) if cell["metadata"].get("check")]
    assert checks and (kind == "notebooks" or all("agree" in text or "right" in text for text in checks))
