"""Training in epochs: the cost with mini-batches of several sizes, and training against validation accuracy."""

import matplotlib.pyplot as plt
import numpy as np

from helpers.figures.labels import ink
from helpers.figures.search import mark_baseline


def plot_batch_costs(curves, epochs, ax=None):
    """Draw costs, {name: one number a step}, all over the same number of epochs; return the axes."""
    if ax is None:
        _, ax = plt.subplots(figsize=(7, 4))
    for k, (name, costs) in enumerate(curves.items()):
        at = np.arange(len(costs)) * epochs / len(costs)
        few = len(costs) < 50
        ax.plot(
            at, costs, color=f"C{k}", lw=1 if not few else 2, marker="o" if few else "", ms=4, zorder=1 + k
        )
        level = np.mean(costs[-max(1, len(costs) // 10) :])
        ax.annotate(
            name, (epochs, level), (6, 0), textcoords="offset points", va="center", color=ink(f"C{k}")
        )
    ax.set(xlabel="epochs", ylabel="cost of the mini-batch", ylim=(0, None))
    return ax


def plot_overfitting(train_scores, validation_scores, baseline=None, ax=None):
    """Draw training and validation accuracy, one number an epoch, with the gap between them; return the axes."""
    if ax is None:
        _, ax = plt.subplots()
    epochs = np.arange(1, len(train_scores) + 1)
    for k, (scores, name) in enumerate(((train_scores, "training"), (validation_scores, "validation"))):
        ax.plot(epochs, scores, color=f"C{k}")
        ax.annotate(
            name,
            (epochs[-1], scores[-1]),
            (6, 0),
            textcoords="offset points",
            va="center",
            color=ink(f"C{k}"),
        )
    ax.fill_between(epochs, train_scores, validation_scores, color="0.9", lw=0)
    best = int(np.argmax(validation_scores))
    ax.plot(epochs[best], validation_scores[best], "D", color="C1")
    ax.annotate(
        f"best: epoch {best + 1}",
        (epochs[best], validation_scores[best]),
        (0, -18),
        textcoords="offset points",
        ha="center",
        color=ink("C1"),
    )
    if baseline is not None:
        mark_baseline(ax, baseline)
    ax.set(xlabel="epoch", ylabel="accuracy")
    return ax
