"""A playground and a check in Notebook 7 and in nbclassic, which the server of JupyterLab serves, too."""

import importlib.util
import os
import re

import pytest
from playwright.sync_api import expect

from tests.browser.page import PATIENCE, wait_until

pytestmark = pytest.mark.browser

SOURCES = (
    """
from helpers.playgrounds.descent import play_learning_rate
play_learning_rate(lambda w: w**2, lambda w: 2 * w)
""",
    """
from helpers.exercises.logistic_regression import check
def sigmoid(z): return z
check(sigmoid)
""",
)
READY = {
    "notebook": "() => document.querySelector('.jp-Notebook-ExecutionIndicator')?.dataset.status === 'idle'",
    "nbclassic": "() => window.Jupyter?.notebook?.kernel?.widget_manager && Jupyter.notebook.kernel.is_connected()",
}
SETTLE = 4000  # milliseconds: outputs that come before all extensions have started are drawn twice
ADDRESS = {"notebook": "notebooks/", "nbclassic": "nbclassic/notebooks/"}


@pytest.fixture(params=ADDRESS)
def ran(request, lab, chromium, small):
    """Return (name of the front end, page) with a notebook that has been run there."""
    name = request.param
    if importlib.util.find_spec(name) is None and not os.environ.get("CI"):
        pytest.skip("the extra `frontends` is not installed")
    page = chromium.new_context(viewport={"width": 1280, "height": 1000}).new_page()
    page.goto(lab.url(lab.put(small(f"in_{name}", *SOURCES)), ADDRESS[name]))
    page.wait_for_function(READY[name], timeout=60_000)
    page.wait_for_timeout(SETTLE)
    if name == "notebook":
        page.get_by_role("menuitem", name="Run", exact=True).click()
        page.get_by_text("Run All Cells", exact=True).click()
    else:
        page.evaluate("Jupyter.notebook.execute_all_cells()")
    yield name, page
    page.context.close()


def test_a_playground_is_shown_once_and_its_slider_moves_by_keyboard(ran, shot):
    name, page = ran
    picture = page.locator(".course-picture img")
    picture.wait_for(timeout=PATIENCE)
    expect(page.locator(".course-left")).to_be_hidden()
    sentence = page.locator(".course-picture figcaption")
    before, slider = sentence.inner_text(), page.get_by_role("slider", name="steps", exact=True)
    slider.press("ArrowRight")
    wait_until(lambda: sentence.inner_text() != before)
    slider.press("ArrowRight")
    expect(sentence).to_have_text(re.compile("After 12 steps"))
    shot(page, f"frontend-{name}")


def test_a_check_says_what_is_wrong(ran):
    name, page = ran
    page.get_by_text("cases agree").first.wait_for(timeout=PATIENCE)
