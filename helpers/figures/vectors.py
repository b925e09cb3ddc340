"""A picture, and the column of numbers that a neuron sees of it."""

import matplotlib.pyplot as plt
import numpy as np


def plot_as_column(image, shown=14, axes=None):
    """Draw a small gray image with its numbers, (h, w), and the first entries of its column; return both axes."""
    if axes is None:
        _, axes = plt.subplots(1, 2, figsize=(7, 3.6), width_ratios=[2, 1])
    column = np.reshape(image, (-1, 1))
    draw_numbers(axes[0], image)
    draw_numbers(axes[1], column[:shown])
    axes[0].set_title(f"a picture, {image.shape}", fontsize="small")
    axes[1].set_title(f"its column, {column.shape}", fontsize="small")
    if shown < len(column):
        axes[1].text(0, shown - 0.2, "⋮", ha="center", va="top")
    return axes


def draw_numbers(ax, numbers):
    """Draw a matrix of grays with each number in its cell."""
    ax.imshow(numbers, cmap="gray", vmin=0, vmax=255)
    for (i, j), number in np.ndenumerate(numbers):
        color = "black" if number > 128 else "white"
        ax.text(j, i, int(number), ha="center", va="center", color=color, fontsize=7)
    ax.set(xticks=[], yticks=[])
    for spine in ax.spines.values():
        spine.set_visible(False)
