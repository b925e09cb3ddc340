"""Claims of notebook 08: photographs of clothes, dealt anew from all 12,000; every draw has its own seed."""

from functools import cache

import numpy as np

from helpers import classifier
from helpers.experiments import stored
from helpers.gradient_check import numerical_gradient, relative_difference
from helpers.normalization import batchnorm_backward, batchnorm_forward
from helpers.regularization import early_stopping
from helpers.regularized_network import Recipe, train_recipe
from helpers.softmax import classes, one_hot, softmax_cost
from helpers.splits import split
from tests.claims.claim import SHIPPED, Claim
from tests.claims.hyperparameters import SIX, hot, pixels

BASE = Recipe(units=(128,), learning_rate=0.1, epochs=30, size=32)


@cache
def parts(draw):
    """Return ((X, Y) of 1,000 to train with, (X, Y) of 2,000 to validate, mean picture of 8,000)."""
    X, labels = pixels(draw)
    (X, labels), (X_validation, held) = split(
        X[:, :10_000], labels[:, :10_000], (0.8, 0.2), np.random.default_rng(draw)
    )
    mean = X.mean(axis=1, keepdims=True)
    return (X[:, :1000] - mean, hot(labels[:, :1000])), (X_validation - mean, hot(held)), mean


@cache
def history(draw, **change):
    """Return (epochs, 2, 2): after every epoch, of training and validation part, cost and accuracy."""
    train, held_out, mean = parts(draw)
    found = []

    def watch(step):
        for X, Y in (train, held_out):
            A = classifier.probabilities(X, step.parameters)
            found.append((softmax_cost(A, Y), np.mean(classes(A) == classes(Y))))

    with np.errstate(all="ignore"):
        train_recipe(*train, BASE._replace(**change), np.random.default_rng(draw), mean, watch)
    return np.reshape(found, (-1, 2, 2))


def end(draw, **change):
    """Return ((training cost, accuracy), (validation cost, accuracy)) at the end."""
    return history(draw, **change)[-1]


def referee(draw):
    """Return the largest relative difference between batchnorm_backward and the referee."""
    rng = np.random.default_rng(draw)
    Z, dout, gamma, beta = (rng.normal(size=shape) for shape in ((3, 6), (3, 6), (3, 1), (3, 1)))
    dZ, dgamma, dbeta = batchnorm_backward(dout, batchnorm_forward(Z, gamma, beta)[1])

    def after(Z, gamma, beta):
        return np.sum(dout * batchnorm_forward(Z, gamma, beta)[0])

    return max(
        relative_difference(dZ, numerical_gradient(lambda Z: after(Z, gamma, beta), Z)),
        relative_difference(6 * dgamma, numerical_gradient(lambda gamma: after(Z, gamma, beta), gamma)),
        relative_difference(6 * dbeta, numerical_gradient(lambda beta: after(Z, gamma, beta), beta)),
    )


def stopped(draw):
    """Return what early stopping loses in validation accuracy against the last epoch."""
    validation = history(draw)[:, 1]
    best, _ = early_stopping(list(validation[:, 0]), 5)
    return abs(validation[best - 1, 1] - validation[-1, 1])


def remedies(draw):
    """Return (4, 2, 2): the ends with decay, early stopping, dropout and shifts."""
    plain = history(draw)
    best, _ = early_stopping(list(plain[:, 1, 0]), 5)
    return np.array(
        [end(draw, decay=0.01), plain[best - 1], end(draw, keep=0.5), end(draw, shift=1)],
    )
