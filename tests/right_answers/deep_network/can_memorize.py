"""Right answers written differently."""

import numpy as np

from helpers.deep_network import forward, predict, train_deep
from helpers.metrics import accuracy


def counted(X, Y, parameters, learning_rate, iterations, count=20):
    X, Y = X[:, :count], Y[:, :count]
    parameters, costs = train_deep(X, Y, parameters, learning_rate, iterations)
    wrong = np.sum(predict(X, parameters) != Y)
    return wrong == 0, costs


def by_accuracy(X, Y, parameters, learning_rate, iterations, count=20):
    few = slice(count)
    trained, costs = train_deep(X[:, few], Y[:, few], parameters, learning_rate, iterations)
    return accuracy(predict(X[:, few], trained), Y[:, few]) == 1, costs


def by_equal_arrays(X, Y, parameters, learning_rate, iterations, count=20):
    few_X, few_Y = X[:, range(count)], Y[:, range(count)]
    trained, costs = train_deep(few_X, few_Y, parameters, learning_rate, iterations)
    return [np.array_equal(predict(few_X, trained), few_Y), costs]


def by_outputs(X, Y, parameters, learning_rate, iterations, count=20):
    few_X, few_Y = X[:, :count], Y[:, :count]
    trained, costs = train_deep(few_X, few_Y, parameters, learning_rate, iterations)
    AL, _ = forward(few_X, trained)
    return bool(np.all(np.abs(AL - few_Y) < 0.5)), costs


def in_a_loop(X, Y, parameters, learning_rate, iterations, count=20):
    trained, costs = train_deep(X[:, :count], Y[:, :count], parameters, learning_rate, iterations)
    labels = predict(X, trained)
    memorized = True
    for i in range(count):
        if np.any(labels[:, i] != Y[:, i]):
            memorized = False
    return memorized, np.array(costs)
