"""The race of 07: its contestants take the same steps, and it ends at the goal or when time is up; the loops."""

import numpy as np
import pytest

from helpers.initialization import scaled
from helpers.softmax import one_hot
from helpers.speed import race
from helpers.speed.loops import matrix_product
from helpers.speed.steps import step


@pytest.fixture
def task():
    rng = np.random.default_rng(4)
    labels = rng.integers(0, 3, (1, 60))
    X = rng.normal(size=(5, 60)) + 3 * one_hot(labels, 5)
    return X, one_hot(labels, 3), labels, scaled((5, 8, 3), rng)


def test_loops_agree_with_the_product():
    rng = np.random.default_rng(0)
    W, A = rng.normal(size=(3, 4)), rng.normal(size=(4, 5))
    np.testing.assert_allclose(matrix_product(W, A), W @ A, rtol=1e-12)


def test_contestants_with_and_without_new_arrays_take_the_same_steps(task):
    X, Y, _, start = task
    clear = race.clear(X, Y, start, 16, 0.1, 4)
    in_place = race.in_place(step, X, Y, start, 16, 0.1, 4)
    for _ in range(5):
        for one, other in zip(next(clear), next(in_place), strict=True):
            np.testing.assert_allclose(one[0], other[0], rtol=1e-9)
            np.testing.assert_allclose(one[1], other[1], rtol=1e-9, atol=1e-12)


def test_the_race_ends_at_the_goal_or_when_time_is_up(task):
    X, Y, labels, start = task
    contestants = {"one": race.clear(X, Y, start, 16, 0.1), "none": race.clear(X, Y, start, 16, 0.0)}
    results = race.race(contestants, X, labels, goal=0.9, limit=0.2)
    assert results["one"][-1][1] >= 0.9 > results["one"][-2][1]
    assert results["none"][-1][0] >= 0.2 > results["none"][-2][0]
    assert results["none"][0][0] == 0 and len({accuracy for _, accuracy in results["none"]}) == 1


def test_a_rest_that_fills_no_batch_is_left_out(task):
    X, Y, _, _ = task
    parts = race.batches(X, Y, 16)
    assert [part.shape for part, _ in parts] == [(5, 16)] * 3
    assert np.array_equal(parts[2][0], X[:, 32:48])
