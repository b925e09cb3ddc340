"""Drawings of the four families of networks: standard, convolutional, recurrent, hybrid.

Pictures of what is connected to what, not of sizes. Not here: networks with symbols (`helpers.figures.networks`).
"""

import matplotlib.pyplot as plt
import numpy as np

from helpers.figures.labels import ink
from helpers.figures.networks import draw_weights, unit_places

GRAY = "0.55"


def plot_families(axes=None):
    """Draw the four families side by side, two rows of two, and return the four axes."""
    if axes is None:
        _, axes = plt.subplots(2, 2, figsize=(9.5, 6.2))
    for ax, draw in zip(np.ravel(axes), FAMILIES.values(), strict=True):
        draw(ax)
    return axes


def plot_standard(ax=None):
    """Draw a standard network: every unit reads every unit of the layer before."""
    ax = canvas(ax, "standard: every unit reads everything before it")
    layers = [unit_places(n, x) for n, x in ((4, 1.5), (5, 4), (5, 6.5), (1, 9))]
    for before, after in zip(layers, layers[1:], strict=False):
        draw_weights(ax, before, after)
    for units, color in zip(layers, (GRAY, "C0", "C0", "C1"), strict=True):
        for _, x, y in units:
            ax.add_patch(plt.Circle((x, y), 0.3, facecolor="white", edgecolor=color, lw=1.8, zorder=2))
    label(ax, 1.5, -2.9, "numbers of a table")
    label(ax, 9, -2.9, "answer")
    return ax


def plot_convolutional(ax=None):
    """Draw a convolutional network: the same small window slides over the whole picture, layer after layer."""
    ax = canvas(ax, "convolutional (CNN): one small window, used everywhere")
    grid(ax, 0.2, -1.7, 7, 0.5, GRAY)
    for i, color in enumerate(("C0", "C2", "C4")):
        grid(ax, 4.5 + 0.22 * i, -1.25 + 0.22 * i, 5, 0.42, color)
    for i, color in enumerate(("C0", "C2", "C4", "C3")):
        grid(ax, 7.4 + 0.2 * i, -0.8 + 0.2 * i, 3, 0.38, color)
    window(ax, (0.7, 0.3), 1.5, (4.94, 0.87), 0.42, "C1")
    window(ax, (5.36, -0.39), 1.26, (7.8, -0.02), 0.38, "C1")
    arrow(ax, (9.3, 0), (9.9, 0))
    ax.add_patch(plt.Circle((10.25, 0), 0.3, facecolor="white", edgecolor="C1", lw=1.8))
    for x, text in ((1.95, "\npixels"), (5.8, "small\npatterns"), (8.3, "larger\npatterns")):
        label(ax, x, -3, text)
    label(ax, 10.25, -0.8, "answer")
    return ax


def plot_recurrent(ax=None):
    """Draw a recurrent network: one step at a time, each step also reads what the step before remembered."""
    ax = canvas(ax, "recurrent (RNN): one step at a time, with a memory")
    words = (("the", "le"), ("sun", "soleil"), ("shines", "brille"), ("today", "aujourd'hui"))
    for step, (read, said) in enumerate(words):
        x = 1.4 + 2.6 * step
        box(ax, x - 0.7, -0.55, 1.4, 1.1, "same\nweights", "C0")
        arrow(ax, (x, -1.7), (x, -0.6))
        arrow(ax, (x, 0.6), (x, 1.6))
        label(ax, x, -2.2, read)
        label(ax, x, 1.75, said)
        if step:
            arrow(ax, (x - 1.9, 0), (x - 0.7, 0), "C1")
            label(ax, x - 1.3, 0.6, "its memory", size=9, color=ink("C1"))
    label(ax, 5.3, -2.9, "a sequence, in the order of time")
    return ax


def plot_hybrid(ax=None):
    """Draw a hybrid network: parts of different families, joined, learn one answer together."""
    ax = canvas(ax, "hybrid: parts of different families, trained together")
    rows = ((1.5, "camera", "convolutional", "C2"), (0, "speed, place", "standard", "C0"))
    for y, data, family, color in (*rows, (-1.5, "last seconds", "recurrent", "C4")):
        label(ax, 0.9, y - 0.2, data, size=9)
        arrow(ax, (2.5, y), (3.3, y))
        box(ax, 3.35, y - 0.45, 2.5, 0.9, family, color)
        arrow(ax, (5.9, y), (7.0, y / 3))
    box(ax, 7.05, -0.8, 1.6, 1.6, "joint\nlayers", "C0")
    arrow(ax, (8.7, 0), (9.5, 0))
    label(ax, 10.4, -0.2, "steering")
    return ax


FAMILIES = {
    "standard": plot_standard,
    "convolutional": plot_convolutional,
    "recurrent": plot_recurrent,
    "hybrid": plot_hybrid,
}


def canvas(ax, title):
    """Return empty axes, 11 wide and 6 high, for a drawing in the manner of the others."""
    if ax is None:
        _, ax = plt.subplots(figsize=(5.5, 3.2))
    ax.set(xlim=(-0.2, 11.2), ylim=(-3.2, 2.6), aspect="equal", title=title)
    ax.set_axis_off()
    return ax


def grid(ax, x, y, n, side, color):
    """Draw n by n cells with the lower left corner at (x, y)."""
    level = 1 + x / 10  # a sheet farther right lies in front of those behind it
    frame = {"facecolor": "white", "edgecolor": color, "lw": 1.5, "zorder": level}
    ax.add_patch(plt.Rectangle((x, y), n * side, n * side, **frame))
    for k in range(1, n):
        ax.plot([x + k * side] * 2, [y, y + n * side], color=color, lw=0.5, zorder=level)
        ax.plot([x, x + n * side], [y + k * side] * 2, color=color, lw=0.5, zorder=level)


def window(ax, corner, size, cell, side, color):
    """Mark a window in one layer, the cell of the next that it feeds, and the lines between them."""
    (x, y), (x_cell, y_cell) = corner, cell
    ax.add_patch(plt.Rectangle(corner, size, size, facecolor=color, alpha=0.35, zorder=3))
    ax.add_patch(plt.Rectangle(cell, side, side, facecolor=color, zorder=3))
    ax.plot([x + size, x_cell], [y + size, y_cell + side], color=color, lw=1, zorder=3)
    ax.plot([x + size, x_cell], [y, y_cell], color=color, lw=1, zorder=3)


def box(ax, x, y, width, height, text, color):
    """Draw a box with words in it."""
    ax.add_patch(plt.Rectangle((x, y), width, height, facecolor="white", edgecolor=color, lw=1.8))
    ax.text(x + width / 2, y + height / 2, text, ha="center", va="center", size=9)


def arrow(ax, start, end, color=GRAY):
    """Draw an arrow."""
    ax.annotate("", end, start, arrowprops={"arrowstyle": "-|>", "color": color, "lw": 1.4})


def label(ax, x, y, text, size=10, color="black"):
    """Write words centered at x, standing on y."""
    ax.text(x, y, text, ha="center", va="bottom", size=size, color=color)
