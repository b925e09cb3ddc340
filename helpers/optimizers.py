"""Better steps along the same gradients: momentum, RMSProp, Adam, and a learning rate that falls.

Every step takes one array of parameters, W, its gradient, and what it remembers from the steps before, arrays in
the shape of W that begin as zeros; it returns new ones. Not here: plain steps (`helpers.gradient_descent`).
"""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np


def momentum_step(W, dW, V, learning_rate, beta=0.9):
    """Return (W, V) after one step: V becomes β V + (1 − β) dW, and then W becomes W − α V.

    W, dW and V have the same shape; α is the learning rate. The arrays that came in stay as
    they are.
    """
    V = beta * V + (1 - beta) * dW
    return W - learning_rate * V, V


def rmsprop_step(W, dW, S, learning_rate, beta=0.9, epsilon=1e-8):
    """Return (W, S) after one step: S becomes β S + (1 − β) dW², and W becomes W − α dW / (√S + ε).

    W, dW and S have the same shape; square, root and quotient are taken entry by entry.
    """
    S = beta * S + (1 - beta) * dW**2
    return W - learning_rate * dW / (np.sqrt(S) + epsilon), S


def adam_step(W, dW, V, S, t, learning_rate, beta1=0.9, beta2=0.999, epsilon=1e-8):
    """Return (W, V, S) after step number t, which is 1 for the first step.

    V becomes β1 V + (1 − β1) dW, and S becomes β2 S + (1 − β2) dW², entry by entry.
    Their corrected forms are V / (1 − β1ᵗ) and S / (1 − β2ᵗ), and W becomes
    W − α (corrected V) / (√(corrected S) + ε). V and S are returned uncorrected.
    W, dW, V and S have the same shape, and stay as they came in; α is the learning rate.
    """
    V = beta1 * V + (1 - beta1) * dW
    S = beta2 * S + (1 - beta2) * dW**2
    V_corrected, S_corrected = V / (1 - beta1**t), S / (1 - beta2**t)
    step = V_corrected / (np.sqrt(S_corrected) + epsilon)
    return W - learning_rate * step, V, S


def falling_rate(learning_rate, t, steps):
    """Return the learning rate of step t = 1, ..., steps: half a wave of the cosine, from α down to almost 0."""
    return learning_rate * (1 + np.cos(np.pi * (t - 1) / steps)) / 2


class Optimizer(NamedTuple):
    """A way to step: how many arrays it remembers for each W, and step(W, dW, *memory, t, learning_rate)."""

    name: str
    remembers: int
    step: Callable

    def begin(self, parameters):
        """Return what is remembered before the first step: zeros, for each array of each layer."""
        return [[[np.zeros_like(W)] * self.remembers for W in layer] for layer in parameters]

    def update(self, parameters, gradients, memory, t, learning_rate):
        """Return (parameters, memory) after step t; parameters and gradients are lists of layers, tuples of arrays."""
        moved = [
            [
                self.step(W, dW, *past, t, learning_rate)
                for W, dW, past in zip(layer, slopes, remembered, strict=True)
            ]
            for layer, slopes, remembered in zip(parameters, gradients, memory, strict=True)
        ]
        return (
            [tuple(array[0] for array in layer) for layer in moved],
            [[array[1:] for array in layer] for layer in moved],
        )


DESCENT = Optimizer("descent", 0, lambda W, dW, t, rate: (W - rate * dW,))
MOMENTUM = Optimizer("momentum", 1, lambda W, dW, V, t, rate: momentum_step(W, dW, V, rate))
RMSPROP = Optimizer("RMSProp", 1, lambda W, dW, S, t, rate: rmsprop_step(W, dW, S, rate))
ADAM = Optimizer("Adam", 2, lambda W, dW, V, S, t, rate: adam_step(W, dW, V, S, t, rate))
OPTIMIZERS = {optimizer.name: optimizer for optimizer in (DESCENT, MOMENTUM, RMSPROP, ADAM)}
