"""Training in the span of the examples against the clear helpers: same losses to 1e-9."""

import numpy as np
import pytest

from helpers import activations, deep_network
from helpers.initialization import scaled
from helpers.logistic_regression import train_logistic
from helpers.losses import cost
from helpers.speed.in_place import RELU, TANH
from helpers.speed.span import train_deep_in_span, train_logistic_in_span


def problem(n_x, m):
    rng = np.random.default_rng(3)
    return rng, rng.normal(size=(n_x, m)), (rng.random((1, m)) < 0.5).astype(float)


@pytest.mark.parametrize(("n_x", "m"), [(400, 12), (50, 1), (5, 20), (8, 8)])
def test_logistic_regression_has_the_same_weights_and_costs(n_x, m):
    _, X, Y = problem(n_x, m)
    w, b, costs = train_logistic(X, Y, 0.01, 200)
    v, c, others = train_logistic_in_span(X, Y, 0.01, 200)
    np.testing.assert_allclose(costs, others, rtol=1e-9)
    np.testing.assert_allclose(w, v, rtol=1e-8, atol=1e-12)
    np.testing.assert_allclose(b, c, rtol=1e-9)


@pytest.mark.parametrize("layer_sizes", [(300, 1), (300, 6, 1), (300, 20, 7, 5, 1), (4, 6, 1)])
@pytest.mark.parametrize(("hidden", "in_place"), [(activations.RELU, RELU), (activations.TANH, TANH)])
def test_networks_have_the_same_losses(layer_sizes, hidden, in_place):
    rng, X, Y = problem(layer_sizes[0], 25)
    start = scaled(layer_sizes, rng)
    clear, _ = deep_network.train_deep(X, Y, start, 0.05, 200, hidden)
    span = train_deep_in_span(X, Y, start, 0.05, 200, in_place)
    one, other = (cost(deep_network.forward(X, p, hidden)[0], Y) for p in (clear, span))
    np.testing.assert_allclose(one, other, rtol=1e-9)
    np.testing.assert_allclose(clear[0][0], span[0][0], rtol=1e-6, atol=1e-10)
