"""Images in a row, images as columns of a matrix, and weights drawn as the image that they look for.

Not here: how an image becomes a column (`helpers.images`).
"""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.colors import LinearSegmentedColormap, ListedColormap, to_rgb


def plot_images(images, titles=(), columns=8, axes=None):
    """Draw images, (m, h, w) or (m, h, w, 3), in rows, with a title above each; return the array of axes.

    Gray images run from black for 0 to white for 255, or for 1 where they are fractions.
    """
    rows = -(-len(images) // columns)
    if axes is None:
        _, axes = plt.subplots(rows, columns, figsize=(1.05 * columns, 1.25 * rows), squeeze=False)
    axes = np.atleast_1d(axes)
    white = 255 if np.max(images) > 1 else 1
    for ax, image in zip(axes.flat, images, strict=False):
        ax.imshow(image, cmap="gray", vmin=0, vmax=white)
    for ax, title in zip(axes.flat, titles, strict=False):
        ax.set_title(title, fontsize="small", loc="center")
    for ax in axes.flat:
        ax.set_axis_off()
    return axes


def plot_weights(w, shape, ax=None):
    """Draw the weights w, (h·w, 1), as an image of the given shape (h, w); return the axes.

    Orange pixels have positive weight and speak for class 1, blue ones speak against it, white ones are silent.
    """
    if ax is None:
        _, ax = plt.subplots(figsize=(4.2, 3.6))
    largest = np.max(np.abs(w)) or 1
    cmap = LinearSegmentedColormap.from_list("for and against", [to_rgb("C0"), "white", to_rgb("C1")])
    picture = ax.imshow(np.reshape(w, shape), cmap=cmap, vmin=-largest, vmax=largest)
    ax.figure.colorbar(picture, ax=ax, label="weight")
    ax.set_axis_off()
    return ax


def plot_cells(A, color_of=None, title="", ax=None):
    """Draw a small matrix as cells with their numbers; return the axes.

    `color_of`, an array of whole numbers in the shape of A, colors the cells: 0 is C0, 1 is C1, and so on.
    """
    A = np.asarray(A)
    rows, columns = A.shape
    if ax is None:
        _, ax = plt.subplots(figsize=(0.45 * columns + 0.2, 0.45 * rows + 0.5))
    color_of = A if color_of is None else np.asarray(color_of)
    ax.imshow(color_of, cmap=pale_colors(), vmin=-0.5, vmax=6.5)
    for i, j in np.ndindex(rows, columns):
        ax.text(j, i, A[i, j], ha="center", va="center", fontsize="small")
    ax.set(xticks=[], yticks=[], title=title)
    return ax


def plot_owners(flattened, m, axes=None):
    """Draw, for every {title: (n, m) matrix}, which image each entry came from; return the array of axes.

    The entries are whole numbers from 0 to m − 1: the number of the image, which is also its color.
    """
    if axes is None:
        _, axes = plt.subplots(1, len(flattened), figsize=(2.6 * len(flattened), 3.6), squeeze=False)
    for ax, (title, X) in zip(np.ravel(axes), flattened.items(), strict=True):
        plot_cells(X, title=title, ax=ax)
        ax.set_xticks(range(m))
        ax.set_xlabel("column")
        ax.tick_params(length=0)
    return axes


def pale_colors():
    """Return the seven colors of the course made pale enough to write on."""
    return ListedColormap([tuple(0.55 + 0.45 * np.array(to_rgb(f"C{i}"))) for i in range(7)])
