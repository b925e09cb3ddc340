"""Right answers to `decayed_cost`, written differently."""

import numpy as np


def loop(cost, parameters, decay):
    total = 0
    for W, _ in parameters:
        for w in W.ravel():
            total += w * w
    return cost + decay * total / 2


def adding_up(cost, parameters, decay):
    for layer in parameters:
        cost = cost + 0.5 * decay * np.sum(np.square(layer[0]))
    return cost


def norms(cost, parameters, decay):
    return cost + decay / 2 * np.sum([np.linalg.norm(W) ** 2 for W, b in parameters])


def one_long_vector(cost, parameters, decay):
    w = np.concatenate([W.ravel() for W, b in parameters])
    return cost + decay / 2 * (w @ w)


def dot_products(cost, parameters, decay):
    return (2 * cost + decay * sum(np.vdot(W, W) for W, b in parameters)) / 2


def as_an_array(cost, parameters, decay):
    return np.array(cost + decay * sum((W * W).sum() for (W, b) in parameters) * 0.5)
