"""What a learner does besides running cells: train and click in a playground, make a mistake, be graded."""

from playwright.sync_api import expect

from helpers.engine.course import course
from tests.browser.conftest import ARTIFACTS
from tests.browser.page import wait_until
from tests.browser.playground import Ground

TRAINING = """
from helpers import activations, losses, shallow_network as net
from helpers.playgrounds.training import TrainingPlayground
from helpers.gradient_descent import update
both = [activations.SIGMOID, activations.TANH]
ground = TrainingPlayground(net.initialize, net.forward, losses.cost, net.backward, update, both)
display(ground)
"""
WATCH = """
import asyncio
turns = 0
async def watch():
    global turns
    while True:
        await asyncio.sleep(0.01)
        turns += 1
watching = asyncio.ensure_future(watch())
"""


def iteration(ground):
    """Return the iteration that the sentence names."""
    return int(ground.sentence().partition("iteration ")[2].partition(":")[0].replace(",", ""))


def test_training_plays_pauses_steps_resets_and_takes_points(opened, small, shot):
    notebook = opened(small("training", TRAINING, WATCH, "turns, ground.X.shape[1]"))
    notebook.run_all()
    ground = Ground(notebook, "display(ground)")
    assert iteration(ground) == 0
    ground.press("Step")
    wait_until(lambda: iteration(ground) == 1)
    ground.press("Play")
    wait_until(lambda: iteration(ground) > 400, 60)
    shot(notebook.page, "training-playing")
    ground.press("Pause")
    wait_until(lambda: ground.cell.get_by_role("button", name="Play", exact=True).count())
    paused = iteration(ground)
    ground.picture_changes_after(lambda: click_at(ground, 0.2, 0.4))
    ground.image.focus()
    for key in ("ArrowLeft", "ArrowLeft", "ArrowLeft", "ArrowLeft", "ArrowLeft"):
        notebook.page.keyboard.press(key)
    shot(ground.cell, "training-cross")
    ground.picture_changes_after(lambda: notebook.page.keyboard.press("Enter"))
    assert iteration(ground) == paused
    ground.press("Reset")
    wait_until(lambda: iteration(ground) == 0)
    notebook.show(2)
    notebook.command("notebook:run-cell")
    wait_until(lambda: notebook.cells_of("code")[2]["execution_count"] == 4)
    turns, points = eval(notebook.cells_of("code")[2]["outputs"][0]["data"]["text/plain"])
    assert points == 400
    assert turns > 10  # playing takes at most 40 iterations at a time: 400 leave ten gaps for others


def click_at(ground, x, y):
    """Click into the picture, at fractions of its width and height."""
    box = ground.image.bounding_box()
    ground.image.click(position={"x": x * box["width"], "y": y * box["height"]})


UNWRITTEN = 'raise NotImplementedError("sigmoid is not written yet")'
WRONG = "return 1 / (1 + np.exp(z))"


def test_a_mistake_is_named_and_the_notebook_is_graded_while_it_stays_usable(opened, shot):
    notebook = opened(
        course().notebooks / "02_logistic_regression.ipynb", (1100, 1000), device_scale_factor=2
    )
    first = next(k for k, cell in enumerate(notebook.model()) if "import check" in cell["source"])
    exercise, check, last = first, notebook.index_of("check(sigmoid)"), notebook.index_of("GradeButton()")
    while notebook.model()[exercise]["metadata"].get("exercise") != "sigmoid":
        exercise += 1
    notebook.write(exercise, notebook.model()[exercise]["source"].replace(UNWRITTEN, WRONG))
    for index in (first, exercise, check, notebook.index_of("progress()"), last):
        notebook.run_one(index)
    notebook.picture_of(exercise, check, ARTIFACTS / "check.png")  # docs/check.png is a copy of it
    assert "minus sign" in notebook.show(check).inner_text()
    notebook.save()
    path = notebook.lab.folder / notebook.name
    before = path.read_bytes()
    cell = notebook.show(last)
    cell.get_by_role("button", name="Grade this notebook").click()
    expect(cell.get_by_text("Grading for")).to_be_visible()
    notebook.run_one(check)
    notebook.show(last)
    report = cell.frame_locator("iframe")
    expect(report.get_by_text("minus sign").first).to_be_visible(timeout=120_000)
    shot(cell, "graded")
    assert path.read_bytes() == before
