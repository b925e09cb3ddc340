"""Ways to step: their paths over a valley, what their averages do, and how much the learning rate matters."""

import matplotlib.pyplot as plt
import numpy as np

from helpers.figures.labels import ink, label_ends

REACH = ((-4.5, 10.5), (-3.2, 3.2))


def path_of(optimizer, slope, start, learning_rate, steps):
    """Return where `steps` steps of an optimizer lead, (steps + 1, 2), on the ground with the gradient `slope`(w)."""
    parameters, path = [(np.array(start, dtype=float),)], [np.array(start, dtype=float)]
    memory = optimizer.begin(parameters)
    with np.errstate(all="ignore"):  # a path may leave every number behind
        for t in range(1, steps + 1):
            gradients = [(slope(parameters[0][0]),)]
            parameters, memory = optimizer.update(parameters, gradients, memory, t, learning_rate)
            path.append(parameters[0][0])
    return np.array(path)


def plot_valley_floor(cost, ax=None):
    """Draw the lines of equal cost of cost(w1, w2) and its lowest point, the origin; return the axes."""
    if ax is None:
        _, ax = plt.subplots(figsize=(8, 3.6))
    w1, w2 = (np.linspace(*ends, 160) for ends in REACH)
    J = cost(w1[np.newaxis], w2[:, np.newaxis])
    ax.contour(w1, w2, J, levels=J.max() * np.geomspace(0.002, 0.9, 9), colors="0.8", linewidths=1)
    ax.plot(0, 0, "*", color="0.3", markersize=13)
    ax.set(xlabel="$w_1$", ylabel="$w_2$", xlim=REACH[0], ylim=REACH[1])
    return ax


def plot_paths(cost, paths, axes=None):
    """Draw paths over a valley, {name: (steps + 1, 2)}, each in its own axes; return the axes."""
    if axes is None:
        rows = -(-len(paths) // 2)
        _, axes = plt.subplots(rows, 2, figsize=(9, 2.6 * rows), sharex=True, sharey=True)
    for k, (ax, (name, path)) in enumerate(zip(np.ravel(axes), paths.items(), strict=False)):
        plot_valley_floor(cost, ax)
        ax.plot(*path.T, "o-", color=f"C{k}", markersize=3, linewidth=1)
        ax.set_title(name, color=ink(f"C{k}"))
    for ax in np.ravel(axes):
        ax.label_outer()
    return axes


def plot_correction(plain, corrected, truth, ax=None):
    """Draw an average from its first step on, without and with correction, (steps,), and what it averages."""
    if ax is None:
        _, ax = plt.subplots()
    steps = np.arange(1, len(plain) + 1)
    ax.plot(steps, truth, "o", color="0.7", ms=4)
    for k, curve in enumerate((plain, corrected)):
        ax.plot(steps, curve, color=f"C{k}")
    label_ends(ax, steps[-1], [plain[-1], corrected[-1]], ["not corrected", "corrected"])
    ax.set(xlabel="step t", ylabel="average", ylim=(0, None))
    return ax


def plot_rates(rows, axes=None):
    """Draw stored accuracies against the learning rate for each optimizer, dots and their mean; return the axes.

    rows is a list of dicts with optimizer, rate and "validation accuracy".
    """
    names = list(dict.fromkeys(row["optimizer"] for row in rows))
    if axes is None:
        _, axes = plt.subplots(1, len(names), figsize=(10, 3.2), sharey=True)
    for k, (ax, name) in enumerate(zip(axes, names, strict=True)):
        mine = [row for row in rows if row["optimizer"] == name]
        rates = list(dict.fromkeys(row["rate"] for row in mine))
        scores = np.array([[r["validation accuracy"] for r in mine if r["rate"] == rate] for rate in rates])
        ax.plot(rates, scores, "o", color=f"C{k}", ms=4, alpha=0.5)
        ax.plot(rates, scores.mean(axis=1), color=f"C{k}")
        ax.set(xscale="log", xlabel="learning rate")
        ax.set_title(name, color=ink(f"C{k}"))
    axes[0].set(ylabel="validation accuracy")
    return axes
