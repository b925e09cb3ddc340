"""Vectorized logistic regression: against a numerical gradient, a loop in plain Python, and by hand."""

import math
import warnings

import numpy as np
import pytest

from helpers.logistic_regression import optimize, predict, propagate, train_logistic
from helpers.losses import cost


def example(n_x, m, seed=0):
    rng = np.random.default_rng(seed)
    return rng.normal(size=(n_x, 1)), 0.3, rng.normal(size=(n_x, m)), rng.integers(0, 2, size=(1, m))


def in_plain_python(w, b, X, Y):
    """Return (dw, db, J) from sums over single numbers, without NumPy's array operations."""
    n_x, m = X.shape
    dw, db, J = [0.0] * n_x, 0.0, 0.0
    for i in range(m):
        z = sum(float(w[j, 0]) * float(X[j, i]) for j in range(n_x)) + b
        a, y = 1 / (1 + math.exp(-z)), int(Y[0, i])
        J -= math.log(a if y else 1 - a) / m
        db += (a - y) / m
        dw = [dw[j] + (a - y) * float(X[j, i]) / m for j in range(n_x)]
    return np.array(dw).reshape(n_x, 1), db, J


@pytest.mark.parametrize("n_x, m", [(1, 1), (3, 1), (1, 5), (4, 4), (7, 3), (2, 60)])
def test_propagate_against_a_plain_loop(n_x, m):
    for ours, theirs in zip(propagate(*example(n_x, m)), in_plain_python(*example(n_x, m)), strict=True):
        np.testing.assert_allclose(ours, theirs, rtol=1e-12, atol=1e-14)
        assert np.shape(ours) == np.shape(theirs)


def test_propagate_against_a_numerical_gradient():
    w, b, X, Y = example(5, 9)
    dw, db, _ = propagate(w, b, X, Y)
    for j in range(5):
        step = np.zeros_like(w)
        step[j] = 1e-6
        slope = (propagate(w + step, b, X, Y)[2] - propagate(w - step, b, X, Y)[2]) / 2e-6
        assert dw[j, 0] == pytest.approx(slope, rel=1e-6, abs=1e-9)
    slope = (propagate(w, b + 1e-6, X, Y)[2] - propagate(w, b - 1e-6, X, Y)[2]) / 2e-6
    assert db == pytest.approx(slope, rel=1e-6)


def test_one_example_worked_by_hand():
    dw, db, J = propagate(np.array([[0.0], [0.0]]), 0.0, np.array([[2.0], [-4.0]]), np.array([[1]]))
    np.testing.assert_allclose(dw, [[-1.0], [2.0]])
    assert db == -0.5 and pytest.approx(math.log(2)) == J


def test_each_step_goes_downhill_and_leaves_the_arguments_alone():
    w, b, X, Y = example(3, 30)
    before = w.copy()
    _, _, costs = optimize(w, b, X, Y, learning_rate=0.1, iterations=40)
    np.testing.assert_array_equal(w, before)
    assert len(costs) == 40 and costs[0] == propagate(w, b, X, Y)[2]
    assert all(later < earlier for earlier, later in zip(costs, costs[1:], strict=False))


def test_two_runs_in_a_row_are_one_long_run():
    w, b, X, Y = example(3, 8)
    half = optimize(w, b, X, Y, 0.2, 5)
    whole = optimize(w, b, X, Y, 0.2, 10)
    np.testing.assert_allclose(optimize(*half[:2], X, Y, 0.2, 5)[0], whole[0])


def test_training_separates_what_can_be_separated():
    rng = np.random.default_rng(5)
    X = rng.normal(size=(2, 200))
    Y = (X[:1] - X[1:] > 0).astype(int)
    w, b, _ = train_logistic(X, Y, 1.0, 500)
    assert (predict(w, b, X) == Y).mean() > 0.97
    assert w.shape == (2, 1) and predict(w, b, X).shape == (1, 200)


def test_no_warning_far_out_and_for_one_example():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        dw, db, J = propagate(np.array([[1000.0]]), 0.0, np.array([[1.0, -1.0]]), np.array([[0, 1]]))
        assert np.isfinite([dw[0, 0], db, J]).all()
        train_logistic(np.ones((3, 1)), np.ones((1, 1)), 0.1, 3)


def test_single_precision_stays_single():
    w, b, X, Y = (np.asarray(part, np.float32) for part in example(4, 6))
    w, b, _ = optimize(w, b, X, Y, 0.1, 3)
    assert w.dtype == np.float32  # b is a number, and before NumPy 2 a number divided by m was a double


def test_cost_is_that_of_the_outputs():
    w, b, X, Y = example(2, 5)
    assert propagate(w, b, X, Y)[2] == cost(0.5 * (1 + np.tanh((w.T @ X + b) / 2)), Y)
