"""What each of several ideas changed, with standard errors; weights that grow; and curves that call for a cure."""

import matplotlib.pyplot as plt
import numpy as np

from helpers.figures.images import plot_images
from helpers.figures.labels import label_ends


def plot_changes(changes, ax=None):
    """Draw changes of the accuracy, {name: (mean, standard error)}, in points, one row each; return the axes.

    A bar reaches two standard errors to both sides.
    """
    if ax is None:
        _, ax = plt.subplots(figsize=(7, 0.4 * len(changes) + 1.2))
    means, errors = 100 * np.array([*changes.values()]).T
    at = np.arange(len(changes))
    ax.axvline(0, color="0.6", lw=1)
    ax.errorbar(means, at, xerr=2 * errors, fmt="o", color="C0", capsize=3)
    ax.set_yticks(at, [*changes])
    ax.invert_yaxis()
    ax.set(xlabel="change of the validation accuracy, points")
    return ax


def plot_gaps(scores, ax=None):
    """Draw training and validation accuracy of each name, {name: (training, validation)}, joined; return the axes."""
    if ax is None:
        _, ax = plt.subplots(figsize=(7, 0.4 * len(scores) + 1.2))
    training, validation = np.array([*scores.values()]).T
    at = np.arange(len(scores))
    ax.hlines(at, validation, training, color="0.8", lw=5)
    ax.plot(training, at, "o", color="C0")
    ax.plot(validation, at, "D", color="C1")
    ax.set_yticks(at, [*scores])
    ax.set_ylim(len(scores) - 0.5, -1)
    for k, (name, end) in enumerate((("training", training[0]), ("validation", validation[0]))):
        ax.annotate(name, (end, 0), (0, 9), textcoords="offset points", ha="center", color=f"C{k}")
    ax.set(xlabel="accuracy")
    return ax


def plot_sizes(sizes, ax=None):
    """Draw the length of the weights, {name: one number an iteration}, on a logarithmic axis; return the axes."""
    if ax is None:
        _, ax = plt.subplots()
    for name, lengths in sizes.items():
        ax.plot(np.arange(1, len(lengths) + 1), lengths, label=name)
    label_ends(ax, len(lengths), [lengths[-1] for lengths in sizes.values()], [*sizes])
    ax.set(xscale="log", xlabel="iteration", ylabel="length of w", ylim=(0, None))
    return ax


def plot_masked(images, out, axes=None):
    """Draw images, (k, h, w), above the same after dropout or a shift; return the axes."""
    titles = ["before", *[""] * (len(images) - 1), "after", *[""] * (len(images) - 1)]
    return plot_images(np.concatenate([images, out]), titles, len(images), axes)


def plot_cures(axes=None):
    """Draw four pairs of made-up costs, A to D, training and validation over 30 epochs; return the axes."""
    if axes is None:
        _, axes = plt.subplots(1, 4, figsize=(10, 2.9), sharey=True)
    epochs, rng = np.arange(1, 31), np.random.default_rng(0)
    falling = np.exp(-epochs / 6)
    pairs = {
        "A": (0.05 + 1.9 * falling, 0.75 + 1.2 * falling + 0.0007 * epochs**2),
        "B": (1.15 + 0.9 * np.exp(-epochs / 9), 1.2 + 0.9 * np.exp(-epochs / 9)),
        "C": (
            0.7 + 0.9 * falling + rng.uniform(-0.3, 0.5, 30),
            0.8 + 0.9 * falling + rng.uniform(-0.3, 0.5, 30),
        ),
        "D": (0.2 + 1.8 * falling, 0.25 + 1.8 * falling),
    }
    for ax, (letter, costs) in zip(axes, pairs.items(), strict=True):
        for k, (curve, style) in enumerate(zip(costs, ("-", "--"), strict=True)):
            ax.plot(epochs, curve, style, color=f"C{k}")
        ax.set(title=letter, xlabel="epoch", ylim=(0, 2.4))
    axes[0].set(ylabel="cost")
    axes[0].text(29, 1.72, "validation", color="C1", ha="right")
    axes[0].text(29, 0.2, "training", color="C0", ha="right")
    return axes
