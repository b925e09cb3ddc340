"""Right answers written differently."""

import numpy as np

from helpers.softmax import softmax


def with_softmax(dC, Z):
    return (softmax(Z) * dC,)


def with_the_value(dC, Z):
    c = Z.max(axis=0, keepdims=True)
    C = c + np.log(np.exp(Z - c).sum(axis=0, keepdims=True))
    return (dC * np.exp(Z - C),)


def as_a_list(dC, Z):
    E = np.exp(Z - Z.max(axis=0))
    return [dC * (E / E.sum(axis=0))]


def column_by_column(dC, Z):
    dZ = np.zeros(Z.shape)
    for i in range(Z.shape[1]):
        e = np.exp(Z[:, i] - max(Z[:, i]))
        dZ[:, i] = dC[0, i] * e / sum(e)
    return (dZ,)


def with_differences(dC, Z):
    return (dC / np.stack([np.exp(np.minimum(Z - z, 700)).sum(axis=0) for z in Z]),)
