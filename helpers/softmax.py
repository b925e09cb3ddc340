"""Softmax, the output of a network that chooses among many classes, and its cross-entropy.

Columns are examples: Z and A are (n_y, m), and Y is one-hot, (n_y, m): a single 1 in each column.
Finite for entries of ±1000. Not here: the layers below (`helpers.deep_network`).
"""

import numpy as np

from helpers.activations import Activation


def softmax(Z):
    """Return A, (n_y, m): in every column e^z divided by the sum of the e^z of that column.

    Z is (n_y, m). Subtract the column's largest entry from Z first: that changes nothing in the
    quotient, and keeps e^z from overflowing for z = 1000.
    """
    E = np.exp(Z - np.max(Z, axis=0, keepdims=True))
    return E / np.sum(E, axis=0, keepdims=True)


def softmax_gradient(Z, Y):
    """Return dZ = A − Y, (n_y, m), with A the softmax of Z and Y one-hot, both (n_y, m).

    Column i is the gradient of example i's loss −Σ y log a with respect to column i of Z.
    The 1/m of the cost enters later, in dW and db, as it always has.
    """
    return softmax(Z) - Y


def softmax_cost(A, Y):
    """Return the cost of A = softmax(Z), both (n_y, m): the mean over the columns of −Σ y log a.

    a is kept above 1e-15, so that the cost stays finite where the correct class was given no chance.
    """
    return -np.sum(Y * np.log(np.maximum(A, 1e-15))) / Y.shape[1]


def softmax_cost_from_logits(Z, Y):
    """Return the cost straight from Z: the mean over the columns of −Σ y log a, without a.

    Z is (n_y, m) and Y is one-hot, (n_y, m); the result is a number. In every column
    log a_k = z_k − log Σ e^z. With c the largest entry of the column,
    log Σ e^z = c + log Σ e^(z − c), and no exponent is above 0.
    """
    shifted = Z - np.max(Z, axis=0, keepdims=True)
    log_A = shifted - np.log(np.sum(np.exp(shifted), axis=0, keepdims=True))
    return -np.sum(Y * log_A) / Y.shape[1]


def one_hot(labels, n_classes):
    """Return Y, (n_classes, m): column i has a 1 in row labels[i] and 0 elsewhere; labels is (m,) or (1, m)."""
    return (np.arange(n_classes).reshape(-1, 1) == np.reshape(labels, (1, -1))).astype(float)


def classes(A):
    """Return the predicted class of every column of A, (n_y, m), as labels of shape (1, m)."""
    return np.argmax(A, axis=0, keepdims=True)


# In a network only the value is used: for softmax with cross-entropy the output layer's dZ is A − Y at once.
SOFTMAX = Activation("softmax", softmax, None)
