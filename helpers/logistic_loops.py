"""Logistic regression, one example after another. `helpers.logistic_regression` does the same without loops.

w is (n_x, 1), b a number, X is (n_x, m), Y is (1, m). Not here: speed.
"""

import numpy as np

from helpers.activations import sigmoid
from helpers.losses import loss


def neuron(x, w, b):
    """Return the output a = σ(z) of one example, with z = w1 x1 + w2 x2 + … + b.

    x and w are columns, (n_x, 1), of any length n_x; b and the result are numbers.
    """
    z = b
    for j in range(len(w)):
        z = z + w[j, 0] * x[j, 0]
    return sigmoid(z)


def one_unit(x, W, b, j):
    """Return the output a = σ(z) of unit j of a layer, a number: z = W[j] x + b[j], j from 0.

    x is one example, (n_x, 1). W is (n_h, n_x), a row for each unit; b is (n_h, 1).
    """
    z = W[j] @ x + b[j]
    return sigmoid(z).item()


def backward_one(x, y, w, b):
    """Return (dw, db), the gradient of the loss of one example.

    Forward: a = neuron(x, w, b). Backward: dz = a − y, dw = dz · x, db = dz.
    x, w and dw are columns, (n_x, 1); y, b and db are numbers.
    """
    a = neuron(x, w, b)
    dz = a - y
    return dz * x, dz


def gradient_loop(w, b, X, Y):
    """Return (dw, db, J): the gradient of the cost and the cost, over m examples, in a loop.

    Each is the mean over the columns of X, (n_x, m), and Y, (1, m), of what one example gives:
    dw and db of `backward_one`, and the loss. dw is (n_x, 1) like w; db and J are numbers.
    """
    m = X.shape[1]
    dw, db, J = np.zeros(w.shape), 0.0, 0.0
    for i in range(m):
        x, y = X[:, [i]], Y[0, i]
        dw_i, db_i = backward_one(x, y, w, b)
        dw = dw + dw_i
        db = db + db_i
        J = J + loss(neuron(x, w, b), y)
    return dw / m, db / m, J / m


def descend(w, b, X, Y, learning_rate, iterations):
    """Return (w, b, costs) after `iterations` steps of gradient descent from the given w and b.

    Each step: dw, db, J = gradient_loop(w, b, X, Y); then w − α dw and b − α db with the
    learning rate α. costs is a list with the J of every step, before its update.
    The caller's w stays as it is.
    """
    costs = []
    for _ in range(iterations):
        dw, db, J = gradient_loop(w, b, X, Y)
        w = w - learning_rate * dw
        b = b - learning_rate * db
        costs.append(J)
    return w, b, costs


def predict(w, b, X):
    """Return the predicted labels, (1, m): 1 where the neuron's output is above ½, else 0.

    The columns of X, (n_x, m), are the examples; w is (n_x, 1), b is a number.
    """
    predictions = np.zeros((1, X.shape[1]), dtype=int)
    for i in range(X.shape[1]):
        predictions[0, i] = neuron(X[:, [i]], w, b) > 0.5
    return predictions
