import numpy as np

from helpers.activations import sigmoid
from helpers.logistic_loops import neuron


def through_da(x, y, w, b):
    a = neuron(x, w, b)
    da = -y / a + (1 - y) / (1 - a)
    dz = da * a * (1 - a)
    return dz * x, dz


def entry_by_entry(x, y, w, b):
    dz = neuron(x, w, b) - y
    dw = np.zeros((len(x), 1))
    for j in range(len(x)):
        dw[j, 0] = x[j, 0] * dz
    return dw, dz


def one_line(x, y, w, b):
    return (sigmoid(np.sum(w * x) + b) - y) * x, sigmoid(np.sum(w * x) + b) - y


def as_list(x, y, w, b):
    dz = sigmoid((w.T @ x).item() + b) - y
    return [np.array([[dz * v] for v in x[:, 0]]), float(dz)]


def zero_dimensional(x, y, w, b):
    dz = np.array(neuron(x, w, b) - y)
    return np.multiply(x, dz), dz


def in_single_precision(x, y, w, b):
    dz = np.float32(neuron(x, w, b)) - np.float32(y)
    return x.astype(np.float32) * dz, dz
