"""Examples on their way through a network: every layer's matrix as cells, a row a unit, a column an example.

Not here: the sizes of those values by layer (`helpers.figures.layers`).
"""

import matplotlib.pyplot as plt
import numpy as np

GAP = 3.5  # columns between two matrices, room for an arrow


def plot_passage(matrices, back=False, ax=None):
    """Draw {symbol: matrix (n, m)} side by side, in order, joined by arrows; return the axes.

    White is exactly 0; each matrix has a scale of colors of its own. `back` turns the arrows around.
    """
    arrays = list(matrices.values())
    height, m = max(map(len, arrays)), arrays[0].shape[1]
    if ax is None:
        _, ax = plt.subplots(figsize=(9.5, 0.26 * height + 1.5))
    for k, (name, A) in enumerate(matrices.items()):
        left, half, reach = k * (m + GAP), len(A) / 2, np.abs(A).max() or 1.0
        edges = np.arange(m + 1) + left, half - np.arange(len(A) + 1)
        colors = {"cmap": "PuOr_r", "vmin": -reach, "vmax": reach}
        ax.pcolormesh(*edges, A, edgecolors="0.85", linewidth=0.4, **colors)
        ax.text(left + m / 2, height / 2 + 0.3, f"{name}\n{A.shape}", ha="center", va="bottom", size=9)
        if k:
            ends = (left - GAP + 0.4, 0), (left - 0.4, 0)
            arrow = {"arrowstyle": "-|>", "color": "C1" if back else "0.3", "shrinkA": 0, "shrinkB": 0}
            ax.annotate("", ends[0] if back else ends[1], ends[1] if back else ends[0], arrowprops=arrow)
    ax.set(xlim=(-1, len(arrays) * (m + GAP) - GAP + 1), ylim=(-height / 2 - 0.3, height / 2 + 2.2))
    ax.set_axis_off()
    return ax
