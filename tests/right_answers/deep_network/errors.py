"""Right answers written differently."""

import numpy as np

from helpers.activations import RELU


def appended_and_turned(AL, Y, caches, hidden=RELU):
    dZs = [AL - Y]
    for layer in range(len(caches) - 2, -1, -1):
        dZs.append(hidden.derivative(caches[layer][2]) * (caches[layer + 1][1].T @ dZs[-1]))
    return dZs[::-1]


def list_of_known_length(AL, Y, caches, hidden=RELU):
    L = len(caches)
    dZs = [None] * L
    dZs[L - 1] = AL - Y
    for layer in range(L - 2, -1, -1):
        dZs[layer] = np.dot(caches[layer + 1][1].T, dZs[layer + 1]) * hidden.derivative(caches[layer][2])
    return dZs


def by_pairs_of_caches(AL, Y, caches, hidden=RELU):
    dZ = AL - Y
    dZs = [dZ]
    pairs = list(zip(caches[1:], caches[:-1], strict=True))
    for (_, W, _), (_, _, Z) in pairs[::-1]:
        dZ = (W.T @ dZ) * hidden.derivative(Z)
        dZs = [dZ, *dZs]
    return dZs


def calling_itself(AL, Y, caches, hidden=RELU):
    def down(dZ, caches):
        if len(caches) == 1:
            return [dZ]
        (_, _, Z), (_, W, _) = caches[-2:]
        return [*down((W.T @ dZ) * hidden.derivative(Z), caches[:-1]), dZ]

    return tuple(down(AL - Y, caches))


def with_einsum(AL, Y, caches, hidden=RELU):
    dZs = [-(Y - AL)]
    for layer in reversed(range(1, len(caches))):
        dA = np.einsum("jk,ji->ki", caches[layer][1], dZs[0])
        dZs.insert(0, np.multiply(dA, hidden.derivative(caches[layer - 1][2])))
    return dZs
