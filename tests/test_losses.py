"""Loss and cost by a second route, and at the edges."""

import math
import warnings

import numpy as np
import pytest

from helpers.activations import sigmoid
from helpers.losses import cost, cost_from_logits, loss


def test_by_hand():
    assert loss(0.5, 1) == pytest.approx(math.log(2))
    assert loss(0.25, 0) == pytest.approx(-math.log(0.75))
    assert cost(np.array([[0.5, 0.25]]), np.array([[1, 0]])) == pytest.approx(
        (math.log(2) - math.log(0.75)) / 2
    )


def test_the_loss_is_minus_the_logarithm_of_the_probability_given_to_the_truth():
    a = np.random.default_rng(1).uniform(size=(3, 5))
    assert np.allclose(loss(a, 1), -np.log(a))
    assert np.allclose(loss(a, 0), -np.log(1 - a))


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("a", [0.0, 1.0])
@pytest.mark.parametrize("y", [0.0, 1.0])
def test_finite_and_silent_at_the_edges(a, y, dtype):
    A, Y = np.array([[a]], dtype), np.array([[y]], dtype)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert loss(A, Y).dtype == dtype
        assert 0 <= cost(A, Y) < 35


@pytest.mark.parametrize("n_y, m", [(1, 1), (1, 7), (3, 4)])
def test_the_cost_is_the_looped_mean(n_y, m):
    rng = np.random.default_rng(2)
    A, Y = rng.uniform(size=(n_y, m)), rng.integers(0, 2, (n_y, m))
    looped = sum(loss(A[k, i], Y[k, i]) for k in range(n_y) for i in range(m)) / m
    assert cost(A, Y) == pytest.approx(looped, rel=1e-12)


def test_the_cost_from_logits_is_the_same_and_stays_exact_far_out():
    rng = np.random.default_rng(3)
    Z, Y = rng.normal(size=(2, 6)), rng.integers(0, 2, (2, 6))
    assert cost_from_logits(Z, Y) == pytest.approx(cost(sigmoid(Z), Y), rel=1e-12)
    assert cost_from_logits(np.array([[1000.0]]), np.array([[0]])) == 1000
