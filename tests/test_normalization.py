"""Batch normalization by a second route: NumPy's own statistics and the referee."""

import numpy as np

from helpers.gradient_check import numerical_gradient, relative_difference
from helpers.normalization import batchnorm_backward, batchnorm_forward, batchnorm_predict

RNG = np.random.default_rng(0)
Z, DOUT = RNG.normal(2, 3, (3, 8)), RNG.normal(size=(3, 8))
GAMMA, BETA = RNG.normal(size=(2, 3, 1))


def test_every_row_gets_mean_beta_and_deviation_gamma():
    out, _ = batchnorm_forward(Z, GAMMA, BETA, epsilon=0)
    assert np.allclose(out.mean(axis=1, keepdims=True), BETA)
    assert np.allclose(out.std(axis=1, keepdims=True), np.abs(GAMMA))


def test_the_referee_confirms_all_three_gradients():
    dZ, dgamma, dbeta = batchnorm_backward(DOUT, batchnorm_forward(Z, GAMMA, BETA)[1])

    def cost(Z=Z, gamma=GAMMA, beta=BETA):
        return np.sum(DOUT * batchnorm_forward(Z, gamma, beta)[0])

    assert relative_difference(dZ, numerical_gradient(lambda Z: cost(Z=Z), Z)) < 1e-7
    assert relative_difference(8 * dgamma, numerical_gradient(lambda g: cost(gamma=g), GAMMA)) < 1e-7
    assert relative_difference(8 * dbeta, numerical_gradient(lambda b: cost(beta=b), BETA)) < 1e-7


def test_with_the_statistics_of_the_batch_prediction_and_training_agree():
    mean, variance = Z.mean(axis=1, keepdims=True), Z.var(axis=1, keepdims=True)
    assert np.allclose(
        batchnorm_predict(Z, GAMMA, BETA, mean, variance), batchnorm_forward(Z, GAMMA, BETA)[0]
    )


def test_the_prediction_for_one_example_does_not_depend_on_the_others():
    mean, variance = np.zeros((3, 1)), np.ones((3, 1))
    alone = batchnorm_predict(Z[:, :1], GAMMA, BETA, mean, variance)
    assert np.allclose(alone, batchnorm_predict(Z, GAMMA, BETA, mean, variance)[:, :1])
