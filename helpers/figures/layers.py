"""What happens from layer to layer: sizes of activations and gradients, and what the units answer to.

Not here: learning curves (`helpers.figures.curves`), drawings of networks (`helpers.figures.networks`).
"""

import matplotlib.pyplot as plt
import numpy as np

from helpers.figures.features import favorites, liveliest, taste
from helpers.figures.labels import label_ends


def plot_by_layer(series, ylabel, ax=None):
    """Draw {name: one positive number a layer} as lines over the layers 1, ..., L, on a logarithmic scale."""
    if ax is None:
        _, ax = plt.subplots(figsize=(5, 3.4))
    for k, values in enumerate(series.values()):
        layers = np.arange(1, len(values) + 1)
        ax.plot(layers, values, color=f"C{k}", marker="os^Dv"[k % 5], ms=4)
    ax.set(xlabel="layer", ylabel=ylabel, yscale="log")
    lasts = [len(values) for values in series.values()]
    label_ends(ax, lasts, [values[-1] for values in series.values()], list(series))
    ax.xaxis.get_major_locator().set_params(integer=True)
    return ax


def plot_signal(activations, gradients, axes=None):
    """Draw activations and gradients by layer side by side, both {name: numbers}; return the two axes."""
    if axes is None:
        _, axes = plt.subplots(1, 2, figsize=(9.5, 3.6))
    plot_by_layer(activations, "spread of A", axes[0]).set(title="forward: activations")
    plot_by_layer(gradients, "size of dW", axes[1]).set(title="backward: gradients")
    return axes


def plot_features(layers, images, units=3, count=8, axes=None):
    """Draw for some units of every layer what excites them; return the array of axes, a row a unit.

    layers is a list of A, (n[l], m), images is (m, h, w). Left: the taste of the unit, orange where its favorites
    are lighter than the average image, purple where they are darker. Then its favorites, the strongest first.
    """
    if axes is None:
        rows = units * len(layers)
        _, axes = plt.subplots(rows, count + 1, figsize=(0.78 * (count + 1) + 0.8, 0.8 * rows))
    X = images.reshape(len(images), -1).T
    for layer, A in enumerate(layers):
        tastes, best = taste(A, X), favorites(A, count)
        for row, unit in enumerate(liveliest(A, units), units * layer):
            label = f"layer {layer + 1}\nunit {unit + 1}"
            draw_taste(axes[row, 0], tastes[unit].reshape(images.shape[1:]), label)
            for ax, image in zip(axes[row, 1:], images[best[unit]], strict=True):
                ax.imshow(image, cmap="gray")
                ax.set_axis_off()
    return axes


def draw_taste(ax, image, label):
    """Draw an image of positive and negative numbers, with a label to its left."""
    reach = np.abs(image).max() or 1.0
    ax.imshow(image, cmap="PuOr_r", vmin=-reach, vmax=reach)
    ax.set(xticks=[], yticks=[])
    ax.set_ylabel(label, rotation=0, ha="right", va="center", size=8)


def plot_dots(groups, ylabel, ax=None, baseline=None, color="C0", marker="o"):
    """Draw {name: numbers}, a dot a run and a bar at the mean, with a dotted line at the baseline = (height, words)."""
    if ax is None:
        _, ax = plt.subplots(figsize=(5, 3.4))
    for place, runs in enumerate(groups.values()):
        spread = place + np.linspace(-0.12, 0.12, len(runs))
        ax.plot(spread, np.sort(runs), marker, color=color, ms=4.5, alpha=0.6)
        ax.hlines(np.mean(runs), place - 0.25, place + 0.25, color=color, lw=2.5)
    if baseline is not None:
        height, words = baseline
        ax.axhline(height, color="0.5", ls=":", lw=1.5)
        ax.annotate(
            words,
            (1, height),
            (0, -3),
            ("axes fraction", "data"),
            "offset points",
            size=9,
            ha="right",
            va="top",
        )
        ax.margins(y=0.12)
    ax.set(xticks=range(len(groups)), xticklabels=groups, ylabel=ylabel, xlim=(-0.5, len(groups) - 0.5))
    return ax
