"""Gradient descent on a curve and on a surface, and a neuron of one input beside its cost."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.colors import BoundaryNorm

from helpers.activations import sigmoid
from helpers.losses import cost_from_logits


def path_on_curve(slope, start, learning_rate, steps):
    """Return the points of gradient descent on a curve, `steps` + 1 numbers: w, then w − α·slope(w), and so on."""
    path = [start]
    for _ in range(steps):
        path.append(path[-1] - learning_rate * slope(path[-1]))
    return np.array(path)


def plot_descent_on_curve(f, path, reach=3.0, ax=None):
    """Draw the curve f from −reach to reach and the points of a descent on it; return the axes.

    Points beyond the picture are drawn at its edge.
    """
    if ax is None:
        _, ax = plt.subplots()
    w = np.linspace(-reach, reach, 200)
    ax.plot(w, f(w), color="0.6")
    seen = np.clip(path, -reach, reach)
    ax.plot(seen, f(seen), "o-", color="C1", linewidth=1, markersize=5)
    ax.plot(seen[:1], f(seen[:1]), "s", color="C0", markersize=8)
    ax.set(xlabel="w", ylabel="cost J(w)", ylim=(-0.05 * f(reach), 1.1 * f(reach)))
    return ax


def cost_surface(x, Y, w, b):
    """Return the cost of a neuron with one input at every pair of w (k,) and b (n,): an array (n, k)."""
    Z = np.multiply.outer(np.add.outer(np.zeros(len(b)), w), x) + b[:, None, None]
    return np.array([[cost_from_logits(z[None, :], Y) for z in row] for row in Z])


def plot_cost_surface(x, Y, path=None, w_range=(-1, 4), b_range=(-8, 4), ax=None):
    """Draw the cost of a neuron with one input over w and b, and a path of points (k, 2) on it; return the axes.

    x is (m,), the one feature of every example; Y is (1, m).
    """
    if ax is None:
        _, ax = plt.subplots(figsize=(4.8, 3.8))
    w, b = np.linspace(*w_range, 60), np.linspace(*b_range, 60)
    J = cost_surface(x, Y, w, b)
    # Levels that grow from the lowest cost keep most of the colors for the floor of the valley.
    levels = J.min() + np.geomspace(0.003, 6, 16)
    norm = BoundaryNorm(levels, plt.get_cmap("cividis").N, extend="both")
    drawn = ax.contourf(w, b, J, levels=levels, norm=norm, extend="both", cmap="cividis")
    ax.figure.colorbar(drawn, ax=ax, label="cost J", format="%.2f", ticks=levels[::3])
    if path is not None:
        ax.plot(*np.transpose(path), "o-", color="C1", markersize=3, linewidth=1)
        ax.plot(*path[0], "s", color="white", markersize=7, markeredgecolor="black")
    ax.set(xlabel="w", ylabel="b", xlim=w_range, ylim=b_range)
    return ax


def plot_neuron(w, b, x, Y, ax=None):
    """Draw the examples of one feature with their labels and the output σ(wx + b) over it; return the axes."""
    if ax is None:
        _, ax = plt.subplots(figsize=(4.8, 3.8))
    for label, marker in enumerate("o^"):
        chosen = x[Y[0] == label]
        ax.plot(
            chosen, np.full(len(chosen), float(label)), marker, color=f"C{label}", alpha=0.5, linestyle=""
        )
    line = np.linspace(x.min() - 0.5, x.max() + 0.5, 200)
    ax.plot(line, sigmoid(w * line + b), color="black")
    if w and line[0] < -b / w < line[-1]:
        ax.axvline(-b / w, color="0.6", linestyle="--", linewidth=1)
    ax.set(xlabel="x", ylabel="label, and output a", ylim=(-0.1, 1.1))
    return ax


def plot_neuron_and_cost(w, b, x, Y, path=None, axes=None):
    """Draw a neuron of one input, and beside it where its w and b stand on the cost surface; return both axes."""
    if axes is None:
        _, axes = plt.subplots(1, 2, figsize=(9, 3.6))
    plot_neuron(w, b, x, Y, axes[0])
    plot_cost_surface(x, Y, path, ax=axes[1])
    axes[1].plot(w, b, "*", color="C1", markersize=14, markeredgecolor="white")
    return axes
