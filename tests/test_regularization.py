"""Decay, early stopping, dropout and shifts by a second route: the referee, loops, and examples worked by hand."""

import numpy as np
import pytest

from helpers.gradient_check import numerical_gradient, numerical_gradients, relative_difference
from helpers.gradient_descent import update
from helpers.regularization import (
    decayed_cost,
    decayed_gradients,
    decayed_update,
    dropout_backward,
    dropout_forward,
    dropout_layer,
    early_stopping,
    shift_columns,
    shift_images,
)

RNG = np.random.default_rng(0)
PARAMETERS = [(RNG.normal(size=(3, 2)), RNG.normal(size=(3, 1))), (RNG.normal(size=(1, 3)), np.ones((1, 1)))]


def test_the_referee_confirms_the_gradient_of_the_penalty():
    nothing = [(np.zeros_like(W), np.zeros_like(b)) for W, b in PARAMETERS]
    ours = decayed_gradients(nothing, PARAMETERS, 0.3)
    theirs = numerical_gradients(lambda p: decayed_cost(0.0, p, 0.3), PARAMETERS)
    for mine, other in zip(ours, theirs, strict=True):
        assert relative_difference(mine[0], other[0]) < 1e-8
        assert not mine[1].any() and not other[1].any()


def test_the_update_in_one_line_is_a_step_along_the_decayed_gradient():
    gradients = [(RNG.normal(size=W.shape), RNG.normal(size=b.shape)) for W, b in PARAMETERS]
    one = decayed_update(PARAMETERS, gradients, 0.1, 0.2)
    two = update(PARAMETERS, decayed_gradients(gradients, PARAMETERS, 0.2), 0.1)
    assert all(np.allclose(a, b) for x, y in zip(one, two, strict=True) for a, b in zip(x, y, strict=True))


@pytest.mark.parametrize(
    "costs, patience, expected",
    [([3, 2, 1], 1, (3, 3)), ([1, 2, 3], 2, (1, 3)), ([3, 1, 2, 2, 0], 2, (2, 4)), ([1], 5, (1, 1))],
)
def test_early_stopping_by_hand(costs, patience, expected):
    assert early_stopping(costs, patience) == expected


def test_dropout_keeps_the_mean_and_the_kind_of_numbers():
    A = np.ones((300, 400), np.float32)
    out, mask = dropout_forward(A, 0.6, np.random.default_rng(1))
    assert abs(out.mean() - 1) < 0.01 and abs((out > 0).mean() - 0.6) < 0.01
    assert out.dtype == mask.dtype == np.float32


def test_the_referee_confirms_the_way_back_through_dropout():
    A, dA = RNG.normal(size=(2, 4, 5))
    f = lambda A: np.sum(dA * dropout_forward(A, 0.5, np.random.default_rng(7))[0])  # noqa: E731
    _, mask = dropout_forward(A, 0.5, np.random.default_rng(7))
    assert relative_difference(dropout_backward(dA, mask), numerical_gradient(f, A)) < 1e-8


def test_outside_of_training_nothing_is_dropped():
    A = RNG.normal(size=(4, 5))
    assert np.array_equal(dropout_layer(A, 0.1, RNG, training=False), A)
    assert (dropout_layer(A, 0.1, RNG, training=True) == 0).any()


@pytest.mark.parametrize("down", (-2, -1, 0, 2))
@pytest.mark.parametrize("right", (-1, 0, 1, 3))
def test_shifting_pixel_by_pixel(down, right):
    images = RNG.normal(size=(2, 4, 5))
    moved = shift_images(images, down, right)
    for i in range(4):
        for j in range(5):
            inside = 0 <= i - down < 4 and 0 <= j - right < 5
            expected = images[:, i - down, j - right] if inside else np.zeros(2)
            assert np.array_equal(moved[:, i, j], expected)


def test_every_column_gets_a_shift_of_its_own_within_the_limit():
    X = np.zeros((49, 300))
    X[24] = 1  # the middle pixel of 7 × 7
    moved = shift_columns(X, 2, np.random.default_rng(0), (7, 7)).T.reshape(-1, 7, 7)
    places = {tuple(int(i) for i in np.argwhere(image)[0] - 3) for image in moved}
    assert places == {(i, j) for i in range(-2, 3) for j in range(-2, 3)}
