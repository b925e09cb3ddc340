import numpy as np

from helpers.activations import sigmoid


def dot(x, w, b):
    return sigmoid(float((w.T @ x)[0, 0]) + b)


def summed(x, w, b):
    return sigmoid(np.sum(w * x) + b)


def with_zip(x, w, b):
    return sigmoid(b + sum(weight * feature for weight, feature in zip(w[:, 0], x[:, 0], strict=True)))


def backwards(x, w, b):
    z = 0.0
    for j in reversed(range(w.shape[0])):
        z += x[j][0] * w[j][0]
    return 1 / (1 + np.exp(-(z + b)))


def einsum(x, w, b):
    return 1 / (1 + np.exp(-np.einsum("ji,ji->", w, x) - b))


def in_single_precision(x, w, b):
    z = np.sum(w.astype(np.float32) * x.astype(np.float32)) + np.float32(b)
    return np.float32(sigmoid(z))
