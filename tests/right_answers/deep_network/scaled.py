"""Right answers written differently."""

import numpy as np


def by_counting(layer_sizes, rng, gain=2):
    parameters = []
    for layer in range(1, len(layer_sizes)):
        W = (
            rng.standard_normal((layer_sizes[layer], layer_sizes[layer - 1]))
            * (gain / layer_sizes[layer - 1]) ** 0.5
        )
        parameters.append((W, np.zeros((layer_sizes[layer], 1))))
    return parameters


def in_one_expression(layer_sizes, rng, gain=2):
    return [
        (rng.normal(0, np.sqrt(gain / k), size=(n, k)), np.zeros((n, 1)))
        for k, n in zip(layer_sizes[:-1], layer_sizes[1:], strict=True)
    ]


def from_the_last_layer(layer_sizes, rng, gain=2):
    sizes = list(zip(layer_sizes[1:], layer_sizes[:-1], strict=True))
    return [
        (np.sqrt(gain) * rng.normal(size=size) / np.sqrt(size[1]), np.zeros((size[0], 1)))
        for size in sizes[::-1]
    ][::-1]


def as_lists(layer_sizes, rng, gain=2):
    parameters = []
    for n, n_previous in zip(layer_sizes[1:], layer_sizes[:-1], strict=True):
        W = rng.normal(size=n * n_previous).reshape(n, n_previous)
        parameters += [[W * np.sqrt(gain / n_previous), np.full((n, 1), 0.0)]]
    return parameters


def transposed_draws(layer_sizes, rng, gain=2):
    result = ()
    for n_previous, n in zip(layer_sizes[:-1], layer_sizes[1:], strict=True):
        result += ((gain**0.5 * n_previous**-0.5 * rng.normal(size=(n_previous, n)).T, np.zeros(n)[:, None]),)
    return result
