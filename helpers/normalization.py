"""Batch normalization: every unit's values over a mini-batch get mean 0 and variance 1, then a scale and a shift.

Rows are units, columns are examples. γ and β are (n, 1), learned like W and b. As everywhere in the course, dZ belongs
to the single examples and the mean over them is taken in dγ and dβ. Not here: the network around it.
"""

import numpy as np


def batchnorm_forward(Z, gamma, beta, epsilon=1e-5):
    """Return (out, cache), out = γ Z_hat + β, (n, m), and cache = (Z_hat, gamma, deviation).

    Z is (n, m), gamma and beta are (n, 1). In every row, mean and variance are taken over the m
    examples; the variance is the mean of (z − mean)².
    deviation = √(variance + ε), (n, 1), and Z_hat = (Z − mean) / deviation, (n, m).
    """
    mean = np.mean(Z, axis=1, keepdims=True)
    variance = np.mean((Z - mean) ** 2, axis=1, keepdims=True)
    deviation = np.sqrt(variance + epsilon)
    Z_hat = (Z - mean) / deviation
    return gamma * Z_hat + beta, (Z_hat, gamma, deviation)


def batchnorm_backward(dout, cache):
    """Return (dZ, dgamma, dbeta), in the shapes of Z, (n, m), and of gamma and beta, (n, 1).

    dout, (n, m), is the gradient with respect to batchnorm_forward's out; as in dZ, each column
    belongs to the loss of its example, without 1/m. cache is (Z_hat, gamma, deviation). dβ is
    the mean of dout over the examples, dγ the mean of dout * Z_hat, and
    dZ = γ / deviation * (dout − dβ − Z_hat dγ).
    """
    Z_hat, gamma, deviation = cache
    dbeta = np.mean(dout, axis=1, keepdims=True)
    dgamma = np.mean(dout * Z_hat, axis=1, keepdims=True)
    dZ = gamma / deviation * (dout - dbeta - Z_hat * dgamma)
    return dZ, dgamma, dbeta


def batchnorm_predict(Z, gamma, beta, mean, variance, epsilon=1e-5):
    """Return γ (Z − mean) / √(variance + ε) + β, (n, m), for examples outside of training.

    mean and variance, (n, 1), are those of all training examples. Z is (n, m), gamma and beta
    are (n, 1). What comes out for one example does not depend on the others.
    """
    centered = Z - mean
    Z_hat = centered / np.sqrt(variance + epsilon)
    return gamma * Z_hat + beta
