"""Samples of data as people see them and as numbers: a table, a photograph, a sound, a sentence.

Not here: many pictures at once (`helpers.figures.images`).
"""

from textwrap import fill

import matplotlib.pyplot as plt
import numpy as np

from helpers.figures.labels import ink


def plot_table(X, Y, features, target, n=6, ax=None):
    """Draw the first n examples of a table, X (n_x, m) and Y (1, m), as rows of numbers; return the axes."""
    ax = blank(ax, "structured: every column has a meaning")
    columns = [*X[:, :n], Y[0, :n]]
    names = [fill(name, 12) for name in (*features, target)]
    rows = [[f"{value:.4g}" for value in example] for example in zip(*columns, strict=True)]
    table = ax.table(rows, colLabels=names, loc="center", edges="horizontal")
    table.auto_set_font_size(False)
    table.set_fontsize(8)
    table.scale(1, 1.25)
    for column in range(len(names)):
        table[0, column].set_height(3.4 * table[0, column].get_height())
    return ax


def plot_photo(photo, corner=(66, 58), size=8, axes=None):
    """Draw a photo, (h, w, 3), and beside it the red numbers of a small square of it; return both axes."""
    if axes is None:
        _, axes = plt.subplots(1, 2, figsize=(7, 3.4))
    left, right = axes
    row, column = corner
    left.imshow(photo)
    left.add_patch(plt.Rectangle((column, row), size, size, fill=False, edgecolor="C1", lw=2))
    patch = photo[row : row + size, column : column + size]
    right.imshow(patch)
    for (i, j), value in np.ndenumerate(patch[:, :, 0]):
        dark = patch[i, j].mean() < 128
        right.text(j, i, value, ha="center", va="center", size=8, color="white" if dark else "black")
    left.set_title("a photograph …")
    right.set_title("… and the red of its marked pixels")
    for ax in axes:
        ax.set_axis_off()
    return axes


def plot_sound(sound, rate, start=800, n=60, axes=None):
    """Draw a sound, (m,), against time, and beside it n single numbers of it; return both axes."""
    if axes is None:
        _, axes = plt.subplots(1, 2, figsize=(7, 2.4))
    left, right = axes
    left.plot(np.arange(len(sound)) / rate, sound, lw=0.5)
    left.axvspan(start / rate, (start + n) / rate, color="C1")
    left.set(title="a sound …", xlabel="seconds", ylabel="air pressure")
    right.plot(np.arange(start, start + n), sound[start : start + n], "o", color="C1", ms=3)
    right.set(title=f"… and {n} of its {len(sound):,} numbers", xlabel="number in the series")
    return axes


def plot_sentence(sentence, n=24, ax=None):
    """Draw the first n letters of a sentence, each above the number that stands for it; return the axes."""
    ax = blank(ax, "a sentence, and the numbers a computer keeps for its letters", (7, 1.1))
    for place, letter in enumerate(sentence[:n]):
        ax.text(place, 0.6, letter, ha="center", family="monospace", size=14)
        ax.text(place, 0.1, ord(letter), ha="center", family="monospace", size=7.5, color=ink("C1"))
    ax.text(n, 0.6, "…", ha="center", size=14)
    ax.set(xlim=(-1, n + 1), ylim=(-0.1, 1.2))
    return ax


def blank(ax, title, figsize=(9, 2.6)):
    """Return axes without lines, with a title."""
    if ax is None:
        _, ax = plt.subplots(figsize=figsize)
    ax.set_axis_off()
    ax.set_title(title)
    return ax
