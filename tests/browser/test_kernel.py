"""What is left of a playground: in the saved file, after a restart, and without its kernel."""

import base64
import json

import pytest

from tests.browser.page import PATIENCE, wait_until
from tests.browser.playground import Ground

pytestmark = pytest.mark.browser

SOURCE = """
from helpers.playgrounds.descent import play_learning_rate
play_learning_rate(lambda w: w**2, lambda w: 2 * w)
"""


@pytest.fixture
def ground(opened, small):
    """Return (notebook, playground) of a notebook with one cell that has been run."""
    notebook = opened(small("kernel", SOURCE))
    notebook.run_all()
    return notebook, Ground(notebook, "play_learning_rate(")


def kept(notebook):
    """Return the picture that the notebook's file would keep without its widgets, as HTML."""
    return notebook.model()[0]["outputs"][0]["data"]["text/html"]


def test_the_file_keeps_the_picture_that_the_learner_left(ground):
    notebook, playground = ground
    playground.changes_after(lambda: playground.slider("steps").press("ArrowRight"))
    playground.settle()
    sentence = playground.sentence()
    wait_until(lambda: sentence in kept(notebook))


@pytest.mark.parametrize("command", ["restart", "shutdown"])
def test_without_its_kernel_a_playground_keeps_its_picture_and_says_what_helps(ground, shot, command):
    notebook, playground = ground
    again = playground.cell.get_by_text("Run this cell again to make it interactive.").last
    assert not again.is_visible()
    if command == "shutdown":
        notebook.command("kernelmenu:shutdown")
    else:
        session = "window.jupyterapp.shell.currentWidget.context.sessionContext.session"
        notebook.page.evaluate(f"() => {session}.kernel.restart()")
    again.wait_for(timeout=PATIENCE)
    assert playground.image.is_visible() and not playground.slider("steps").is_visible()
    shot(notebook.page, f"kernel-{command}")


def test_the_day_after_there_is_no_error_below_the_picture(ground, opened, shot):
    notebook, _ = ground
    notebook.save()
    notebook.command("kernelmenu:shutdown")
    again = opened(notebook.lab.folder / notebook.name)
    cell = again.show(0)
    cell.locator(".course-left").wait_for()
    again.page.wait_for_timeout(2000)
    assert not cell.get_by_text("Error displaying widget").is_visible()
    shot(again.page, "kernel-day-after")


def test_on_a_sharp_screen_the_picture_has_twice_the_dots(opened, small):
    notebook = opened(small("sharp", SOURCE), device_scale_factor=2)
    notebook.run_all()
    image = Ground(notebook, "play_learning_rate(").image
    wait_until(lambda: image.evaluate("(i) => i.naturalWidth") == 2 * image.evaluate("(i) => i.width"))
    wait_until(lambda: png_width(json.dumps(kept(notebook))) == 2 * image.evaluate("(i) => i.width"))


def png_width(page):
    """Return the width of the PNG in a page of HTML."""
    encoded = page.partition("base64,")[2][:64]
    return int.from_bytes(base64.b64decode(encoded)[16:20], "big")
