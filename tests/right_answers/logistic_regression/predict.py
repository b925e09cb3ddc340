import numpy as np

from helpers.activations import sigmoid
from helpers.logistic_loops import neuron


def at_once(w, b, X):
    return sigmoid(w.T @ X + b) > 0.5


def by_sign_of_z(w, b, X):
    return np.where(w.T @ X + b > 0, 1, 0)


def comprehension(w, b, X):
    return np.array([[1 if neuron(x.reshape(-1, 1), w, b) > 0.5 else 0 for x in X.T]])


def floats(w, b, X):
    answers = np.zeros((1, X.shape[1]))
    for i in range(X.shape[1]):
        if neuron(X[:, i : i + 1], w, b) > 0.5:
            answers[0, i] = 1.0
    return answers


def rounded_up(w, b, X):
    return np.ceil(sigmoid(w.T @ X + b) - 0.5).clip(0, 1)
