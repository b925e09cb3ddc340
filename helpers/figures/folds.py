"""What folds make of a count: the value after every fold, over the number of ones that went in.

Not here: the weights that fold (`helpers.parity`).
"""

import matplotlib.pyplot as plt
import numpy as np


def plot_folds(n, places, ax=None):
    """Draw | ... ||s − p1| − p2| ... | over s from 0 to n after each fold, with its corners; return the axes.

    Filled circles are even counts, triangles odd ones.
    """
    if ax is None:
        _, ax = plt.subplots(1, len(places), figsize=(3 * len(places), 2.6), squeeze=False)
        ax = ax[0]
    for k, axis in enumerate(ax, 1):
        draw_fold(axis, n, places[:k])
    ax[0].set_ylabel("value after the fold")
    return ax


def draw_fold(ax, n, places):
    """Draw the graph after the last of these folds."""
    ax.plot([], color="C0", lw=1.3, zorder=1)
    for parity, marker in ((0, "o"), (1, "^")):
        ax.plot([], [], marker, color=f"C{parity}", ms=6)
    ax.plot([], [], "+", color="black", ms=11, mew=1.5)
    ax.set(xlabel="ones among the bits", xticks=range(0, n + 1, 2))
    redraw_fold(ax, n, places)
    ax.relim()
    ax.autoscale_view()


def redraw_fold(ax, n, places):
    """Move the graph in axes made by `draw_fold` to other folds."""
    counts, at = np.arange(n + 1), corners(n, places)
    for line, s in zip(ax.lines, (np.linspace(0, n, 1601), counts[::2], counts[1::2], at), strict=True):
        line.set_data(s, folded(s, places))
    ax.set_title(f"after fold {len(places)}, at {places[-1]:g}: corners {len(at)}")


def folded(s, places):
    """Return | ... ||s − p1| − p2| ... |, in the shape of s."""
    for place in places:
        s = np.abs(s - place)
    return s


def corners(n, places):
    """Return the counts between 0 and n where the graph after these folds has a corner."""
    if not places:
        return np.empty(0)
    found = np.array([places[-1]], dtype=float)  # where the last fold's input has to be
    for place in places[-2::-1]:
        found = np.concatenate([place + found[found >= 0], place - found[found > 0], [place]])
    return np.unique(found[(found > 0) & (found < n)])
