import numpy as np


def plain(parameters, gradients, learning_rate):
    for (W, b), (dW, db) in zip(parameters, gradients, strict=True):
        W -= learning_rate * dW
        b -= learning_rate * db


def by_out(parameters, gradients, learning_rate):
    for (W, b), (dW, db) in zip(parameters, gradients, strict=True):
        np.subtract(W, np.multiply(dW, learning_rate, out=dW), out=W)
        np.subtract(b, np.multiply(db, learning_rate, out=db), out=b)


def by_index(parameters, gradients, learning_rate):
    for layer in range(len(parameters)):
        for k in range(2):
            parameters[layer][k][...] -= learning_rate * gradients[layer][k]


def by_slices(parameters, gradients, learning_rate):
    for pair, slopes in zip(parameters, gradients, strict=True):
        for array, slope in zip(pair, slopes, strict=True):
            array[:] = array - learning_rate * slope


def plus_the_negative(parameters, gradients, learning_rate):
    for (W, b), (dW, db) in zip(parameters, gradients, strict=True):
        dW *= -learning_rate
        db *= -learning_rate
        W += dW
        b += db


def returning_them_too(parameters, gradients, learning_rate):
    for (W, b), (dW, db) in zip(parameters, gradients, strict=True):
        np.copyto(W, W - learning_rate * dW)
        b += -learning_rate * db
    return parameters
