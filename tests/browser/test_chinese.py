"""What a learner who reads Chinese sees: two notebooks run through, a mistake is named, playgrounds speak Chinese."""

import re

import pytest

from helpers.engine.course import course
from tests.browser.conftest import ARTIFACTS
from tests.browser.page import wait_until
from tests.browser.playground import Ground
from tests.browser.test_learner import WRONG
from tests.browser.test_notebooks import assert_calm, states

CHINESE, ENGLISH = re.compile(r"[\u4e00-\u9fff]"), re.compile(r"[A-Za-z]{2,} [A-Za-z]{2,} [A-Za-z]{2,}")
PLAYGROUNDS = {"02": ("play_learning_rate(", "学习速率 α"), "04": ("play_way_back(", "步")}


def in_chinese(text):
    """Return whether a text is in Chinese, with no three words of English in a row."""
    return bool(CHINESE.search(text)) and not ENGLISH.search(text)


@pytest.mark.parametrize("name", ["02_logistic_regression", "04_shallow_network"])
def test_a_chinese_notebook_runs_through_and_speaks_chinese(name, opened, shot):
    notebook = opened(course().notebooks / "zh" / f"{name}.ipynb")
    notebook.run_all()
    cells = notebook.cells_of("code")
    assert_calm(cells)
    assert set(states(cells).values()) == {"unwritten"}
    for cell in cells:
        if "check" in cell["metadata"]:
            said = cell["outputs"][0]["data"]["text/plain"]
            assert in_chinese("".join(said)), said
    last_line, label = PLAYGROUNDS[name[:2]]
    ground = Ground(notebook, last_line)
    assert in_chinese(ground.sentence()), ground.sentence()
    ground.slider(label).focus()
    ground.changes_after(lambda: notebook.page.keyboard.press("ArrowRight"))
    assert in_chinese(ground.sentence()), ground.sentence()
    assert in_chinese(ground.image.get_attribute("alt"))
    shot(ground.cell, f"zh-{name}-playground")
    notebook.show(0)
    shot(notebook.page, f"zh-{name}-beginning")


def test_a_wrong_sigmoid_is_explained_in_chinese(opened, shot):
    notebook = opened(
        course().notebooks / "zh" / "02_logistic_regression.ipynb", (1100, 1000), device_scale_factor=2
    )
    exercise = next(k for k, c in enumerate(notebook.model()) if c["metadata"].get("exercise") == "sigmoid")
    first = next(k for k, c in enumerate(notebook.model()) if "import check" in c["source"])
    check = notebook.index_of("check(sigmoid)")
    written = re.sub(r"raise NotImplementedError\(.*\)", WRONG, notebook.model()[exercise]["source"])
    notebook.write(exercise, written)
    for index in (first, exercise, check):
        notebook.run_one(index)
    notebook.picture_of(exercise, check, ARTIFACTS / "check.zh.png")  # docs/check.zh.png is a copy of it
    cell = notebook.show(check)
    wait_until(lambda: "指数里丢了负号" in cell.inner_text())
    said = cell.locator(".jp-OutputArea-output").inner_text()
    assert "应为" in said and in_chinese(said), said
    shot(notebook.page, "zh-wrong-sigmoid")
