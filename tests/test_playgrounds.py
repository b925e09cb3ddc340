"""Playgrounds without a browser: sentences follow the controls, and what goes wrong is said in a sentence."""

import asyncio
import io
import itertools
import sys
import types
import warnings

import numpy as np
import pytest
from PIL import Image
from tqdm import tqdm

from helpers import activations, deep_network, initialization, logistic_loops, losses, shallow_network
from helpers.engine.check import progress as records
from helpers.engine.grade import __main__ as grading
from helpers.experiments import stored
from helpers.gradient_descent import update
from helpers.parity import fold
from helpers.playgrounds import (
    broadcasting,
    descent,
    ending,
    folding,
    grader,
    graph,
    guard,
    layers,
    learning_curves,
    playground,
    roofline,
    runner,
    settings,
    training,
    way_back,
)
from helpers.playgrounds.controls import whole
from helpers.playgrounds.playground import Playground
from helpers.playgrounds.runner import SLICE, Runner
from helpers.softmax import one_hot
from helpers.speed.counting import flops
from helpers.splits import mini_batches

RNG = np.random.default_rng(0)


def neuron():
    x = RNG.normal(size=30)
    return descent.play_neuron(x, (x > 0)[np.newaxis].astype(int), losses.cost)


def trainer():
    net, both = shallow_network, [activations.SIGMOID, activations.TANH]
    return training.TrainingPlayground(net.initialize, net.forward, losses.cost, net.backward, update, both)


def tuner():
    X, labels = RNG.normal(size=(6, 300)).astype(np.float32), RNG.integers(0, 3, size=(1, 300))
    return settings.SettingsPlayground((X, one_hot(labels, 3)), (X, labels), 0.4, mini_batches)


STARTS = {"small": initialization.initialize, "scaled": initialization.scaled}
MOVES = [  # how to make it, a control, a value, words that the sentence then has
    (
        lambda: learning_curves.play_learning_curves(stored("learning_curves"), 0.5),
        "network",
        "small",
        "small 0.",
    ),
    (
        lambda: descent.play_learning_rate(lambda w: w**2, lambda w: 2 * w),
        "learning_rate",
        0.9,
        "side to side",
    ),
    (lambda: descent.play_learning_rate(lambda w: w**2, lambda w: 2 * w), "learning_rate", 1.1, "diverges"),
    (
        lambda: descent.play_learning_rate(lambda w: w**2, lambda w: 2 * w),
        "learning_rate",
        1.0,
        "back and forth",
    ),
    (lambda: descent.play_learning_rate(lambda w: w**2, lambda w: 2 * w), "steps", 0, "has not moved"),
    (neuron, "w", 3.0, "w = 3.0"),
    (
        lambda: graph.play_graph(activations.sigmoid, losses.loss, logistic_loops.backward_one),
        "step",
        5,
        "a − y = -0.38",
    ),
    (broadcasting.play_broadcasting, "column", 2, "2 + 12 = 14"),
    (broadcasting.play_broadcasting, "second", (3,), "in the last position they have 4 and 3"),
    (broadcasting.play_broadcasting, "second", (2, 4), "in the second-to-last position they have 3 and 2"),
    (trainer, "units", 7, "7 tanh units, iteration 0"),
    (
        lambda: layers.play_layers(deep_network.forward, deep_network.backward, STARTS),
        "layers",
        9,
        "vanishes",
    ),
    (lambda: folding.play_folds(fold, deep_network.predict), "place2", 2.0, "right on 256 of 256"),
    (
        lambda: way_back.play_way_back(shallow_network.forward, shallow_network.backward),
        "step",
        4,
        "g′(z1) = −1, 0",
    ),
    (tuner, "layers", 0, "no hidden layers"),
    (lambda: roofline.play_roofline(1e10, 1e10, flops), "m", 1, "memory bandwidth limits"),
    (lambda: roofline.play_roofline(1e10, 1e10, flops), "m", 4096, "Too slow to measure"),
]


@pytest.mark.parametrize("make, control, value, words", MOVES)
def test_picture_and_sentence_follow_a_control(make, control, value, words):
    ground = make()
    picture, sentence = ground.picture.png, ground.picture.sentence
    ground.controls[control].value = value
    assert words in ground.picture.sentence != sentence
    assert ground.picture.png.startswith(b"\x89PNG") and ground.picture.png != picture
    assert all(c.description for c in ground.controls.values())


@pytest.mark.parametrize("start, words", [("scaled", "stays the same size"), ("small", "vanishes")])
def test_the_sentence_on_deep_networks_tells_starts_apart(start, words):
    ground = layers.play_layers(deep_network.forward, deep_network.backward, STARTS)
    ground.controls["layers"].value = 15
    ground.controls["start"].value = STARTS[start]
    assert words in ground.picture.sentence


def test_shapes_of_the_broadcasting_playground_agree_with_numpy():
    ground = broadcasting.play_broadcasting()
    for first in broadcasting.SHAPES:
        for second in broadcasting.SHAPES:
            ground.controls["first"].value, ground.controls["second"].value = first, second
            try:
                words = f"give {np.broadcast_shapes(first, second)}"
            except ValueError:
                words = "cannot be broadcast"
            assert words in ground.picture.sentence


def test_without_a_front_end_the_picture_and_its_sentence_stay(monkeypatch):
    shown = []
    monkeypatch.setattr(playground, "display", lambda data, **_: shown.append(data))
    neuron()._ipython_display_()
    left, controls = shown
    assert left["image/png"] and left["text/plain"].startswith("With w = 0.0")
    assert f'alt="{left["text/plain"]}"' in left["text/html"]
    assert "Run this cell" in left["text/html"] and not controls["text/plain"]


def test_a_picture_is_drawn_for_the_width_there_is():
    def draw(stage, k):
        stage.clear().add_subplot()
        return f"k = {k}"

    ground = Playground(draw, (8, 3), narrowest=0.6, k=whole("k", 0, 0, 100))
    for room, width in ((2000, 800), (620, 620), (300, 480), (900, 800)):
        ground.picture.room = room
        assert ground.picture.width == width
        assert Image.open(io.BytesIO(ground.picture.png)).size == (width, 300)


def test_a_hundred_moves_in_a_row_draw_once():
    drawn = []

    def draw(stage, k):
        drawn.append(k)
        return f"k = {k}"

    async def drag():
        ground = Playground(draw, (1, 1), k=whole("k", 0, 0, 100))
        for k in range(1, 101):
            ground.controls["k"].value = k
        await asyncio.sleep(0.1)

    asyncio.run(drag())
    assert drawn == [0, 100]


def test_a_function_that_fails_is_named_in_the_sentence_and_the_picture_stays():
    def draw(stage, k):
        return f"{1 / k}"

    ground = Playground(draw, (1, 1), k=whole("k", 1, 0, 2))
    picture = ground.picture.png
    ground.controls["k"].value = 0
    assert "ZeroDivisionError" in ground.picture.sentence and ground.picture.png == picture


def test_training_with_a_function_that_fails_ends_with_a_sentence():
    ground = trainer()
    ground.backward = lambda *_: 1 / 0
    ground.runner.advance(5)
    assert "ZeroDivisionError" in ground.picture.sentence and not ground.runner.playing


def fail(*_):
    raise RuntimeError("three words here")


def endless(*_):
    while True:
        pass


net = shallow_network
BROKEN = [  # functions of notebook 04, in the order in which they are handed in, and what the sentence then has
    ((fail, net.forward, losses.cost), "RuntimeError: three words here"),
    ((net.initialize, lambda X, *_: (X.T, ()), losses.cost), "ValueError"),
    ((net.initialize, net.forward, lambda A2, Y: None), "TypeError"),
    ((net.initialize, net.forward, lambda A2, Y: sys.exit()), "SystemExit"),
]


@pytest.mark.parametrize("three, words", BROKEN)
def test_whatever_is_done_with_functions_that_fail_the_sentence_names_the_error(three, words):
    ground = training.TrainingPlayground(
        *three, net.backward, update, [activations.SIGMOID, activations.TANH]
    )
    assert words in ground.picture.sentence
    ground.controls["learning_rate"].value = 0.5
    ground.picture.clicked = [0.25, 0.5, 1]
    ground.runner.advance(1)
    assert words in ground.picture.sentence and not ground.picture.png
    ground.initialize, ground.forward, ground.cost = net.initialize, net.forward, losses.cost
    ground.runner.reset()
    assert "iteration 0" in ground.picture.sentence and len(ground.stage.figure.axes) == 2


def test_playing_ends_where_the_drawing_fails():
    async def session():
        ground = trainer()
        ground.runner.toggle()
        ground.describe = fail
        while ground.runner.playing:
            await asyncio.sleep(0.01)
        return ground.runner.playing, ground.picture.sentence

    playing, sentence = asyncio.run(session())
    assert not playing and "three words here" in sentence


def test_a_function_that_never_returns_is_stopped(monkeypatch):
    monkeypatch.setattr(guard, "TIME_LIMIT", 0.2)
    assert "longer than 0.2 seconds" in descent.play_learning_rate(np.square, endless).picture.sentence


def test_what_a_function_prints_or_warns_of_stays_out_of_the_notebook(capsys, recwarn):
    def chatty(z):
        print(z)
        warnings.warn("loud", stacklevel=1)
        return activations.sigmoid(z)

    ground = descent.play_neuron(np.arange(3.0), np.array([[0, 1, 1]]), losses.cost, chatty)
    assert "With w = 0.0" in ground.picture.sentence and not recwarn
    assert capsys.readouterr().out == ""


def test_running_the_cell_again_ends_what_the_last_one_plays():
    async def session():
        first = trainer()
        first.runner.toggle()
        second = trainer()
        await asyncio.sleep(0.1)
        return first.runner.playing, second.runner.playing

    assert asyncio.run(session()) == (False, False)


async def play(runner, items):
    """Play until some items are shown; return the most that were taken during which nothing else could run."""
    runner.toggle()
    largest = 0
    while (before := runner.count) < items:
        await asyncio.sleep(0)
        largest = max(largest, runner.count - before)
    return largest


def test_playing_trains_in_slices_and_pauses():
    async def session():
        ground = trainer()
        largest = await play(ground.runner, 121)
        ground.runner.pause()
        count = ground.runner.count
        await asyncio.sleep(0.1)
        return ground, count, largest

    ground, count, largest = asyncio.run(session())
    assert ground.runner.count == count > 120 and not ground.picture.playing
    assert 0 < largest <= ground.runner.pace


def test_a_slice_ends_when_its_time_is_over(monkeypatch):
    clock = itertools.count(0, SLICE / 4)  # each look at it takes a quarter of a slice
    monkeypatch.setattr(runner, "time", types.SimpleNamespace(perf_counter=lambda: next(clock)))
    slow = Runner(lambda: iter(range(100)), lambda item: None)
    slow.reset()
    taken = slow.take(40)
    assert 0 < len(taken) <= 4


def test_only_one_plays_at_a_time():
    async def session():
        first, second = (Runner(lambda: iter(range(10**6)), lambda item: None) for _ in range(2))
        for each in (first, second):
            each.on_play = lambda playing: None
            each.reset()
            each.toggle()
            await asyncio.sleep(0.05)
        states = first.playing, second.playing
        second.pause()
        return states

    assert asyncio.run(session()) == (False, True)


def test_a_click_adds_a_point_and_one_outside_does_not():
    ground = trainer()
    ground.picture.clicked = [0.25, 0.5, 1]
    assert ground.X.shape == (2, 401) and ground.Y[0, -1] == 0
    ground.picture.clicked = [0.99, 0.99, 2]
    assert ground.X.shape == (2, 401)


def test_the_overview_counts_what_is_right(tmp_path, monkeypatch):
    path = tmp_path / "04_shallow_network.ipynb"
    path.touch()
    monkeypatch.setattr(records, "open_notebook", lambda: path)
    records.record("shallow_network", "tanh", "right")
    records.record("shallow_network", "relu", "wrong")
    done, total, left = ending.progress(tmp_path).notebooks["04_shallow_network"]
    assert (done, total - len(left)) == (1, 1) and "relu" in left and "tanh" not in left
    assert f"1 of {total} done" in str(ending.progress(tmp_path))


def test_the_overview_of_a_renamed_notebook_says_what_to_do(tmp_path):
    (tmp_path / "my notebook.ipynb").touch()
    shown = ending.progress(tmp_path)._repr_mimebundle_()
    assert [*shown] == ["text/plain"] and "Rename this one back, for" in shown["text/plain"]


def test_the_time_left_of_a_grade_is_read_from_its_bar(tmp_path):
    log = tmp_path / "log.txt"
    log.write_text("")
    assert grader.time_left(log) == ""
    with log.open("w") as file, tqdm(desc="grading", unit="cell", file=file) as bar:
        grading.show_progress(bar, 0, 43)
        assert grader.time_left(log) == ""
        bar.start_t -= 20
        grading.show_progress(bar, 20, 43)
    assert grader.time_left(log) == ", 20 of 43 cells, about 00:23 left"


def test_the_grade_button_says_when_it_does_not_know_the_file():
    button = ending.GradeButton()
    button.begin()
    assert "was not found" in button.status.value
