"""Right answers to `repair_decayed`, written differently."""

import numpy as np


def loop(cost, gradients, parameters, decay):
    new = []
    for (dW, db), (W, _) in zip(gradients, parameters, strict=True):
        cost = cost + decay / 2 * np.sum(W**2)
        new.append((dW + decay * W, db))
    return cost, new


def by_index(cost, gradients, parameters, decay):
    price, new = 0.0, []
    for layer in range(len(parameters)):
        W = parameters[layer][0]
        dW, db = gradients[layer]
        price += np.linalg.norm(W) ** 2
        new.append([dW + decay * W, db])
    return [cost + 0.5 * decay * price, new]


def copies(cost, gradients, parameters, decay):
    new = [(dW.copy(), db.copy()) for dW, db in gradients]
    for (dW, _), (W, _) in zip(new, parameters, strict=True):
        dW += decay * W
    return cost + decay * sum((W * W).sum() for W, _ in parameters) / 2, new


def with_functions(cost, gradients, parameters, decay):
    from helpers.regularization import decayed_cost, decayed_gradients

    return decayed_cost(cost, parameters, decay), decayed_gradients(gradients, parameters, decay)


def single_precision(cost, gradients, parameters, decay):
    squares = sum(np.sum(W**2) for W, _ in parameters)
    slopes = [
        ((dW + decay * W).astype(np.float32), db.astype(np.float32))
        for (dW, db), (W, _) in zip(gradients, parameters, strict=True)
    ]
    return np.float32(cost + decay / 2 * squares), slopes
