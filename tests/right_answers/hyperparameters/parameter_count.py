"""Right answers to `parameter_count`, written differently."""

import numpy as np


def loop(layer_sizes):
    total = 0
    for layer in range(1, len(layer_sizes)):
        total += layer_sizes[layer] * layer_sizes[layer - 1]
        total += layer_sizes[layer]
    return total


def with_an_extra_input(layer_sizes):
    return sum((before + 1) * n for before, n in zip(layer_sizes, layer_sizes[1:], strict=False))


def with_arrays(layer_sizes):
    n = np.array(layer_sizes)
    return np.sum(n[1:] * n[:-1]) + np.sum(n[1:])


def as_a_float(layer_sizes):
    n = np.array(layer_sizes, dtype=float)
    return n[1:] @ n[:-1] + n[1:].sum()


def recursive(layer_sizes):
    if len(layer_sizes) < 2:
        return 0
    *front, before, n = layer_sizes
    return recursive([*front, before]) + n * before + n


def by_making_the_arrays(layer_sizes):
    shapes = [(n, before) for before, n in zip(layer_sizes[:-1], layer_sizes[1:], strict=True)]
    return sum(np.zeros(shape).size + np.zeros((shape[0], 1)).size for shape in shapes)
