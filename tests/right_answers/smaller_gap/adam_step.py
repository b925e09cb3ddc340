"""Right answers to `adam_step`, written differently."""

import numpy as np


def factors_first(W, dW, V, S, t, learning_rate, beta1=0.9, beta2=0.999, epsilon=1e-8):
    V_new = V * beta1 + dW * (1 - beta1)
    S_new = S * beta2 + dW * dW * (1 - beta2)
    step = V_new / (1 - beta1**t) / (np.sqrt(S_new / (1 - beta2**t)) + epsilon)
    return W - learning_rate * step, V_new, S_new


def corrected_rate(W, dW, V, S, t, learning_rate, beta1=0.9, beta2=0.999, epsilon=1e-8):
    V, S = V + (1 - beta1) * (dW - V), S + (1 - beta2) * (dW**2 - S)
    root = np.sqrt(1 - beta2**t)
    rate = learning_rate * root / (1 - beta1**t)
    return W - rate * V / (np.sqrt(S) + epsilon * root), V, S


def loop(W, dW, V, S, t, learning_rate, beta1=0.9, beta2=0.999, epsilon=1e-8):
    W, V, S = W.copy(), V.copy(), S.copy()
    for i in np.ndindex(W.shape):
        V[i] = beta1 * V[i] + (1 - beta1) * dW[i]
        S[i] = beta2 * S[i] + (1 - beta2) * dW[i] ** 2
        W[i] -= learning_rate * V[i] / (1 - beta1**t) / ((S[i] / (1 - beta2**t)) ** 0.5 + epsilon)
    return W, V, S


def with_momentum_written_out(W, dW, V, S, t, learning_rate, beta1=0.9, beta2=0.999, epsilon=1e-8):
    averages = []
    for old, new, beta in ((V, dW, beta1), (S, np.square(dW), beta2)):
        averages.append(beta * old + (1 - beta) * new)
    V, S = averages
    mean, square = V / (1 - np.power(beta1, t)), S / (1 - np.power(beta2, t))
    return [W - learning_rate * mean / (square**0.5 + epsilon), V, S]


def single_precision(W, dW, V, S, t, learning_rate, beta1=0.9, beta2=0.999, epsilon=1e-8):
    V, S = beta1 * V + (1 - beta1) * dW, beta2 * S + (1 - beta2) * dW**2
    W = W - learning_rate * (V / (1 - beta1**t)) / (np.sqrt(S / (1 - beta2**t)) + epsilon)
    return W.astype(np.float32), V.astype(np.float32), S.astype(np.float32)
