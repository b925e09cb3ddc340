"""Points of the plane in two classes, and what a network makes of the plane around them.

A class is a color and a marker. The background is one image: `redraw_boundary` serves sliders.
"""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.colors import LinearSegmentedColormap, to_rgb

MARKERS = ("o", "^")


def plot_points(X, Y, ax=None):
    """Draw the columns of X, (2, m): circles where Y, (1, m), is 0, triangles where 1; return the axes."""
    if ax is None:
        _, ax = plt.subplots(figsize=(4, 4))
    for label, marker in enumerate(MARKERS):
        x1, x2 = X[:, np.ravel(Y) == label]
        ax.scatter(
            x1, x2, s=20, marker=marker, color=f"C{label}", edgecolors="white", linewidths=0.3, zorder=2
        )
    left, right, bottom, top = extent_around(X)
    ax.set(xlim=(left, right), ylim=(bottom, top), xlabel="$x_1$", ylabel="$x_2$", aspect="equal")
    return ax


def plot_boundary(output, X, Y, ax=None, points=100):
    """Draw the points and behind them the output, between 0 and 1, over the plane; return the axes.

    `output` maps (2, k) points to (1, k) outputs. The black line is where the output is ½.
    """
    ax = plot_points(X, Y, ax)
    image = np.full((points, points), 0.5)
    ax.imshow(image, extent=extent_around(X), origin="lower", cmap=class_colors(), vmin=0, vmax=1, zorder=0)
    return redraw_boundary(ax, output)


def redraw_boundary(ax, output):
    """Put new outputs behind the points of axes made by `plot_boundary`; return the axes."""
    image = ax.images[0]
    left, right, bottom, top = image.get_extent()
    points = image.get_array().shape[0]
    x1, x2 = cell_centers(left, right, points), cell_centers(bottom, top, points)
    values = output_over(output, x1, x2)
    image.set_data(values)
    for line in list(ax.collections[len(MARKERS) :]):
        line.remove()
    if values.min() < 0.5 < values.max():
        ax.contour(x1, x2, values, levels=[0.5], colors="black", linewidths=1, zorder=1)
    return ax


def plot_boundaries(outputs, X, Y, columns=4, points=80):
    """Draw one boundary beside the other for outputs = {title: function}; return the array of axes."""
    rows = -(-len(outputs) // columns)
    figure, axes = plt.subplots(rows, columns, figsize=(2.4 * columns, 2.6 * rows), squeeze=False)
    for ax, (title, output) in zip(axes.flat, outputs.items(), strict=False):
        plot_boundary(output, X, Y, ax, points).set(title=title, xlabel="", ylabel="", xticks=[], yticks=[])
    for ax in axes.flat[len(outputs) :]:
        ax.set_axis_off()
    return axes


def output_over(output, x1, x2):
    """Return the outputs at every crossing of x1 and x2 as an array (len(x2), len(x1))."""
    X = np.stack(np.meshgrid(x1, x2)).reshape(2, -1)
    return np.asarray(output(X), dtype=float).reshape(len(x2), len(x1))


def extent_around(X, margin=0.12):
    """Return (left, right, bottom, top) of a square around the columns of X, (2, m), with a margin."""
    middle = (X.max(axis=1) + X.min(axis=1)) / 2
    half = (0.5 + margin) * np.ptp(X, axis=1).max()
    return middle[0] - half, middle[0] + half, middle[1] - half, middle[1] + half


def cell_centers(low, high, points):
    """Return the centers of `points` equal cells between low and high, (points,)."""
    width = (high - low) / points
    return low + width * (np.arange(points) + 0.5)


def class_colors():
    """Return the color map from a pale class 0 over white to a pale class 1."""
    pale = [tuple(0.45 * np.array(to_rgb(f"C{label}")) + 0.55) for label in range(2)]
    return LinearSegmentedColormap.from_list("classes", [pale[0], "white", pale[1]], N=21)
