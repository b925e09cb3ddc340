"""Right answers written differently."""

import numpy as np

from helpers.activations import RELU


def by_the_recursion(AL, Y, caches, hidden=RELU):
    m = Y.shape[1]
    dZ = AL - Y
    gradients = []
    for layer in reversed(range(len(caches))):
        A_previous, W, _ = caches[layer]
        gradients.insert(0, (dZ @ A_previous.T / m, dZ.sum(axis=1, keepdims=True) / m))
        if layer:
            dZ = (W.T @ dZ) * hidden.derivative(caches[layer - 1][2])
    return gradients


def from_the_slope_of_the_loss(AL, Y, caches, hidden=RELU):
    m = Y.shape[1]
    dA = -Y / AL + (1 - Y) / (1 - AL)
    gradients = [None] * len(caches)
    for layer in range(len(caches) - 1, -1, -1):
        A_previous, W, Z = caches[layer]
        slope = AL * (1 - AL) if layer == len(caches) - 1 else hidden.derivative(Z)
        dZ = dA * slope
        gradients[layer] = (dZ @ A_previous.T / m, np.mean(dZ, axis=1, keepdims=True))
        dA = W.T @ dZ
    return gradients


def one_layer_and_the_rest(AL, Y, caches, hidden=RELU):
    def down(dZ, caches):
        *before, (A_previous, W, _) = caches
        own = (dZ @ A_previous.T / dZ.shape[1], dZ.mean(axis=1, keepdims=True))
        if not before:
            return [own]
        return [*down((W.T @ dZ) * hidden.derivative(before[-1][2]), before), own]

    return down(AL - Y, list(caches))


def example_by_example(AL, Y, caches, hidden=RELU):
    m = Y.shape[1]
    gradients = [(np.zeros(W.shape), np.zeros((len(W), 1))) for _, W, _ in caches]
    for i in range(m):
        dz = AL[:, [i]] - Y[:, [i]]
        for layer in range(len(caches) - 1, -1, -1):
            A_previous, W, _ = caches[layer]
            dW, db = gradients[layer]
            dW += dz @ A_previous[:, [i]].T / m
            db += dz / m
            if layer:
                dz = (W.T @ dz) * hidden.derivative(caches[layer - 1][2][:, [i]])
    return gradients


def all_errors_first(AL, Y, caches, hidden=RELU):
    dZs = [AL - Y]
    for (_, W, _), (_, _, Z) in zip(caches[:0:-1], caches[-2::-1], strict=True):
        dZs = [np.dot(W.T, dZs[0]) * hidden.derivative(Z), *dZs]
    return tuple(
        (np.dot(dZ, A.T) / Y.shape[1], np.sum(dZ, axis=1).reshape(-1, 1) / Y.shape[1])
        for dZ, (A, _, _) in zip(dZs, caches, strict=True)
    )
