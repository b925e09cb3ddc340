"""Logistic regression by hand against arrays, numerical gradients and paper."""

import math

import numpy as np
import pytest

from helpers import logistic_loops, logistic_regression
from helpers.gradient_check import numerical_gradient, relative_difference
from helpers.losses import loss


def random_problem(n_x, m, seed=0):
    rng = np.random.default_rng(seed)
    return rng.normal(size=(n_x, 1)), 0.3, rng.normal(size=(n_x, m)), rng.integers(0, 2, (1, m))


def test_one_example_on_paper():
    x, w = np.array([[2.0], [-1.0]]), np.array([[0.5], [1.0]])
    a = 1 / (1 + math.exp(-0.5))  # z = 0.5·2 + 1·(−1) + 0.5
    dw, db = logistic_loops.backward_one(x, 1, w, 0.5)
    assert logistic_loops.neuron(x, w, 0.5) == pytest.approx(a)
    assert db == pytest.approx(a - 1)
    assert np.allclose(dw, [[2 * (a - 1)], [-(a - 1)]])


@pytest.mark.parametrize("n_x", [1, 2, 5])
@pytest.mark.parametrize("y", [0, 1])
def test_the_gradient_of_one_example_is_the_numerical_one(n_x, y):
    w, b, X, _ = random_problem(n_x, 1)
    dw, db = logistic_loops.backward_one(X, y, w, b)
    assert (
        relative_difference(dw, numerical_gradient(lambda w: loss(logistic_loops.neuron(X, w, b), y), w))
        < 1e-8
    )
    assert (
        relative_difference(db, numerical_gradient(lambda b: loss(logistic_loops.neuron(X, w, b), y), b))
        < 1e-8
    )


@pytest.mark.parametrize("n_x, m", [(1, 1), (2, 1), (3, 8)])
def test_loops_and_arrays_agree(n_x, m):
    w, b, X, Y = random_problem(n_x, m)
    looped = logistic_loops.gradient_loop(w, b, X, Y)
    at_once = logistic_regression.propagate(w, b, X, Y)
    assert all(relative_difference(one, other) < 1e-14 for one, other in zip(looped, at_once, strict=True))
    assert np.array_equal(logistic_loops.predict(w, b, X), logistic_regression.predict(w, b, X))


def test_descent_by_hand_is_descent_at_once():
    w, b, X, Y = random_problem(2, 6)
    before = w.copy()
    looped = logistic_loops.descend(w, b, X, Y, 0.4, 25)
    at_once = logistic_regression.optimize(w, b, X, Y, 0.4, 25)
    assert relative_difference(looped[0], at_once[0]) < 1e-12
    assert np.allclose(looped[2], at_once[2], rtol=1e-12)
    assert np.all(np.diff(looped[2]) < 0)
    assert np.array_equal(w, before)
