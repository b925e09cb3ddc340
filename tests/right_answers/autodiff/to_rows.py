"""Right answers written differently."""

import numpy as np


def with_a_loop(X, Y, parameters):
    turned = []
    for W, b in parameters:
        turned.append((W, b.ravel()))
    return np.transpose(X), np.transpose(Y), turned


def with_reshape(X, Y, parameters):
    return X.T, Y.T, [(W, np.reshape(b, -1)) for W, b in parameters]


def with_copies(X, Y, parameters):
    return X.T.copy(), Y.T.copy(), [(W.copy(), b.flatten()) for W, b in parameters]


def with_squeeze(X, Y, parameters):
    return [X.transpose(), Y.transpose(), [[W, b.squeeze(axis=1)] for W, b in parameters]]


def example_by_example(X, Y, parameters):
    rows = [X[:, i] for i in range(X.shape[1])]
    answers = [Y[:, i] for i in range(Y.shape[1])]
    return np.array(rows), np.array(answers), tuple((W, b[:, 0]) for W, b in parameters)
