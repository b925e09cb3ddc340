"""Right answers to `repair_batchnorm`, written differently."""

import numpy as np


def in_steps(Z, gamma, beta, mean, variance, epsilon=1e-5):
    Z_hat = (Z - mean) / (variance + epsilon) ** 0.5
    return beta + Z_hat * gamma


def scale_and_shift(Z, gamma, beta, mean, variance, epsilon=1e-5):
    scale = gamma / np.sqrt(variance + epsilon)
    return scale * Z + (beta - scale * mean)


def loop(Z, gamma, beta, mean, variance, epsilon=1e-5):
    out = np.zeros(Z.shape)
    for i in range(Z.shape[0]):
        out[i] = gamma[i] * (Z[i] - mean[i]) / np.sqrt(variance[i] + epsilon) + beta[i]
    return out


def deviation(Z, gamma, beta, mean, variance, epsilon=1e-5):
    deviation = np.sqrt(np.add(variance, epsilon))
    return np.divide(gamma * (Z - mean), deviation) + beta


def single_precision(Z, gamma, beta, mean, variance, epsilon=1e-5):
    return (gamma * ((Z - mean) / np.sqrt(variance + epsilon)) + beta).astype(np.float32)
