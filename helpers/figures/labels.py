"""Names at the ends of lines, in the lines' colors, instead of a legend."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.colors import to_rgb


def label_ends(ax, x, ends, labels, color=None):
    """Write labels right of the ends (x, ends) of lines, moved apart where they would touch; x may be one number."""
    ax.figure.canvas.draw()
    x = np.broadcast_to(x, len(ends))
    heights = ax.transData.transform(np.column_stack([x, ends]))[:, 1]
    shifts = apart(heights, 1.25 * plt.rcParams["font.size"] * ax.figure.dpi / 72) - heights
    for k, shift in enumerate(shifts):
        style = {"color": ink(color or f"C{k}"), "va": "center", "annotation_clip": False}
        offset = (6, shift * 72 / ax.figure.dpi)
        ax.annotate(labels[k], (x[k], ends[k]), offset, textcoords="offset points", **style)


def ink(color):
    """Return a color as words on white need it: the same hue, dark enough for a contrast of 4.5 to 1."""
    return tuple(0.68 * part for part in to_rgb(color))


def apart(heights, gap):
    """Return heights in the same order, at least `gap` apart, each group that would touch moved as little as possible.

    Least squares: without k gaps the k-th must not lie below the one before; where it does, both take their mean.
    """
    order, groups = np.argsort(heights, kind="stable"), []
    for height in np.asarray(heights, float)[order] - gap * np.arange(len(order)):
        groups.append([height])
        while len(groups) > 1 and np.mean(groups[-2]) > np.mean(groups[-1]):
            groups[-2:] = [groups[-2] + groups[-1]]
    moved = np.concatenate([np.full(len(group), np.mean(group)) for group in groups])
    found = np.empty(len(order))
    found[order] = moved + gap * np.arange(len(order))
    return found
