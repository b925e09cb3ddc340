"""Which class is taken for which: a table of counts, and the pictures that a network is most wrong about."""

import matplotlib.pyplot as plt
import numpy as np

from helpers.figures.labels import ink
from helpers.metrics import standard_error


def plot_confusion(counts, classes, ax=None):
    """Draw counts, (classes, classes), as a colored table and return the axes.

    Row k holds the examples that are class k, column j those that were taken for class j. The diagonal, which is
    right, is left gray, so that the color shows the mistakes.
    """
    if ax is None:
        _, ax = plt.subplots(figsize=(6.6, 5.6))
    counts = np.asarray(counts)
    wrong = np.where(np.eye(len(counts), dtype=bool), np.nan, counts)
    ax.imshow(np.zeros(counts.shape), cmap="Greys", vmin=-0.15, vmax=1)
    ax.imshow(wrong, cmap="cividis")
    for (k, j), count in np.ndenumerate(counts):
        bright = k != j and count > 0.6 * np.nanmax(wrong)
        color = "black" if k == j or bright else "white"
        ax.text(j, k, count, ha="center", va="center", size=9, color=color)
    ax.set_xticks(range(len(classes)), classes, rotation=45, ha="right")
    ax.set_yticks(range(len(classes)), classes)
    ax.set(xlabel="taken for", ylabel="is really")
    ax.spines[:].set_visible(False)
    return ax


def plot_most_wrong(images, labels, A, classes, n=8, axes=None):
    """Draw the n pictures whose wrong class got the highest probability; return the axes.

    images is (m, h, w), labels is (1, m), A is (n_y, m): the probabilities.
    """
    chosen = most_wrong(labels, A, n)
    if axes is None:
        _, axes = plt.subplots(2, -(-n // 2), figsize=(8.2, 4.6))
    for ax, i in zip(np.ravel(axes), chosen, strict=False):
        k = int(A[:, i].argmax())
        ax.imshow(images[i], cmap="gray")
        ax.set_title(f"{A[k, i]:.0%} {classes[k]}\nreally {classes[int(labels[0, i])]}", size=9)
        ax.set_axis_off()
    return axes


def most_wrong(labels, A, n):
    """Return the places of the n examples with the most confident wrong answer, the most confident first."""
    confidence = np.where(A.argmax(axis=0) == labels[0], -1.0, A.max(axis=0))
    return np.argsort(-confidence)[: min(n, int((confidence > 0).sum()))]


def plot_answer(image, probabilities, classes, axes=None):
    """Draw a picture, (h, w), beside a bar for the probability of every class, (n_y, 1); return both axes."""
    if axes is None:
        _, axes = plt.subplots(1, 2, figsize=(6.5, 3.2), width_ratios=(1, 1.2))
    picture, bars = axes
    picture.imshow(image, cmap="gray")
    picture.set_axis_off()
    shares = np.ravel(probabilities)
    colors = ["C1" if k == shares.argmax() else "C0" for k in range(len(shares))]
    bars.barh(range(len(shares)), shares, color=colors)
    bars.set_yticks(range(len(shares)), classes)
    bars.invert_yaxis()
    bars.set(xlim=(0, 1), xlabel="probability")
    return axes


def plot_softmax(softmax, z, axes=None):
    """Draw the numbers z, a list, and their softmax below as bars; return both axes."""
    if axes is None:
        _, axes = plt.subplots(2, 1, figsize=(5, 3.8), sharex=True)
    a = softmax(np.array(z).reshape(-1, 1)).ravel()
    for ax, values, name in zip(axes, (z, a), ("z", "a = softmax(z)"), strict=True):
        ax.bar(range(len(z)), values, color=["C1" if k == np.argmax(z) else "C0" for k in range(len(z))])
        ax.axhline(0, color="0.3", lw=1)
        ax.set_ylabel(name)
        for k, value in enumerate(values):
            ax.annotate(
                f"{value:.3g}", (k, max(value, 0)), (0, 2), textcoords="offset points", ha="center", size=9
            )
    axes[1].set(xticks=range(len(z)), xlabel="class", ylim=(0, 1))
    return axes


def plot_reliability(said, right, counts, ax=None):
    """Draw how often a network was right against the probability it gave, one dot for each group of examples.

    said, right and counts are (groups,): mean probability, share right, and number of examples. A bar is two standard
    errors up and down. Returns the axes.
    """
    if ax is None:
        _, ax = plt.subplots(figsize=(5.2, 4.4))
    ax.plot([0, 1], [0, 1], color="0.4", ls=":", lw=1.5)
    ax.errorbar(said, right, 2 * standard_error(np.asarray(right), counts), fmt="o", color="C0", capsize=3)
    for x, y, count in zip(said, right, counts, strict=True):
        ax.annotate(f"{count:.0f}", (x, y), (6, -11), textcoords="offset points", size=9, color=ink("C0"))
    ax.annotate(
        "as often right as said", (0.06, 0.09), rotation=45, rotation_mode="anchor", size=9, color="0.3"
    )
    ax.set(
        xlabel="probability given to the answer",
        ylabel="share of right answers",
        xlim=(0, 1.05),
        ylim=(0, 1.05),
    )
    return ax
