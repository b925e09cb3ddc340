"""What hidden units do: their values, their weights while training, and what their number changes.

Labels stand at the ends of the lines. Not here: boundaries (`helpers.figures.boundaries`),
costs of one run a label (`helpers.figures.curves`).
"""

import matplotlib.pyplot as plt
import numpy as np

from helpers.figures.labels import label_ends


def plot_layer(A, ax=None):
    """Draw A, (n, m), as cells: a row for each unit, a column for each example; return the axes."""
    if ax is None:
        _, ax = plt.subplots(figsize=(6, 0.4 * len(A) + 1.1))
    reach = np.ceil(np.abs(A).max())
    image = ax.imshow(A, aspect="auto", vmin=-reach, vmax=reach)
    ax.set(xlabel="examples", ylabel="units", yticks=range(len(A)), yticklabels=range(1, len(A) + 1))
    ax.figure.colorbar(image, ax=ax, label="value", ticks=[-reach, 0, reach])
    return ax


def plot_weights(history, ax=None, title=""):
    """Draw one weight of every hidden unit while training; history is (steps, n_h); return the axes."""
    if ax is None:
        _, ax = plt.subplots(figsize=(4, 3.2))
    styles = ("-", "--", "-.", ":")
    for unit, values in enumerate(np.transpose(history)):
        ax.plot(values, linestyle=styles[unit % 4], color=f"C{unit}", lw=4.5 - 0.9 * (unit % 4))
    ends = history[-1]
    together = np.ptp(ends) < 1e-9
    labels = [f"all {len(ends)} units"] if together else [f"unit {unit + 1}" for unit in range(len(ends))]
    label_ends(ax, len(history) - 1, ends[: len(labels)], labels, "black" if together else None)
    ax.set(xlabel="iteration", ylabel="first weight of the unit", title=title)
    return ax


def plot_runs(runs, ax=None, yscale="linear"):
    """Draw costs over iterations for runs = {label: list of runs}, several runs of one label in one color."""
    if ax is None:
        _, ax = plt.subplots()
    for k, (_, group) in enumerate(runs.items()):
        for costs in group:
            ax.plot(costs, color=f"C{k}", lw=1.2)
    ax.set(xlabel="iteration", ylabel="cost", yscale=yscale)
    lengths = [len(group[0]) - 1 for group in runs.values()]
    ends = [np.mean([costs[-1] for costs in group]) for group in runs.values()]
    label_ends(ax, lengths, ends, list(runs))
    return ax


def plot_fit(X, Y, fits, ax=None):
    """Draw examples of one feature, X and Y (1, m), and curves fits = {label: (x, y)} over them."""
    if ax is None:
        _, ax = plt.subplots(figsize=(4.5, 3.2))
    ax.scatter(X, Y, s=14, color="0.6")
    for k, (x, y) in enumerate(fits.values()):
        ax.plot(np.ravel(x), np.ravel(y), color=f"C{k}", linestyle=("-", "--")[k % 2])
    label_ends(
        ax,
        np.max([np.max(x) for x, _ in fits.values()]),
        [np.ravel(y)[-1] for _, y in fits.values()],
        list(fits),
    )
    ax.axhline(0, color="0.8", lw=0.8, zorder=0)
    return ax


def plot_sizes(rows, axes=None):
    """Draw accuracy over hidden units for rows = [{"n_h", "train", "test"}, ...]: dots, and a bar at each mean."""
    if axes is None:
        _, axes = plt.subplots(1, 2, figsize=(9, 3.4), sharey=True)
    sizes = sorted({row["n_h"] for row in rows})
    for k, (ax, part) in enumerate(zip(axes, ("train", "test"), strict=True)):
        for n in sizes:
            runs = [row[part] for row in rows if row["n_h"] == n]
            ax.plot([n] * len(runs), runs, "o^"[k], color=f"C{k}", ms=4.5, alpha=0.5)
            ax.hlines(np.mean(runs), n / 1.12, n * 1.12, color=f"C{k}", lw=2.5)
        ax.set(xscale="log", xlabel="hidden units", title=("training points", "test points")[k])
        ax.set_xticks(sizes, sizes)
        ax.minorticks_off()
    axes[0].set(ylabel="accuracy", ylim=(0.5, 1))
    return axes
