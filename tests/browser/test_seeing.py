"""Playgrounds in the dark theme and at 200 % zoom."""

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


@pytest.mark.timeout(120)
@pytest.mark.parametrize("theme", ["JupyterLab Light", "JupyterLab Dark"])
def test_words_stand_out_in_both_themes(theme, opened, small, shot):
    notebook = opened(small("seeing", SOURCE))
    notebook.command("apputils:change-theme", theme=theme)
    wait_until(lambda: notebook.page.locator(f"body[data-jp-theme-name='{theme}']").count())
    notebook.run_all()
    ground = Ground(notebook, "play_learning_rate(")
    shot(ground.cell, theme.replace(" ", "-").lower())
    words = ground.cell.locator("figcaption, .widget-label, .widget-readout").all()
    assert len(words) == 7
    for word in words:
        assert word.evaluate(CONTRAST) >= 4.5, word.inner_text()
    notebook.command("apputils:change-theme", theme="JupyterLab Light")


@pytest.mark.timeout(120)
def test_nothing_is_cut_off_at_200_percent(opened, small, shot):
    notebook = opened(small("zoomed", SOURCE), (640, 500), device_scale_factor=2)
    notebook.command("application:toggle-left-area")
    notebook.run_all()
    ground = Ground(notebook, "play_learning_rate(")
    width = notebook.page.evaluate("() => document.documentElement.clientWidth")
    for part in (ground.image, *ground.cell.locator(".widget-inline-hbox").all()):
        box = part.bounding_box()
        assert box["x"] >= 0 and box["x"] + box["width"] <= width
    shot(notebook.page, "at-200-percent")
