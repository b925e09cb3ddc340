"""A product of two matrices, cell by cell: which row and which column make an entry.

Not here: arrays of different shapes, entry by entry (`helpers.figures.broadcasting`).
"""

import matplotlib.pyplot as plt
import numpy as np

from helpers.figures.broadcasting import draw_cell, frame, write

GAP = 1.3


def plot_product(A, B, cell, names=("A", "B", "A @ B"), ax=None):
    """Draw A, (p, n), B, (n, q), and A @ B, (p, q), with the names above; return the axes.

    `cell`, a pair (i, j), frames one entry of the product, and row i of A and column j of B that it comes from.
    """
    A, B = np.asarray(A), np.asarray(B)
    i, j = cell
    arrays = (A, B, A @ B)
    framed = ({(i, k) for k in range(A.shape[1])}, {(k, j) for k in range(B.shape[0])}, {(i, j)})
    rows = max(array.shape[0] for array in arrays)
    width = sum(array.shape[1] for array in arrays) + 2 * GAP
    if ax is None:
        _, ax = plt.subplots(figsize=(0.5 * width, 0.5 * rows + 0.8))
    left = 0
    for k, (array, marked, name, sign) in enumerate(zip(arrays, framed, names, ("@", "=", ""), strict=True)):
        top = (rows - array.shape[0]) / 2
        for place, value in np.ndenumerate(array):
            draw_cell(ax, left + place[1], top + place[0], value, f"C{k}", real=True)
            if place in marked:
                frame(ax, left + place[1], top + place[0])
        right = left + array.shape[1]
        write(ax, (left + right - 1) / 2, top - 0.95, f"{name} {array.shape}", size=9)
        write(ax, right - 0.5 + GAP / 2, rows / 2 - 0.5, sign, size=14)
        left = right + GAP
    ax.set(xlim=(-0.7, width - 0.3), ylim=(rows - 0.3, -1.4), aspect="equal")
    ax.set_axis_off()
    return ax
