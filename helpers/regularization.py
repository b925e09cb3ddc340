"""Four ways to a smaller gap between training and validation: weight decay, early stopping, dropout, shifted copies.

parameters is a list of layers; the first array of each is W, and only W decays. Columns are examples.
Not here: the network in which they act together (`helpers.regularized_network`).
"""

import numpy as np


def decayed_cost(cost, parameters, decay):
    """Return J + λ/2 · (the sum of the squares of all weights), a number.

    cost is J, decay is λ, parameters is [(W1, b1), ..., (WL, bL)]. The biases are not counted.
    """
    return cost + decay / 2 * sum(np.sum(W**2) for W, *_ in parameters)


def decayed_gradients(gradients, parameters, decay):
    """Return [(dW1 + λ W1, db1), ..., (dWL + λ WL, dbL)], the gradient of the decayed cost.

    gradients is [(dW1, db1), ...] and parameters is [(W1, b1), ...], in the same shapes; decay
    is λ. The lists and arrays that came in stay as they are.
    """
    return [(dW + decay * W, *rest) for (dW, *rest), (W, *_) in zip(gradients, parameters, strict=True)]


def decayed_pair(cost, gradients, parameters, decay):
    """Return (Jλ, its gradient), with Jλ = J + λ/2 · (the sum of the squares of all weights).

    cost is J, a number; gradients is the gradient of J, [(dW1, db1), ...]; parameters is
    [(W1, b1), ...], in the same shapes; decay is λ. The gradient of Jλ is a list like
    gradients. The lists and arrays that came in stay as they are.
    """
    squares = sum(np.sum(W**2) for W, _ in parameters)
    slopes = [(dW + decay * W, db) for (dW, db), (W, _) in zip(gradients, parameters, strict=True)]
    return cost + decay / 2 * squares, slopes


def decayed_update(parameters, gradients, learning_rate, decay):
    """Return new parameters: (1 − αλ) W − α dW and b − α db in every layer.

    α is the learning rate and λ the decay; gradients are those of the cost without decay.
    parameters is [(W1, b1), ...], gradients is [(dW1, db1), ...], in the same shapes. The
    arrays that came in stay as they are.
    """
    shrink = 1 - learning_rate * decay
    return [
        (shrink * W - learning_rate * dW, b - learning_rate * db)
        for (W, b), (dW, db) in zip(parameters, gradients, strict=True)
    ]


def early_stopping(costs, patience):
    """Return (best, stop): the epoch with the lowest cost so far, and the last one trained.

    costs is a list of validation costs, costs[0] for epoch 1. Training stops as soon as
    `patience` epochs in a row have brought no new lowest cost, or when the list ends. best is
    the first epoch with the lowest cost among epochs 1 to stop.
    """
    best = 1
    for epoch in range(1, len(costs) + 1):
        if costs[epoch - 1] < costs[best - 1]:
            best = epoch
        if epoch - best == patience:
            return best, epoch
    return best, len(costs)


def dropout_forward(A, keep, rng):
    """Return (A * mask, mask), both in the shape of A, (n, m).

    Every entry of the mask is drawn by itself, from rng: 1/keep with probability keep, else 0.
    0 < keep ≤ 1.
    """
    mask = (rng.random(A.shape) < keep) / np.array(keep, A.dtype)
    return A * mask, mask


def dropout_backward(dA, mask):
    """Return the gradient with respect to the A of dropout_forward, in the shape of dA, (n, m).

    dA is the gradient with respect to its first result, A * mask; mask is the mask of that
    forward pass.
    """
    return dA * mask


def dropout_layer(A, keep, rng, training):
    """Return A after dropout, (n, m): in training A * mask, otherwise A as it is.

    Every entry of the mask is drawn by itself, from rng: 1/keep with probability keep, else 0.
    training is True or False.
    """
    if training:
        mask = rng.random(A.shape) < keep
        return A * mask / keep
    return A


def shift_images(images, down, right):
    """Return the images, (m, h, w), moved down by `down` rows and right by `right` columns.

    Negative numbers move them up and left; |down| < h and |right| < w. What leaves a picture is
    lost, and zeros come in at the other side. The result is a new array of the same shape.
    """
    _, h, w = images.shape
    frame = max(abs(down), abs(right))
    framed = np.pad(images, ((0, 0), (frame, frame), (frame, frame)))
    top, left = frame - down, frame - right
    return framed[:, top : top + h, left : left + w]


def shift_columns(X, most, rng, shape=(28, 28)):
    """Return X, (h·w, m), with every column's image moved at random by up to `most` pixels in both directions.

    shape is (h, w), that of an image.
    """
    images, shifts = X.T.reshape(-1, *shape), rng.integers(-most, most + 1, (X.shape[1], 2))
    moved = np.empty_like(images)
    for shift in np.unique(shifts, axis=0):
        alike = (shifts == shift).all(axis=1)
        moved[alike] = shift_images(images[alike], *shift)
    return moved.reshape(len(moved), -1).T
