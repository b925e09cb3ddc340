"""The cost of a neuron with two inputs over its two weights, and gradient descent in that valley."""

import matplotlib.pyplot as plt
import numpy as np

from helpers.activations import sigmoid
from helpers.losses import cost_from_logits


def plot_valley(X, Y, w, b, learning_rate, steps=30, away=1.0, ax=None):
    """Draw the cost over w1 and w2 around its lowest point, and steps of gradient descent; return the axes.

    X is (2, m), Y is (1, m); w, (2, 1), and b are those of the lowest cost, and b is held still. The descent
    begins `away` from w in both weights.
    """
    if ax is None:
        _, ax = plt.subplots(figsize=(4.2, 3.8))
    path = weights_on_the_way(X, Y, w + away, b, learning_rate, steps)
    w1, w2 = (np.linspace(center - 1.15 * away, center + 1.15 * away, 60) for center in w[:, 0])
    J = np.array([[cost_from_logits(first * X[:1] + second * X[1:] + b, Y) for first in w1] for second in w2])
    levels = J.min() + np.geomspace(0.002, 1, 9) * np.ptp(J)
    ax.contour(w1, w2, J, levels=levels, colors="0.6", linewidths=1)
    ax.plot(*path.T, "o-", color="C1", markersize=3, linewidth=1)
    ax.plot(*path[0], "s", color="C0", markersize=7)
    ax.set(xlabel="$w_1$", ylabel="$w_2$", aspect="equal", xlim=w1[[0, -1]], ylim=w2[[0, -1]])
    return ax


def weights_on_the_way(X, Y, w, b, learning_rate, steps):
    """Return the weights before the first step and after each, (steps + 1, 2), with b held still."""
    path = [w]
    for _ in range(steps):
        dZ = sigmoid(path[-1].T @ X + b) - Y
        path.append(path[-1] - learning_rate * X @ dZ.T / X.shape[1])
    return np.array(path)[:, :, 0]
