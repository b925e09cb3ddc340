"""Two arrays and what broadcasting makes of them, cell by cell.

Every array is drawn as cells with their numbers; pale cells are the copies that NumPy pretends to make.
Not here: arrays with more than two axes.
"""

import matplotlib.pyplot as plt
import numpy as np

GAP = 1.2
SIGNS = {np.add: "+", np.subtract: "−", np.multiply: "*", np.divide: "/", np.equal: "=="}


def broadcast_shape(first, second):
    """Return the shape that two shapes broadcast to, or None where they do not fit."""
    try:
        return np.broadcast_shapes(first, second)
    except ValueError:
        return None


def plot_broadcast(A, B, operation=np.add, cell=None, ax=None, secret=False):
    """Draw A, B and operation(A, B) as cells, side by side; return the axes.

    A and B are numbers or arrays with one or two axes. `cell`, a pair (i, j), frames the entry of the result
    and the two entries that it comes from. Where the shapes do not fit, the result is a cross. `secret` shows a
    question mark in place of every number of the result.
    """
    A, B = np.asarray(A), np.asarray(B)
    shape = broadcast_shape(A.shape, B.shape)
    rows, columns = two_axes(shape if shape is not None else np.maximum(two_axes(A.shape), two_axes(B.shape)))
    if ax is None:
        _, ax = plt.subplots(figsize=(0.5 * (3 * columns + 2 * GAP), 0.5 * rows + 1.0))
    starts = [k * (columns + GAP) for k in range(3)]
    for array, start, color in ((A, starts[0], "C0"), (B, starts[1], "C1")):
        draw_operand(ax, array, start, (rows, columns) if shape is not None else None, color, cell)
    if shape is None:
        write(ax, starts[2] + columns / 2 - 0.5, rows / 2 - 0.5, "✗", size=30)
        write(ax, starts[2] + columns / 2 - 0.5, -0.95, "no common shape", size=9)
    else:
        result = np.full((rows, columns), "?") if secret else operation(A, B)
        draw_operand(ax, result, starts[2], (rows, columns), "C2", cell)
    for start, sign in zip(starts[1:], (SIGNS.get(operation, operation.__name__), "="), strict=True):
        write(ax, start - 0.5 - GAP / 2, rows / 2 - 0.5, sign, size=14)
    ax.set(xlim=(-0.7, starts[2] + columns - 0.3), ylim=(rows - 0.3, -1.4), aspect="equal")
    ax.set_axis_off()
    return ax


def draw_operand(ax, array, start, common, color, cell=None):
    """Draw one array at x = start, stretched to the `common` shape (rows, columns), or alone if that is None."""
    own = two_axes(array.shape)
    rows, columns = common or own
    stretched = np.broadcast_to(array, (rows, columns)) if common else array.reshape(own)
    for i, j in np.ndindex(rows, columns):
        draw_cell(ax, start + j, i, stretched[i, j], color, real=i < own[0] and j < own[1])
    if common and cell is not None:
        frame(ax, start + min(cell[1], columns - 1), min(cell[0], rows - 1))
    write(ax, start + columns / 2 - 0.5, -0.95, str(array.shape) if array.shape else "a number", size=9)


def draw_cell(ax, x, y, value, color, real):
    """Draw one cell with its number: filled where it is real, dashed and pale where it is a pretended copy."""
    look = {"alpha": 0.35, "lw": 1.2} if real else {"fill": False, "lw": 0.8, "ls": (0, (2, 2)), "alpha": 0.6}
    face = {"facecolor": color, "edgecolor": color} if real else {"edgecolor": color}
    ax.add_patch(plt.Rectangle((x - 0.46, y - 0.46), 0.92, 0.92, **face, **look))
    write(
        ax,
        x,
        y,
        value if isinstance(value, str) else format(value, ".4g"),
        size=10,
        color="black" if real else "0.55",
    )


def frame(ax, x, y):
    """Draw a black frame around the cell at (x, y)."""
    ax.add_patch(plt.Rectangle((x - 0.5, y - 0.5), 1, 1, fill=False, edgecolor="black", lw=2))


def write(ax, x, y, text, size, color="black"):
    """Write a text centered at (x, y)."""
    ax.text(x, y, text, ha="center", va="center", fontsize=size, color=color)


def two_axes(shape):
    """Return a shape as (rows, columns), with ones added on the left as broadcasting does."""
    return (1, 1, *shape)[-2:]
