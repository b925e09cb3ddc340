"""A picture, and the column of numbers that a neuron sees of it."""

import matplotlib.pyplot as plt
import numpy as np


def plot_as_column(image, shown=16, original=None, axes=None):
    """Draw a small gray image with its numbers, (h, w), and the first entries of its column; return both axes.

    `original`, if given, is the picture from which the small one was taken, drawn on its left.
    """
    if axes is None and original is not None:
        figure, (first, *axes) = plt.subplots(1, 3, figsize=(9, 4.2), width_ratios=[6, 8, 4])
        first.imshow(original, cmap="gray", vmin=0, vmax=255)
        first.set(xticks=[], yticks=[])
        first.set_title(f"the animal, {original.shape}", fontsize="small")
    elif axes is None:
        _, axes = plt.subplots(1, 2, figsize=(5.6, 4.2), width_ratios=[8, 3])
    column = np.reshape(image, (-1, 1))
    draw_numbers(axes[0], image)
    draw_numbers(axes[1], column[:shown])
    axes[0].set_title(f"a picture, {image.shape}", fontsize="small")
    axes[1].set_title(f"its column, {column.shape}", fontsize="small")
    if shown < len(column):
        axes[1].text(0.5, shown + 0.1, "⋮", ha="center", va="top")
    return axes


def draw_numbers(ax, numbers):
    """Draw a matrix of grays, (h, w), with each number in its cell."""
    ax.pcolormesh(numbers, cmap="gray", vmin=0, vmax=255, edgecolor="0.6", linewidth=0.5)
    ax.set(aspect="equal", ylim=(len(numbers), 0))
    for (i, j), number in np.ndenumerate(numbers):
        color = "black" if number > 128 else "white"
        ax.text(j + 0.5, i + 0.5, int(number), ha="center", va="center", color=color, fontsize=7)
    ax.set(xticks=[], yticks=[])
    for spine in ax.spines.values():
        spine.set_visible(False)
