"""A step downhill written differently."""

import copy


def looped(parameters, gradients, learning_rate):
    new = []
    for (W, b), (dW, db) in zip(parameters, gradients, strict=True):
        new.append((W - learning_rate * dW, b - learning_rate * db))
    return new


def indexed(parameters, gradients, learning_rate):
    new = []
    for layer in range(len(parameters)):
        W, b = parameters[layer]
        dW, db = gradients[layer]
        new.append([W - dW * learning_rate, b - db * learning_rate])
    return new


def on_copies(parameters, gradients, learning_rate):
    parameters = copy.deepcopy(parameters)
    for (W, b), (dW, db) in zip(parameters, gradients, strict=True):
        W -= learning_rate * dW
        b -= learning_rate * db
    return parameters


def array_by_array(parameters, gradients, learning_rate):
    def step(theta, dtheta):
        return theta + -learning_rate * dtheta

    return [tuple(map(step, ours, theirs)) for ours, theirs in zip(parameters, gradients, strict=True)]


def as_a_tuple(parameters, gradients, learning_rate):
    return tuple(
        (W - learning_rate * gradients[i][0], b - learning_rate * gradients[i][1])
        for i, (W, b) in enumerate(parameters)
    )
