"""The classifier of notebook 06 with everything that 08 adds: a `Recipe` says which of it is used.

A hidden layer is (W, b), or (W, γ, β) with batch normalization, which makes b superfluous. Columns are examples, Y is
one-hot, (n_y, m). Training keeps the kind of numbers that X has. Not here: the single ideas (`helpers.regularization`,
`helpers.optimizers`, `helpers.normalization`).
"""

from typing import NamedTuple

import numpy as np

from helpers.activations import relu, relu_derivative
from helpers.gradient_descent import Step
from helpers.initialization import scaled
from helpers.normalization import batchnorm_backward, batchnorm_forward, batchnorm_predict
from helpers.optimizers import DESCENT, Optimizer, falling_rate
from helpers.regularization import decayed_gradients, dropout_backward, dropout_forward, shift_columns
from helpers.softmax import softmax, softmax_cost
from helpers.splits import mini_batches


class Recipe(NamedTuple):
    """All hyperparameters of a training; as it stands, plain mini-batch gradient descent."""

    units: tuple = (128,)
    learning_rate: float = 0.1
    epochs: int = 20
    size: int = 64
    optimizer: Optimizer = DESCENT
    falls: bool = False  # the learning rate, along a cosine
    decay: float = 0.0
    keep: float = 1.0
    shift: int = 0  # pixels, at most, in both directions
    batchnorm: bool = False


def initial(X, n_y, recipe, rng):
    """Return the parameters before the first step for X, (n_x, m), in its kind of numbers."""
    layers = scaled((X.shape[0], *recipe.units, n_y), rng)
    if recipe.batchnorm:
        layers = [*((W, np.ones_like(b), b) for W, b in layers[:-1]), layers[-1]]
    return [tuple(array.astype(X.dtype) for array in layer) for layer in layers]


def forward(X, parameters, keep=1.0, rng=None):
    """Return (A, caches) of a pass in training: batch statistics, and dropout in the hidden layers.

    A is (n_y, m); a hidden layer's cache is (A_previous, Z, batch normalization's cache or None, mask).
    """
    A, caches = X, []
    for W, *rest in parameters[:-1]:
        A_previous, normal, mask = A, None, None
        if len(rest) == 2:
            Z, normal = batchnorm_forward(W @ A_previous, *rest)
        else:
            Z = W @ A_previous + rest[0]
        A = relu(Z)
        if keep < 1:
            A, mask = dropout_forward(A, keep, rng)
        caches.append((A_previous, Z, normal, mask))
    W, b = parameters[-1]
    caches.append((A, None, None, None))
    return softmax(W @ A + b), caches


def backward(A, Y, parameters, caches):
    """Return the gradients, in the form of parameters: the lines of `forward` in reverse order."""
    gradients, dZ, m = [], A - Y, Y.shape[1]
    for layer in range(len(parameters) - 1, -1, -1):
        A_previous, Z, normal, mask = caches[layer]
        if layer < len(parameters) - 1:
            dA = parameters[layer + 1][0].T @ dZ
            if mask is not None:
                dA = dropout_backward(dA, mask)
            dZ = dA * relu_derivative(Z)
        rest = (np.sum(dZ, axis=1, keepdims=True) / m,)
        if normal is not None:
            dZ, *rest = batchnorm_backward(dZ, normal)
        gradients.insert(0, (dZ @ A_previous.T / m, *rest))
    return gradients


def gradient_and_cost(X, Y, parameters, keep=1.0, rng=None):
    """Return (gradients, cost) of one pass in training, forward and back; X is (n_x, m) and Y is (n_y, m)."""
    A, caches = forward(X, parameters, keep, rng)
    return backward(A, Y, parameters, caches), softmax_cost(A, Y)


def folded(parameters, X):
    """Return ordinary parameters [(W, b), ...]: batch normalization, with the statistics of X, put into W and b.

    γ (W a − mean) / √variance + β is again a matrix times a plus a column. X is (n_x, m), the training examples.
    """
    if all(len(layer) == 2 for layer in parameters):
        return parameters
    ordinary, A = [], X
    for W, *rest in parameters:
        b = rest[-1]
        if len(rest) == 2:
            Z = W @ A
            zero, one = np.zeros_like(b), np.ones_like(b)
            mean, variance = np.mean(Z, axis=1, keepdims=True), np.var(Z, axis=1, keepdims=True)
            gamma = batchnorm_predict(one, rest[0], zero, zero, variance)
            W, b = gamma * W, batchnorm_predict(zero, rest[0], b, mean, variance)
        ordinary.append((W, b))
        A = relu(W @ A + b)
    return ordinary


def training_steps(X, Y, recipe, rng, mean=0):
    """Yield a `Step` after every epoch of a recipe, with ordinary parameters [(W, b), ...].

    X is (n_x, m), Y is one-hot, (n_y, m). mean, (n_x, 1), is what has been subtracted from the pixels: a picture is
    shifted before that, when black is 0.
    """
    parameters = initial(X, Y.shape[0], recipe, rng)
    memory, t = recipe.optimizer.begin(parameters), 0
    steps = recipe.epochs * -(-X.shape[1] // recipe.size)
    for epoch in range(1, recipe.epochs + 1):
        costs = []
        for X_batch, Y_batch in mini_batches(X, Y, recipe.size, rng):
            t += 1
            if recipe.shift:
                X_batch = shift_columns(X_batch + mean, recipe.shift, rng) - mean
            gradients, cost = gradient_and_cost(X_batch, Y_batch, parameters, recipe.keep, rng)
            gradients = decayed_gradients(gradients, parameters, recipe.decay)
            rate = falling_rate(recipe.learning_rate, t, steps) if recipe.falls else recipe.learning_rate
            parameters, memory = recipe.optimizer.update(parameters, gradients, memory, t, float(rate))
            costs.append(cost)
        yield Step(epoch, folded(parameters, X), float(np.mean(costs)))


def train_recipe(X, Y, recipe, rng, mean=0, watch=None):
    """Return ordinary parameters after all epochs of a recipe; `watch(step)` may end it by returning True."""
    for step in training_steps(X, Y, recipe, rng, mean):
        if watch is not None and watch(step):
            break
    return step.parameters
