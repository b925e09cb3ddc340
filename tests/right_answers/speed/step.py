import numpy as np

from helpers.speed.in_place import RELU, SIGMOID
from helpers.speed.steps import forward


def with_out_everywhere(X, Y, parameters, buffers, learning_rate, hidden=RELU, output=SIGMOID, dX=None):
    A = forward(X, parameters, buffers, hidden, output)
    dZ = buffers[-1][2]
    np.subtract(A, Y, out=dZ)
    np.multiply(dZ, learning_rate / X.shape[1], out=dZ)
    for layer in range(len(parameters) - 1, -1, -1):
        W, b = parameters[layer]
        _, _, dZ, dW, db = buffers[layer]
        np.dot(dZ, (buffers[layer - 1][1] if layer else X).T, out=dW)
        np.add.reduce(dZ, axis=1, keepdims=True, out=db)
        if layer:
            Z, A, dA, _, _ = buffers[layer - 1]
            np.dot(W.T, dZ, out=dA)
            hidden.slope(Z, A)
            np.multiply(dA, Z, out=dA)
        elif dX is not None:
            np.dot(W.T, dZ, out=dX)
        np.subtract(W, dW, out=W)
        np.subtract(b, db, out=b)


def with_matmul(X, Y, parameters, buffers, learning_rate, hidden=RELU, output=SIGMOID, dX=None):
    dZ = np.subtract(forward(X, parameters, buffers, hidden, output), Y, out=buffers[-1][2])
    dZ *= learning_rate
    dZ /= X.shape[1]
    inputs = [X, *(buffer[1] for buffer in buffers[:-1])]
    for layer in reversed(range(len(parameters))):
        dZ, dW, db = buffers[layer][2:]
        np.matmul(dZ, inputs[layer].T, out=dW)
        dZ.sum(axis=1, keepdims=True, out=db)
        if layer > 0:
            np.matmul(parameters[layer][0].T, dZ, out=buffers[layer - 1][2])
            hidden.slope(buffers[layer - 1][0], inputs[layer])
            np.multiply(buffers[layer - 1][0], buffers[layer - 1][2], out=buffers[layer - 1][2])
        elif dX is not None:
            np.matmul(parameters[0][0].T, dZ, out=dX)
        parameters[layer][0][...] -= dW
        parameters[layer][1][...] -= db


def gradients_first(X, Y, parameters, buffers, learning_rate, hidden=RELU, output=SIGMOID, dX=None):
    dZ = np.subtract(forward(X, parameters, buffers, hidden, output), Y, out=buffers[-1][2])
    dZ *= learning_rate / Y.shape[1]
    for layer in reversed(range(1, len(parameters))):
        Z, A, dA, _, _ = buffers[layer - 1]
        np.dot(parameters[layer][0].T, buffers[layer][2], out=dA)
        np.dot(buffers[layer][2], A.T, out=buffers[layer][3])
        hidden.slope(Z, A)
        dA *= Z
    np.dot(buffers[0][2], X.T, out=buffers[0][3])
    if dX is not None:
        np.dot(parameters[0][0].T, buffers[0][2], out=dX)
    for (W, b), (_, _, dZ, dW, db) in zip(parameters, buffers, strict=True):
        np.sum(dZ, axis=1, keepdims=True, out=db)
        W -= dW
        b -= db


def one_layer_at_a_time(X, Y, parameters, buffers, learning_rate, hidden=RELU, output=SIGMOID, dX=None):
    def back(layer):
        if layer < 0:
            return
        (W, b), (_, _, dZ, dW, db) = parameters[layer], buffers[layer]
        np.dot(dZ, (buffers[layer - 1][1] if layer else X).T, out=dW)
        np.sum(dZ, axis=1, keepdims=True, out=db)
        if layer:
            below = buffers[layer - 1]
            np.dot(W.T, dZ, out=below[2])
            hidden.slope(below[0], below[1])
            np.multiply(below[2], below[0], out=below[2])
        elif dX is not None:
            np.dot(W.T, dZ, out=dX)
        np.subtract(W, dW, out=W)
        np.subtract(b, db, out=b)
        back(layer - 1)

    forward(X, parameters, buffers, hidden, output)
    dZ = buffers[-1][2]
    np.subtract(buffers[-1][1], Y, out=dZ)
    dZ *= learning_rate / Y.shape[1]
    back(len(parameters) - 1)


def rate_at_the_end(X, Y, parameters, buffers, learning_rate, hidden=RELU, output=SIGMOID, dX=None):
    A, m = forward(X, parameters, buffers, hidden, output), X.shape[1]
    np.subtract(A, Y, out=buffers[-1][2])
    for layer in reversed(range(len(parameters))):
        (W, b), (_, _, dZ, dW, db) = parameters[layer], buffers[layer]
        np.dot(dZ, (buffers[layer - 1][1] if layer else X).T, out=dW)
        np.sum(dZ, axis=1, keepdims=True, out=db)
        if layer:
            np.dot(W.T, dZ, out=buffers[layer - 1][2])
            hidden.slope(*buffers[layer - 1][:2])
            np.multiply(buffers[layer - 1][2], buffers[layer - 1][0], out=buffers[layer - 1][2])
        elif dX is not None:
            np.multiply(np.dot(W.T, dZ, out=dX), learning_rate / m, out=dX)
        dW *= learning_rate / m
        db *= learning_rate / m
        W -= dW
        b -= db


def with_einsum(X, Y, parameters, buffers, learning_rate, hidden=RELU, output=SIGMOID, dX=None):
    forward(X, parameters, buffers, hidden, output)
    dZ = buffers[-1][2]
    np.copyto(dZ, buffers[-1][1])
    dZ -= Y
    dZ *= learning_rate / len(X.T)
    for layer in range(len(parameters))[::-1]:
        W, b = parameters[layer]
        dZ, dW, db = buffers[layer][2:]
        np.einsum("im,jm->ij", dZ, buffers[layer - 1][1] if layer else X, out=dW)
        np.einsum("im->i", dZ, out=db[:, 0])
        below = buffers[layer - 1][2] if layer else dX
        if below is not None:
            np.einsum("ij,im->jm", W, dZ, out=below)
        if layer:
            hidden.slope(*buffers[layer - 1][:2])
            below[:] *= buffers[layer - 1][0]
        W[:] -= dW
        b[:] -= db
