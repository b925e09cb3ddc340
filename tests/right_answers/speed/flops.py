import numpy as np


def with_a_loop(layer_sizes, m):
    total = 0
    for layer in range(1, len(layer_sizes)):
        products = 2 if layer == 1 else 3
        total += products * 2 * layer_sizes[layer] * layer_sizes[layer - 1] * m
    return total


def by_arrays(layer_sizes, m):
    sizes = np.array(layer_sizes)
    counts = 2 * sizes[1:] * sizes[:-1] * m
    return 3 * counts.sum() - counts[0]


def by_products(layer_sizes, m):
    forward = sum(2 * p * q * m for p, q in zip(layer_sizes, layer_sizes[1:], strict=False))
    down = sum(2 * p * q * m for p, q in zip(layer_sizes[1:], layer_sizes[2:], strict=False))
    return forward + forward + down


def with_a_dot(layer_sizes, m):
    weights = np.dot(layer_sizes[:-1], layer_sizes[1:])
    return int(2 * m * (3 * weights - layer_sizes[0] * layer_sizes[1]))


def from_the_top(layer_sizes, m):
    if len(layer_sizes) == 2:
        return 4 * layer_sizes[0] * layer_sizes[1] * m
    return from_the_top(layer_sizes[:-1], m) + 6 * layer_sizes[-1] * layer_sizes[-2] * m


def as_a_float(layer_sizes, m):
    first, *others = [2.0 * p * q * m for p, q in zip(layer_sizes[:-1], layer_sizes[1:], strict=True)]
    return 2 * first + 3 * sum(others)
