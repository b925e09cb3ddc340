"""Small random weights drawn differently."""

import numpy as np


def comprehension(n_x, n_h, n_y, rng):
    return [(0.01 * rng.normal(size=(n, k)), np.zeros((n, 1))) for n, k in ((n_h, n_x), (n_y, n_h))]


def standard_normal(n_x, n_h, n_y, rng):
    W1 = rng.standard_normal((n_h, n_x)) * 0.01
    b1 = np.zeros([n_h, 1])
    W2 = rng.standard_normal((n_y, n_h)) * 0.01
    b2 = np.zeros([n_y, 1])
    return (W1, b1), (W2, b2)


def second_layer_first(n_x, n_h, n_y, rng):
    W2 = rng.normal(0, 0.01, (n_y, n_h))
    W1 = rng.normal(0, 0.01, (n_h, n_x))
    return [[W1, np.zeros((n_h, 1))], [W2, np.zeros((n_y, 1))]]


def uniform(n_x, n_h, n_y, rng):
    W1 = rng.uniform(-0.02, 0.02, size=(n_h, n_x))
    W2 = rng.uniform(-0.02, 0.02, size=(n_y, n_h))
    return [(W1, np.zeros((n_h, 1))), (W2, np.zeros((n_y, 1)))]


def from_a_child(n_x, n_h, n_y, rng):
    (child,) = rng.spawn(1)
    W1 = child.normal(scale=0.01, size=(n_h, n_x))
    W2 = child.normal(scale=0.01, size=(n_y, n_h))
    return [(W1, np.zeros(shape=(n_h, 1))), (W2, np.zeros(shape=(n_y, 1)))]


def entry_by_entry(n_x, n_h, n_y, rng):
    W1 = np.array([[0.01 * rng.normal() for _ in range(n_x)] for _ in range(n_h)])
    W2 = np.array([[0.01 * rng.normal() for _ in range(n_h)] for _ in range(n_y)])
    return [(W1, 0 * W1[:, :1]), (W2, 0 * W2[:, :1])]
