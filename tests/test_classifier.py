"""The classifier and the regression network: gradients by wiggling every parameter, training on easy data."""

import numpy as np
import pytest

from helpers import classifier, regression
from helpers.activations import RELU, SIGMOID, TANH
from helpers.deep_network import backward, forward
from helpers.initialization import scaled
from helpers.search import BASE, score_setting, sizes_of
from helpers.softmax import SOFTMAX, one_hot


@pytest.fixture
def rng():
    return np.random.default_rng(8)


def wiggled(cost, parameters, h=1e-6):
    """Return the numerical gradient of cost(parameters), a list of layers, entry by entry."""
    gradients = []
    for layer in parameters:
        pair = []
        for array in layer:
            slopes = np.zeros(array.shape)
            for index in np.ndindex(*array.shape):
                before = array[index]
                array[index] = before + h
                above = cost(parameters)
                array[index] = before - h
                slopes[index] = (above - cost(parameters)) / (2 * h)
                array[index] = before
            pair.append(slopes)
        gradients.append(tuple(pair))
    return gradients


@pytest.mark.parametrize("sizes", [(3, 4), (3, 5, 4), (2, 4, 3, 5)])
@pytest.mark.parametrize("hidden", [TANH, SIGMOID])
def test_gradient_of_the_classifier(rng, sizes, hidden):
    X, Y = rng.normal(size=(sizes[0], 7)), one_hot(rng.integers(0, sizes[-1], 7), sizes[-1])
    parameters = scaled(sizes, rng, 1)
    gradients, _ = classifier.gradient_and_cost(X, Y, parameters, hidden)
    numerical = wiggled(lambda p: classifier.gradient_and_cost(X, Y, p, hidden)[1], parameters)
    for (dW, db), (nW, nb) in zip(gradients, numerical, strict=True):
        assert dW == pytest.approx(nW, abs=1e-7) and db == pytest.approx(nb, abs=1e-7)


def test_classifier_propagates_as_the_deep_network_with_softmax_does(rng):
    X, Y, parameters = rng.normal(size=(4, 6)), one_hot([0, 1, 2, 2, 1, 0], 3), scaled((4, 5, 3), rng)
    A, caches = forward(X, parameters, RELU, SOFTMAX)
    for (dW, db), (eW, eb) in zip(
        classifier.gradient_and_cost(X, Y, parameters)[0], backward(A, Y, caches), strict=True
    ):
        assert dW == pytest.approx(eW) and db == pytest.approx(eb)


@pytest.mark.parametrize("sizes", [(1, 1), (3, 4, 1)])
def test_gradient_of_the_regression(rng, sizes):
    X, Y, parameters = rng.normal(size=(sizes[0], 6)), rng.normal(size=(1, 6)), scaled(sizes, rng, 1)
    gradients, _ = regression.gradient_and_cost(X, Y, parameters, TANH)
    numerical = wiggled(lambda p: regression.gradient_and_cost(X, Y, p, TANH)[1], parameters)
    for (dW, db), (nW, nb) in zip(gradients, numerical, strict=True):
        assert dW == pytest.approx(nW, abs=1e-7) and db == pytest.approx(nb, abs=1e-7)


def test_three_clouds_are_told_apart_and_float32_stays_float32(rng):
    labels = rng.integers(0, 3, (1, 150))
    X = (4 * one_hot(labels, 3) + rng.normal(size=(3, 150))).astype(np.float32)
    Y = one_hot(labels, 3).astype(np.float32)
    parameters, costs = classifier.train_classifier(X, Y, (3, 8, 3), 0.1, 20, 16, rng)
    assert classifier.class_accuracy(X, labels, parameters) > 0.95
    assert costs[-1] < costs[0]
    assert all(W.dtype == b.dtype == np.float32 for W, b in parameters)
    assert classifier.probabilities(X, parameters).sum(axis=0) == pytest.approx(1, abs=1e-5)


def test_a_setting_names_its_layers_and_scores_above_chance(rng):
    assert sizes_of({"layers": 0, "units": 9}, 4, 3) == [4, 3]
    assert sizes_of({"layers": 2, "units": 9}, 4, 3) == [4, 9, 9, 3]
    labels = rng.integers(0, 3, (1, 200))
    X = 4 * one_hot(labels, 3) + rng.normal(size=(3, 200))
    train, held_out = (X[:, :100], one_hot(labels[:, :100], 3)), (X[:, 100:], labels[:, 100:])
    for hidden in ("relu", "tanh"):
        assert score_setting(train, held_out, {**BASE, "hidden": hidden, "size": 8}, rng) > 0.8


def test_mean_absolute_error_by_hand():
    predictions, values = np.array([[1.0, 4.0, 2.5]]), np.array([[2.0, 2.0, 2.5]])
    assert regression.mean_absolute_error(predictions, values) == pytest.approx(1.0)
