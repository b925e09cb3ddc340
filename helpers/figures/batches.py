"""Training in epochs: the cost with mini-batches of several sizes, and training against validation scores."""

import matplotlib.pyplot as plt
import numpy as np

from helpers.figures.labels import ink, label_ends
from helpers.figures.search import mark_baseline


def plot_batch_costs(curves, epochs, ax=None):
    """Draw costs, {name: one number a step}, all over the same number of epochs; return the axes.

    Where there are many steps, a thick line shows the mean of those in a quarter of an epoch.
    """
    if ax is None:
        _, ax = plt.subplots(figsize=(7, 4))
    ends = []
    for k, costs in enumerate(curves.values()):
        at, few = np.arange(len(costs)) * epochs / len(costs), len(costs) < 50
        ax.plot(
            at,
            costs,
            color=f"C{k}",
            lw=2 if few else 0.7,
            marker="o" if few else "",
            ms=4,
            alpha=1 if few else 0.4,
        )
        if not few:
            window = np.ones(max(1, len(costs) // (4 * epochs)))
            ax.plot(
                at[len(window) - 1 :], np.convolve(costs, window / window.size, "valid"), color=f"C{k}", lw=2
            )
        ends.append(np.mean(costs[-max(1, len(costs) // 10) :]))
    ax.set(xlabel="epochs", ylabel="cost of the mini-batch", ylim=(0, None))
    label_ends(ax, epochs, ends, list(curves))
    return ax


def plot_overfitting(
    train_scores, validation_scores, baseline=None, ax=None, best=np.argmax, ylabel="accuracy"
):
    """Draw a training and a validation score, one number an epoch, with the gap between them; return the axes.

    `best` finds the epoch to mark on the validation curve: np.argmax for accuracies, np.argmin for costs.
    """
    if ax is None:
        _, ax = plt.subplots()
    epochs = np.arange(1, len(train_scores) + 1)
    for k, scores in enumerate((train_scores, validation_scores)):
        ax.plot(epochs, scores, color=f"C{k}")
    label_ends(ax, epochs[-1], [train_scores[-1], validation_scores[-1]], ["training", "validation"])
    ax.fill_between(epochs, train_scores, validation_scores, color="0.9", lw=0)
    at = int(best(validation_scores))
    ax.plot(epochs[at], validation_scores[at], "D", color="C1")
    ax.annotate(
        f"best: epoch {at + 1}",
        (epochs[at], validation_scores[at]),
        (0, -18),
        textcoords="offset points",
        ha="center",
        color=ink("C1"),
    )
    if baseline is not None:
        mark_baseline(ax, baseline)
    ax.set(xlabel="epoch", ylabel=ylabel)
    return ax


def plot_overfitting_twice(training, validation, baseline=None, axes=None):
    """Draw the costs of both parts on the left and their accuracies on the right; return both axes.

    training and validation are (epochs, 2): cost and accuracy after each epoch.
    """
    if axes is None:
        _, axes = plt.subplots(1, 2, figsize=(10, 3.8))
    plot_overfitting(training[:, 0], validation[:, 0], None, axes[0], np.argmin, "cost")
    plot_overfitting(training[:, 1], validation[:, 1], baseline, axes[1])
    axes[0].set_ylim(0, None)
    return axes
