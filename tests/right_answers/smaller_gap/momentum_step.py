"""Right answers to `momentum_step`, written differently."""

import numpy as np


def toward_the_gradient(W, dW, V, learning_rate, beta=0.9):
    V_new = V + (1 - beta) * (dW - V)
    return W - learning_rate * V_new, V_new


def average(W, dW, V, learning_rate, beta=0.9):
    V = np.average([V, dW], axis=0, weights=[beta, 1 - beta])
    W = W - learning_rate * V
    return W, V


def copies(W, dW, V, learning_rate, beta=0.9):
    W, V = W.copy(), V.copy()
    V *= beta
    V += (1 - beta) * dW
    W -= learning_rate * V
    return [W, V]


def loop(W, dW, V, learning_rate, beta=0.9):
    new_W, new_V = np.zeros(W.shape), np.zeros(V.shape)
    for index in np.ndindex(W.shape):
        new_V[index] = beta * V[index] + (1 - beta) * dW[index]
        new_W[index] = W[index] - learning_rate * new_V[index]
    return new_W, new_V


def single_precision(W, dW, V, learning_rate, beta=0.9):
    V = (beta * V + dW - beta * dW).astype(np.float32)
    return (W - learning_rate * V).astype(np.float32), V
