"""One unit of a layer, written differently."""

import numpy as np

from helpers.activations import sigmoid
from helpers.logistic_loops import neuron


def as_a_neuron(x, W, b, j):
    return neuron(x, W[j].reshape(-1, 1), b[j, 0])


def all_and_one(x, W, b, j):
    return sigmoid(W @ x + b)[j, 0]


def in_brackets(x, W, b, j):
    return sigmoid(W[[j]] @ x + b[[j]])


def in_a_loop(x, W, b, j):
    z = b[j, 0]
    for k in range(W.shape[1]):
        z += W[j, k] * x[k, 0]
    return 1 / (1 + np.exp(-z))


def summed(x, W, b, j):
    return float(sigmoid(np.sum(W[j] * x[:, 0]) + b[j, 0]))


def with_axes(x, W, b, j):
    return sigmoid(W[j] @ x + b[j])
