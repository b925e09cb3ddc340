"""A race: which way of training reaches an accuracy first, in seconds of processor time.

A contestant is a generator that yields parameters, [(W1, b1), ...], now and then while it trains. Only the training is
timed, not the measuring of the accuracy.
"""

import numpy as np

from helpers.classifier import class_accuracy, gradient_and_cost
from helpers.gradient_descent import update
from helpers.speed.in_place import SOFTMAX
from helpers.speed.measuring import clock
from helpers.speed.steps import make_buffers
from helpers.speed.training import own


def race(contestants, X, labels, goal, limit):
    """Return {name: [(seconds, accuracy), ...]} of contestants = {name: generator}, each until goal or time limit.

    X is (n_x, m), labels is (1, m): what the accuracy is measured on. `limit` is in seconds of training.
    """
    return {name: run(contestant, X, labels, goal, limit) for name, contestant in contestants.items()}


def run(contestant, X, labels, goal, limit):
    """Return [(seconds, accuracy), ...] of one contestant, the first before its first step."""
    reached, taken = [(0.0, class_accuracy(X, labels, next(contestant)))], 0.0
    while reached[-1][1] < goal and taken < limit:
        began = clock()
        parameters = next(contestant)
        taken += clock() - began
        reached.append((taken, class_accuracy(X, labels, parameters)))
    return reached


def batches(X, Y, size):
    """Return [(X_batch, Y_batch), ...], `size` columns each, cut once; a rest that fills no batch is left out."""
    starts = range(0, X.shape[1] - size + 1, size)
    parts = [(np.ascontiguousarray(X[:, s : s + size].T).T, Y[:, s : s + size].copy()) for s in starts]
    return parts


def clear(X, Y, start, size, learning_rate, steps=25):
    """Yield the parameters after every `steps` steps of 06's training, without end; X is (n_x, m), Y one-hot."""
    parameters, parts, done = start, batches(X, Y, size), 0
    while True:
        for X_batch, Y_batch in parts:
            if done % steps == 0:
                yield parameters
            gradients, _ = gradient_and_cost(X_batch, Y_batch, parameters)
            parameters, done = update(parameters, gradients, learning_rate), done + 1


def in_place(step, X, Y, start, size, learning_rate, steps=25):
    """Yield the parameters after every `steps` calls of `step`, which makes no new array, without end."""
    parameters, parts, done = own(start), batches(X, Y, size), 0
    buffers = make_buffers(parameters, size)
    while True:
        for X_batch, Y_batch in parts:
            if done % steps == 0:
                yield parameters
            step(X_batch, Y_batch, parameters, buffers, learning_rate, output=SOFTMAX)
            done += 1
