"""Playgrounds in the dark theme, at 200 % zoom, with the keyboard alone, and in a notebook opened the day after."""

import pytest

from tests.browser.page import wait_until
from tests.browser.playground import Ground

SOURCE = """
from helpers.playgrounds.descent import play_learning_rate
play_learning_rate(lambda w: w**2, lambda w: 2 * w)
"""
CONTRAST = """
(element) => {
    const numbers = (color) => color.match(/[0-9.]+/g).slice(0, 3).map((v) => v / 255);
    const light = (color) => numbers(color)
        .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
        .reduce((sum, v, k) => sum + v * [0.2126, 0.7152, 0.0722][k], 0);
    let behind = element;
    while (getComputedStyle(behind).backgroundColor === "rgba(0, 0, 0, 0)") behind = behind.parentElement;
    const both = [element, behind].map((e, k) => light(getComputedStyle(e)[["color", "backgroundColor"][k]]));
    return (Math.max(...both) + 0.05) / (Math.min(...both) + 0.05);
}
"""


@pytest.mark.parametrize("theme", ["JupyterLab Light", "JupyterLab Dark"])
def test_words_stand_out_in_both_themes(theme, opened, small, shot):
    notebook = opened(small("seeing", SOURCE))
    notebook.command("apputils:change-theme", theme=theme)
    wait_until(lambda: notebook.page.locator(f"body[data-jp-theme-name='{theme}']").count())
    notebook.run_all()
    ground = Ground(notebook, "play_learning_rate(")
    shot(ground.cell, theme.replace(" ", "-").lower())
    words = ground.cell.locator(".course-picture figcaption, .widget-label, .widget-readout").all()
    assert len(words) == 7
    for word in words:
        assert word.evaluate(CONTRAST) >= 4.5, word.inner_text()
    notebook.command("apputils:change-theme", theme="JupyterLab Light")


def test_nothing_is_cut_off_at_200_percent(opened, small, shot):
    notebook = opened(small("zoomed", SOURCE), (640, 500), device_scale_factor=2)
    notebook.command("application:toggle-left-area")
    notebook.run_all()
    ground = Ground(notebook, "play_learning_rate(")
    width = notebook.page.evaluate("() => document.documentElement.clientWidth")
    for part in (ground.image, *ground.cell.locator(".widget-inline-hbox").all()):
        box = part.bounding_box()
        assert box["x"] >= 0 and box["x"] + box["width"] <= width
    # Drawn for this width: the letters are as large as in a wide window.
    wait_until(lambda: ground.image.evaluate("(i) => i.naturalWidth / 2 <= i.clientWidth + 1"))
    shot(notebook.page, "at-200-percent")


FOCUSED = "() => document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent"
OUTLINE = "() => getComputedStyle(document.activeElement).outlineStyle"


def test_the_tab_key_goes_from_control_to_control_and_shows_where_it_is(opened, small):
    notebook = opened(small("keys", SOURCE))
    notebook.run_all()
    ground = Ground(notebook, "play_learning_rate(")
    ground.slider("learning rate α").focus()
    reached = []
    for _ in range(5):
        reached.append(notebook.page.evaluate(FOCUSED))
        notebook.page.keyboard.press("Tab")
        if "initial w" in reached[-1]:
            assert notebook.page.evaluate(OUTLINE) != "none"
    assert [name for name in ("learning rate α", "initial w", "steps") if name in reached] == reached[::2]


CLICKABLE = """
from helpers.playgrounds.picture import Picture
Picture(sentence="a picture", clickable=True)
"""


def test_what_can_be_typed_in_or_clicked_has_its_role(opened, small):
    notebook = opened(small("roles", SOURCE, CLICKABLE))
    notebook.run_all()
    ground = Ground(notebook, "play_learning_rate(")
    for name in ("learning rate α", "initial w", "steps"):
        assert ground.cell.get_by_role("textbox", name=name, exact=True).count() == 1
    picture = notebook.show(1).locator(".course-picture img")
    picture.wait_for(state="attached")
    assert picture.get_attribute("role") == "button" and "Enter clicks" in picture.get_attribute("aria-label")
    described = notebook.page.locator(f"#{picture.get_attribute('aria-describedby')}")
    assert described.text_content() == picture.get_attribute("alt") == "a picture"


def test_the_keys_move_a_slider_in_notebook_7(lab, chromium, small):
    page = chromium.new_context(viewport={"width": 1280, "height": 1000}).new_page()
    if not page.goto(lab.url(lab.put(small("seven", SOURCE)), "notebooks/")).ok:
        pytest.skip("Notebook 7 is not installed beside JupyterLab")
    first, handle = (
        page.locator(".jp-Notebook .cm-content").first,
        page.get_by_role("slider", name="learning rate α"),
    )

    def is_there():  # Without a kernel, which takes a while to start, running a cell does nothing.
        first.click()
        page.keyboard.press("Shift+Enter")
        page.wait_for_timeout(4000)
        return handle.count()

    first.wait_for(timeout=90_000)
    wait_until(is_there, 60)
    before = handle.get_attribute("aria-valuetext")
    handle.focus()
    page.keyboard.press("ArrowRight")
    wait_until(lambda: handle.get_attribute("aria-valuetext") != before)
    page.context.close()


def test_a_saved_notebook_keeps_the_picture_and_its_sentence_without_a_kernel(opened, small, shot):
    notebook = opened(small("kept", SOURCE))
    notebook.run_all()
    ground = Ground(notebook, "play_learning_rate(")
    assert not ground.cell.locator(".course-left").is_visible()
    notebook.save()
    notebook.command("kernelmenu:shutdown")
    again = opened(notebook.lab.folder / notebook.name)
    left = again.show(0).locator(".course-left")
    assert left.locator("img").is_visible() and "After 10 steps" in left.inner_text()
    shot(again.page, "without-a-kernel")
