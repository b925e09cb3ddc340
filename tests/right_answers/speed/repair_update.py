import numpy as np


def plain(parameters, gradients, learning_rate):
    for (W, b), (dW, db) in zip(parameters, gradients, strict=True):
        dW *= learning_rate
        W -= dW
        db *= learning_rate
        b -= db


def by_out(parameters, gradients, learning_rate):
    for (W, b), (dW, db) in zip(parameters, gradients, strict=True):
        np.subtract(W, np.multiply(dW, learning_rate, out=dW), out=W)
        np.subtract(b, np.multiply(db, learning_rate, out=db), out=b)


def by_index(parameters, gradients, learning_rate):
    for layer in range(len(parameters)):
        for k in range(2):
            gradients[layer][k][...] *= learning_rate
            parameters[layer][k][...] -= gradients[layer][k]


def by_slices(parameters, gradients, learning_rate):
    for pair, slopes in zip(parameters, gradients, strict=True):
        for array, slope in zip(pair, slopes, strict=True):
            slope[:] *= -learning_rate
            array[:] += slope


def plus_the_negative(parameters, gradients, learning_rate):
    for (W, b), (dW, db) in zip(parameters, gradients, strict=True):
        dW *= -learning_rate
        db *= -learning_rate
        W += dW
        b += db


def returning_them_too(parameters, gradients, learning_rate):
    for (W, b), (dW, db) in zip(parameters, gradients, strict=True):
        np.negative(dW, out=dW)
        np.negative(db, out=db)
        dW *= learning_rate
        db *= learning_rate
        W += dW
        b += db
    return parameters


def with_the_gradients_put_back(parameters, gradients, learning_rate):
    for (W, b), (dW, db) in zip(parameters, gradients, strict=True):
        for array, slope in ((W, dW), (b, db)):
            array /= learning_rate or 1
            array -= slope if learning_rate else 0
            array *= learning_rate or 1
