"""Names at the ends of lines, in the lines' colors, instead of a legend."""

import matplotlib.pyplot as plt
import numpy as np


def label_ends(ax, x, ends, labels, color=None):
    """Write labels right of the ends (x, ends) of lines, pushed apart where they would touch; x may be one number."""
    ax.figure.canvas.draw()
    x = np.broadcast_to(x, len(ends))
    heights = ax.transData.transform(np.column_stack([x, ends]))[:, 1]
    gap, last = 1.25 * plt.rcParams["font.size"] * ax.figure.dpi / 72, -np.inf
    for k in np.argsort(heights):
        shift = max(0.0, last + gap - heights[k])
        last = heights[k] + shift
        offset = (6, shift * 72 / ax.figure.dpi)
        style = {"color": color or f"C{k}", "va": "center", "annotation_clip": False}
        ax.annotate(labels[k], (x[k], ends[k]), offset, textcoords="offset points", **style)
