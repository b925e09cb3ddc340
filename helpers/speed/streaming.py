"""Predictions for any number of examples in bounded memory: a chunk of columns at a time, in the same buffers.

X may be a memory-mapped array or an HDF5 data set, (n_x, m): only one chunk of it is read at once. What comes back,
one column an example, is the only thing that grows with m.
"""

import numpy as np

from helpers.speed.in_place import IDENTITY, RELU, SIGMOID, SOFTMAX, TANH
from helpers.speed.steps import forward, forward_buffers

CHUNK = 1024


def outputs(X, parameters, hidden=RELU, output=SIGMOID, chunk=CHUNK):
    """Yield the outputs, (n_y, at most chunk), of the columns of X, (n_x, m), in order; each is gone with the next."""
    buffers, width = None, 0
    for start in range(0, X.shape[1], chunk):
        columns = np.asarray(X[:, start : start + chunk])
        if columns.shape[1] != width:
            width = columns.shape[1]
            buffers = forward_buffers(parameters, width)
        yield forward(columns, parameters, buffers, hidden, output)


def labels(X, parameters, hidden=RELU, chunk=CHUNK):
    """Return the predicted labels, (n_y, m), of a network with sigmoid outputs: 1 where A > ½, else 0."""
    found = np.empty((len(parameters[-1][0]), X.shape[1]), dtype=int)
    for i, A in enumerate(outputs(X, parameters, hidden, SIGMOID, chunk)):
        found[:, i * chunk : i * chunk + A.shape[1]] = A > 0.5
    return found


def predict_logistic(w, b, X, chunk=CHUNK):
    """Return what `helpers.logistic_regression.predict` returns, (1, m), for w (n_x, 1) and a number b."""
    return labels(X, [(w.T, np.full((1, 1), b, w.dtype))], chunk=chunk)


def predict_shallow(X, parameters, chunk=CHUNK):
    """Return what `helpers.shallow_network.predict` returns, (n_y, m), for a tanh hidden layer."""
    return labels(X, parameters, TANH, chunk)


def predict_deep(X, parameters, hidden=RELU, chunk=CHUNK):
    """Return what `helpers.deep_network.predict` returns, (n_y, m)."""
    return labels(X, parameters, hidden, chunk)


def predict_numbers(X, parameters, hidden=RELU, chunk=CHUNK):
    """Return what `helpers.regression.predict` returns, (n_y, m), for a linear output."""
    found = np.empty((len(parameters[-1][0]), X.shape[1]), parameters[-1][0].dtype)
    for i, A in enumerate(outputs(X, parameters, hidden, IDENTITY, chunk)):
        found[:, i * chunk : i * chunk + A.shape[1]] = A
    return found


def predict_classes(X, parameters, hidden=RELU, chunk=CHUNK):
    """Return what `helpers.classifier.predict` returns: the most probable class of every column, (1, m)."""
    found = np.empty((1, X.shape[1]), dtype=int)
    for i, A in enumerate(outputs(X, parameters, hidden, SOFTMAX, chunk)):
        np.argmax(A, axis=0, out=found[0, i * chunk : i * chunk + A.shape[1]])
    return found
