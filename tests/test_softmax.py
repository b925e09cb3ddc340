"""Softmax and its cross-entropy, by loops, by hand and by numerical gradient."""

import warnings
from math import exp, log

import numpy as np
import pytest

from helpers.softmax import (
    classes,
    one_hot,
    softmax,
    softmax_cost,
    softmax_cost_from_logits,
    softmax_gradient,
)


@pytest.fixture
def rng():
    return np.random.default_rng(11)


def softmax_loop(z):
    """Softmax of one column by the definition, one number at a time."""
    total = sum(exp(entry) for entry in z)
    return [exp(entry) / total for entry in z]


@pytest.mark.parametrize("n_y, m", [(2, 1), (3, 5), (10, 4)])
def test_softmax_agrees_with_the_definition_column_by_column(rng, n_y, m):
    Z = rng.normal(size=(n_y, m))
    A = softmax(Z)
    for i in range(m):
        assert A[:, i] == pytest.approx(softmax_loop(Z[:, i]), rel=1e-12)


def test_softmax_by_hand():
    A = softmax(np.log([[1.0], [2.0], [5.0]]))
    assert A[:, 0] == pytest.approx([0.125, 0.25, 0.625])


def test_softmax_of_two_classes_is_the_sigmoid_of_the_difference(rng):
    Z = rng.normal(size=(2, 7))
    assert softmax(Z)[0] == pytest.approx(1 / (1 + np.exp(Z[1] - Z[0])))


def test_softmax_is_silent_and_right_far_out():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        A = softmax(np.array([[1000.0, -1000.0], [0.0, -1000.0]]))
    assert A.tolist() == [[1.0, 0.5], [0.0, 0.5]]


def test_gradient_agrees_with_numerical_gradient_of_the_loss(rng):
    Z, Y, h = rng.normal(size=(4, 6)), one_hot(rng.integers(0, 4, 6), 4), 1e-6
    numerical = np.zeros_like(Z)
    for index in np.ndindex(*Z.shape):
        up, down = Z.copy(), Z.copy()
        up[index] += h
        down[index] -= h
        numerical[index] = (softmax_cost(softmax(up), Y) - softmax_cost(softmax(down), Y)) / (2 * h)
    assert softmax_gradient(Z, Y) == pytest.approx(6 * numerical, abs=1e-8)


def test_every_column_of_the_gradient_sums_to_zero(rng):
    dZ = softmax_gradient(rng.normal(size=(5, 8)), one_hot(rng.integers(0, 5, 8), 5))
    assert dZ.sum(axis=0) == pytest.approx(0, abs=1e-12)


def test_costs_agree_with_a_loop_and_with_each_other(rng):
    Z, labels = rng.normal(size=(3, 9)), rng.integers(0, 3, 9)
    by_loop = sum(-log(softmax_loop(Z[:, i])[k]) for i, k in enumerate(labels)) / 9
    assert softmax_cost(softmax(Z), one_hot(labels, 3)) == pytest.approx(by_loop)
    assert softmax_cost_from_logits(Z, one_hot(labels, 3)) == pytest.approx(by_loop)


def test_costs_are_finite_where_the_right_class_got_nothing():
    Z, Y = np.array([[1000.0], [0.0]]), one_hot([1], 2)
    assert softmax_cost(softmax(Z), Y) == pytest.approx(-log(1e-15))
    assert softmax_cost_from_logits(Z, Y) == pytest.approx(1000)


def test_one_hot_and_classes_are_inverse(rng):
    labels = rng.integers(0, 6, (1, 20))
    Y = one_hot(labels, 6)
    assert Y.shape == (6, 20) and (Y.sum(axis=0) == 1).all()
    assert np.array_equal(classes(Y), labels)
