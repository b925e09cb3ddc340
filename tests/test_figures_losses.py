"""What the drawings of cost curves claim: the squared error has two valleys, the loss has one and is convex."""

import math

import numpy as np

from helpers.figures.losses import losses_from_logits, plot_loss, squared_errors
from helpers.losses import loss

X = np.array([-1.0, -0.5, 0.5, 1.0, 1.0, 10.0])
Y = np.array([[0.0, 0, 0, 1, 1, 0]])
W = np.linspace(-10, 10, 2001)


def curve(of):
    return np.mean(of(np.outer(W, X), Y), axis=1)


def valleys(J):
    return np.sum((J[1:-1] < J[:-2]) & (J[1:-1] < J[2:]))


def test_the_loss_has_one_valley_and_never_bends_downward():
    J = curve(losses_from_logits)
    assert valleys(J) == 1
    assert np.diff(J, 2).min() > -1e-12


def test_the_squared_error_has_two_valleys():
    assert valleys(curve(squared_errors)) == 2


def test_losses_from_logits_are_the_losses():
    Z = np.linspace(-8, 8, 33)
    for y in (0, 1):
        assert np.allclose(losses_from_logits(Z, y), loss(1 / (1 + np.exp(-Z)), y))


def test_a_loss_that_takes_one_number_at_a_time_is_drawn():
    ax = plot_loss(lambda a, y: -math.log(max(a if y == 1 else 1 - a, 1e-15)))
    falling, rising = ax.lines[1].get_ydata(), ax.lines[0].get_ydata()
    assert np.allclose(falling, rising[::-1]) and falling[0] > 5
