"""Right answers to `softmax`, written differently."""

import numpy as np


def loop(Z):
    A = np.zeros(Z.shape)
    for i in range(Z.shape[1]):
        e = np.exp(Z[:, i] - max(Z[:, i]))
        A[:, i] = e / sum(e)
    return A


def through_the_logarithm(Z):
    shifted = Z - Z.max(axis=0)
    return np.exp(shifted - np.log(np.exp(shifted).sum(axis=0)))


def transposed(Z):
    E = np.exp((Z.T - Z.T.max(axis=1, keepdims=True)).T)
    return E / E.sum(axis=0)


def einsum(Z):
    E = np.exp(Z - np.max(Z, axis=0, keepdims=True))
    return np.einsum("km,m->km", E, 1 / np.einsum("km->m", E))


def single_precision(Z):
    Z = np.asarray(Z, dtype=np.float32)
    E = np.exp(Z - Z.max(axis=0, keepdims=True))
    return E / E.sum(axis=0, keepdims=True)


def pairwise(Z):
    difference = Z[None, :, :] - Z[:, None, :]
    return 1 / np.sum(np.exp(np.minimum(difference, 700)), axis=1)
