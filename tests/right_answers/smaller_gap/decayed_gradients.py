"""Right answers to `decayed_gradients`, written differently."""

import numpy as np


def loop(gradients, parameters, decay):
    result = []
    for layer in range(len(parameters)):
        dW, db = gradients[layer]
        result.append((dW + decay * parameters[layer][0], db))
    return result


def comprehension(gradients, parameters, decay):
    return [(dW + decay * W, db) for (dW, db), (W, b) in zip(gradients, parameters, strict=True)]


def copies(gradients, parameters, decay):
    new = [(dW.copy(), db.copy()) for dW, db in gradients]
    for (dW, _), (W, _) in zip(new, parameters, strict=True):
        dW += decay * W
    return new


def as_lists(gradients, parameters, decay):
    return [
        [np.add(dW, np.multiply(W, decay)), np.array(db)]
        for (dW, db), (W, b) in zip(gradients, parameters, strict=False)
    ]


def single_precision(gradients, parameters, decay):
    return tuple(
        ((dW + decay * W).astype(np.float32), db.astype(np.float32))
        for (dW, db), (W, _) in zip(gradients, parameters, strict=True)
    )
