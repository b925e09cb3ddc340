"""The network with dropout and batch normalization: its gradient against the referee, and the recipe's parts."""

import numpy as np
import pytest

from helpers.classifier import probabilities
from helpers.gradient_check import numerical_gradient, relative_difference
from helpers.optimizers import ADAM, MOMENTUM
from helpers.regularized_network import (
    Recipe,
    folded,
    forward,
    gradient_and_cost,
    initial,
    train_recipe,
)
from helpers.softmax import one_hot, softmax_cost


def problem(batchnorm, seed=0):
    """Return X, (5, 7), one-hot Y, (3, 7), and parameters of two hidden layers; no γ, β or b is special."""
    rng = np.random.default_rng(seed)
    X, Y = rng.normal(size=(5, 7)), one_hot(rng.integers(0, 3, 7), 3)
    parameters = initial(X, 3, Recipe(units=(6, 4), batchnorm=batchnorm), rng)
    return X, Y, [tuple(a + 0.3 * rng.normal(size=a.shape) for a in layer) for layer in parameters]


@pytest.mark.parametrize("batchnorm", (False, True))
@pytest.mark.parametrize("keep", (1.0, 0.6))
def test_the_referee_confirms_the_gradient_of_every_array(batchnorm, keep):
    X, Y, parameters = problem(batchnorm)
    gradients, _ = gradient_and_cost(X, Y, parameters, keep, np.random.default_rng(3))
    for k, layer in enumerate(parameters):
        for i, array in enumerate(layer):

            def cost_of(theta, k=k, i=i):
                moved = [list(one) for one in parameters]
                moved[k][i] = theta
                return softmax_cost(forward(X, moved, keep, np.random.default_rng(3))[0], Y)

            assert relative_difference(gradients[k][i], numerical_gradient(cost_of, array)) < 1e-7, (k, i)


def test_folding_gives_what_training_computes_on_the_same_examples():
    X, _, parameters = problem(batchnorm=True)
    A, _ = forward(X, parameters)
    assert np.allclose(probabilities(X, folded(parameters, X)), A)


def test_without_batch_normalization_folding_changes_nothing():
    X, _, parameters = problem(batchnorm=False)
    for (W, b), (folded_W, folded_b) in zip(parameters, folded(parameters, X), strict=True):
        assert np.array_equal(W, folded_W) and np.array_equal(b, folded_b)


@pytest.mark.parametrize(
    "change", ({"optimizer": MOMENTUM}, {"decay": 0.1}, {"keep": 0.5}, {"falls": True}, {"batchnorm": True})
)
def test_every_part_of_a_recipe_changes_the_training_and_keeps_single_precision(change):
    rng = np.random.default_rng(0)
    X, Y = rng.normal(size=(5, 40)).astype("f4"), one_hot(rng.integers(0, 3, 40), 3).astype("f4")
    plain = Recipe(units=(8,), epochs=2, size=16)
    ends = [train_recipe(X, Y, r, np.random.default_rng(1)) for r in (plain, plain._replace(**change))]
    assert not np.allclose(ends[0][0][0], ends[1][0][0])
    assert all(array.dtype == np.float32 for layer in ends[1] for array in layer)


def test_watching_ends_the_training():
    rng, seen = np.random.default_rng(0), []
    X, Y = rng.normal(size=(5, 40)), one_hot(rng.integers(0, 3, 40), 3)

    def watch(step):
        seen.append(step.iteration)
        return step.iteration == 2

    train_recipe(X, Y, Recipe(units=(8,), optimizer=ADAM, learning_rate=0.01), rng, watch=watch)
    assert seen == [1, 2]
