"""Scores against hyperparameters: one at a time, and two at once on a grid or by chance.

Not here: accuracy against the number of examples (`helpers.figures.learning_curves`) or against epochs
(`helpers.figures.batches`).
"""

import matplotlib.pyplot as plt
import numpy as np

from helpers.figures.labels import ink

LABELS = {
    "learning_rate": "learning rate",
    "layers": "hidden layers",
    "units": "units in a hidden layer",
    "hidden": "activation",
    "size": "size of a mini-batch",
}


def plot_sweep(values, scores, name, baseline=None, log=False, ax=None):
    """Draw the scores, (values, seeds), of one hyperparameter's values and return the axes.

    Every dot is one seed, the line joins the means. values are numbers, or words for choices without order.
    """
    if ax is None:
        _, ax = plt.subplots()
    scores, words = np.asarray(scores), isinstance(values[0], str)
    x = np.arange(len(values)) if words else np.asarray(values, dtype=float)
    ax.plot(x, scores, "o", color="C0", alpha=0.45, ms=5)
    ax.plot(x, scores.mean(axis=1), color="C1", lw=0 if words else 2, marker="_", ms=18, mew=2)
    if words:
        ax.set_xticks(x, values)
        ax.set_xlim(-0.6, len(values) - 0.4)
    elif log:
        ax.set_xscale("log")
    if baseline is not None:
        mark_baseline(ax, baseline)
    ax.set(xlabel=name, ylabel="validation accuracy")
    return ax


def mark_baseline(ax, baseline, words="always the same class"):
    """Draw a dotted line at the height of the baseline, a number, with its name on it."""
    ax.axhline(baseline, color="0.4", ls=":", lw=1.5)
    place = ("axes fraction", "data")
    ax.annotate(words, (0.02, baseline), (0, 3), place, "offset points", size=9, va="bottom")


def plot_sweeps(rows, baseline=None, axes=None):
    """Draw a stored sweep over several hyperparameters, one small plot for each; return the axes.

    rows is a list of dicts with name, value, seed, validation.
    """
    names = list(dict.fromkeys(row["name"] for row in rows))
    if axes is None:
        _, axes = plt.subplots(-(-len(names) // 3), 3, figsize=(9.5, 5.4), sharey=True)
    for ax, name in zip(np.ravel(axes), names, strict=True):
        values = list(dict.fromkeys(row["value"] for row in rows if row["name"] == name))
        scores = [[r["validation"] for r in rows if (r["name"], r["value"]) == (name, v)] for v in values]
        plot_sweep(values, scores, LABELS.get(name, name), baseline, log=name != "layers", ax=ax)
        if isinstance(values[0], str):
            ax.tick_params(axis="x", labelsize=8)
        elif name != "learning_rate":
            ax.set_xticks(values, values)
            ax.minorticks_off()
    for ax in np.ravel(axes)[[k for k in range(len(names)) if k % 3]]:
        ax.set_ylabel("")
    return axes


def plot_search(results, x="learning_rate", color="units", ax=None):
    """Draw every trial of a search, (score, setting) pairs, against one hyperparameter; return the axes.

    A second one, `color`, colors the dots; the best trial is ringed. x is drawn on a logarithmic scale.
    """
    if ax is None:
        _, ax = plt.subplots(figsize=(6.5, 3.8))
    scores = [score for score, _ in results]
    at, shade = ([setting[name] for _, setting in results] for name in (x, color))
    dots = ax.scatter(at, scores, c=shade, s=45)
    best = int(np.argmax(scores))
    ax.scatter(at[best], scores[best], s=190, facecolor="none", edgecolor="C1", lw=2)
    ax.annotate("best", (at[best], scores[best]), (12, 4), textcoords="offset points", color=ink("C1"))
    ax.figure.colorbar(dots, ax=ax, label=LABELS.get(color, color))
    ax.set(xscale="log", xlabel=LABELS.get(x, x), ylabel="validation accuracy")
    return ax


def plot_grid_and_random(score, rng, n=4, axes=None):
    """Draw n² settings on a grid, and as many random ones, over score(x, y) on the unit square; return the axes.

    The marks at the foot are the different values of x that were tried: n on the grid, n² at random.
    """
    if axes is None:
        _, axes = plt.subplots(1, 2, figsize=(8, 3.9), sharey=True)
    ticks = (np.arange(n) + 0.5) / n
    grid, fine = np.array([(x, y) for x in ticks for y in ticks]), np.linspace(0, 1, 80)
    for ax, points, title in zip(
        axes, (grid, rng.random((n * n, 2))), ("on a grid", "at random"), strict=True
    ):
        ax.imshow(
            score(fine[None, :], fine[:, None]),
            origin="lower",
            extent=(0, 1, 0, 1),
            cmap="Greys_r",
            alpha=0.6,
        )
        ax.plot(*points.T, "o", color="C1")
        ax.plot(points[:, 0], np.full(len(points), 0.03), "|", color="C0", ms=12, mew=2)
        best = max(score(x, y) for x, y in points)
        different = len(np.unique(points[:, 0]))
        ax.set(title=f"{title}: {different} values of x, best score {best:.2f}", xticks=[], yticks=[])
        ax.set(xlabel="x, which matters", ylabel="y, which hardly does")
    return axes
