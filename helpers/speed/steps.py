"""A training step that makes no new array: parameters and buffers are the only memory it writes.

parameters is [(W1, b1), ...] and changes in place; buffers is [(Z1, A1, dZ1, dW1, db1), ...], made once.
Same numbers as `helpers.deep_network` to rounding. Not here: the cost, which a step does not need.
"""

import numpy as np

from helpers.speed.in_place import RELU, SIGMOID


def make_buffers(parameters, m):
    """Return [(Z, A, dZ, dW, db), ...], a tuple a layer: Z, A and dZ are (n[l], m), dW and db like W and b."""
    return [
        (*layer, np.empty((W.shape[0], m), W.dtype), np.empty(W.shape, W.dtype), np.empty_like(b))
        for layer, (W, b) in zip(forward_buffers(parameters, m), parameters, strict=True)
    ]


def forward_buffers(parameters, m):
    """Return [(Z, A), ...], a pair a layer, both (n[l], m): enough for predictions."""
    return [tuple(np.empty((W.shape[0], m), W.dtype) for _ in range(2)) for W, b in parameters]


def forward(X, parameters, buffers, hidden=RELU, output=SIGMOID):
    """Fill Z and A of every layer's buffers, without a new array, and return the last A, (n_y, m).

    buffers is [(Z, A, ...), ...], a tuple a layer that begins with Z and A, both (n[l], m). Z = W A_previous + b goes
    into Z by np.dot(..., out=Z) and np.add(..., out=Z); A = g(Z) by hidden.value(Z, A), in the last layer by
    output.value(Z, A). X is (n_x, m); parameters is [(W1, b1), ...].
    """
    A_previous, last = X, len(parameters) - 1
    for layer, ((W, b), (Z, A, *_)) in enumerate(zip(parameters, buffers, strict=True)):
        np.dot(W, A_previous, out=Z)
        np.add(Z, b, out=Z)
        (output if layer == last else hidden).value(Z, A)
        A_previous = A
    return A_previous


def step(X, Y, parameters, buffers, learning_rate, hidden=RELU, output=SIGMOID, dX=None):
    """Take one step of gradient descent, forward, back and update, without a new array.

    X is (n_x, m), Y is (n_y, m); parameters = [(W1, b1), ...] shall change in place;
    buffers = [(Z, A, dZ, dW, db), ...] are there to write into; nothing is returned.
    `forward` fills every Z and A.
    Into the last dZ goes (A − Y) α/m: with the learning rate α and 1/m put in once, dW = dZ
    A_previousᵀ and db = Σ dZ are the very steps to subtract. From the last layer to the first:
    dW and db; the dZ of the layer before, Wᵀ dZ * g′(Z), where hidden.slope(Z, A) turns that
    layer's Z into g′(Z); and only then W −= dW, b −= db.
    dX, where given, is filled with W1ᵀ dZ1, (n_x, m).
    """
    A = forward(X, parameters, buffers, hidden, output)
    dZ = np.subtract(A, Y, out=buffers[-1][2])
    dZ *= learning_rate / X.shape[1]
    for layer in reversed(range(len(parameters))):
        (W, b), (_, _, dZ, dW, db) = parameters[layer], buffers[layer]
        Z_previous, A_previous, dA = buffers[layer - 1][:3] if layer else (None, X, dX)
        np.dot(dZ, A_previous.T, out=dW)
        np.add.reduce(dZ, axis=1, keepdims=True, out=db)
        if dA is not None:
            np.dot(W.T, dZ, out=dA)
        if layer:
            hidden.slope(Z_previous, A_previous)
            dA *= Z_previous
        W -= dW
        b -= db


def update(parameters, gradients, learning_rate):
    """Move the parameters in place: W −= α dW and b −= α db in every layer.

    α is the learning rate; parameters is [(W1, b1), ...]; gradients is [(dW1, db1), ...] in the
    same shapes, free to be overwritten. Here the caller's arrays shall change. No new array;
    nothing is returned.
    """
    for (W, b), (dW, db) in zip(parameters, gradients, strict=True):
        dW *= learning_rate
        db *= learning_rate
        W -= dW
        b -= db
