"""Right answers to `repair_decay`, written differently."""

import numpy as np


def gradient_first(parameters, gradients, learning_rate, decay):
    new = []
    for (W, b), (dW, db) in zip(parameters, gradients, strict=True):
        dW = dW + decay * W
        new.append((W - learning_rate * dW, b - learning_rate * db))
    return new


def three_terms(parameters, gradients, learning_rate, decay):
    return [
        (W - learning_rate * decay * W - learning_rate * dW, b - learning_rate * db)
        for (W, b), (dW, db) in zip(parameters, gradients, strict=True)
    ]


def by_index(parameters, gradients, learning_rate, decay):
    result = []
    for layer in range(len(parameters)):
        W, b = parameters[layer]
        dW, db = gradients[layer]
        result.append([(1 - decay * learning_rate) * W - learning_rate * dW, b - learning_rate * db])
    return result


def with_copies(parameters, gradients, learning_rate, decay):
    new = [(W.copy(), b.copy()) for W, b in parameters]
    for (W, b), (dW, db) in zip(new, gradients, strict=True):
        W *= 1 - learning_rate * decay
        W -= learning_rate * dW
        b -= learning_rate * db
    return new


def single_precision(parameters, gradients, learning_rate, decay):
    shrink = 1 - learning_rate * decay
    return [
        ((shrink * W - learning_rate * dW).astype(np.float32), (b - learning_rate * db).astype(np.float32))
        for (W, b), (dW, db) in zip(parameters, gradients, strict=True)
    ]
