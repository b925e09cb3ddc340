"""The two playgrounds of notebook 08 without a browser: sentences follow the controls, and paths are as computed."""

import numpy as np

from helpers.figures.optimizers import path_of
from helpers.optimizers import DESCENT, OPTIMIZERS
from helpers.playgrounds.gap import EPOCHS, GapPlayground
from helpers.playgrounds.optimizers import play_valley
from helpers.softmax import one_hot


def test_the_path_of_plain_descent_is_a_power_of_its_factor():
    path = path_of(DESCENT, lambda w: np.array([1, 25]) * w, (10.0, 2.0), 0.02, 5)
    assert np.allclose(path[-1], [10 * 0.98**5, 2 * 0.5**5])


def test_too_large_a_rate_runs_away_and_another_valley_is_drawn_anew():
    play = play_valley(OPTIMIZERS)
    assert "crossing the floor" in play.picture.sentence
    play.controls["learning_rate"].value = 0.1
    assert "runs away" in play.picture.sentence
    before = play.picture.png
    play.controls["narrowness"].value = 1
    assert "k = 1:" in play.picture.sentence and play.picture.png != before
    for name in OPTIMIZERS:
        play.controls["optimizer"].value = name
        assert play.picture.sentence.startswith(name)


def test_a_gap_is_trained_to_the_end_and_leaves_its_marks():
    rng = np.random.default_rng(0)
    X, Y = rng.normal(size=(784, 60)).astype("f4"), one_hot(rng.integers(0, 10, 60), 10)
    play = GapPlayground((X, Y), (X, Y), np.zeros((784, 1), "f4"))
    assert "press Play" in play.picture.sentence
    assert all(len(mark.get_xdata()) == 1 for mark in (*play.marks[:2], *play.marks[4:]))  # not empty axes
    play.controls["shift"].value = 1
    for _ in range(EPOCHS):
        play.runner.advance(1)
    assert f"epoch {EPOCHS} of {EPOCHS}" in play.picture.sentence and "tried: 1." in play.picture.sentence
    play.controls["decay"].value = 0.1
    assert "λ = 0.1" in play.picture.sentence and "press Play" in play.picture.sentence
    assert len(play.tried) == 1
