"""Learning curves: the cost, step after step. Not here: accuracies (`helpers.figures.learning_curves`)."""

import matplotlib.pyplot as plt
import numpy as np

from helpers.figures.labels import label_ends


def plot_costs(curves, xlabel="iterations", ylabel="cost", ax=None):
    """Draw the costs {label: one number an iteration}, each line with its label at its end; return the axes.

    A list of costs alone is one line without a label. Where costs are not finite the line stops.
    """
    if ax is None:
        _, ax = plt.subplots()
    curves = curves if isinstance(curves, dict) else {"": curves}
    for k, costs in enumerate(curves.values()):
        ax.plot(costs, color=f"C{k}")
    ax.set(xlabel=xlabel, ylabel=ylabel)
    ax.set_ylim(bottom=min(0, ax.get_ylim()[0]))
    x, ends = zip(*map(last_finite, curves.values()), strict=True)
    label_ends(ax, x, ends, list(curves))
    return ax


def last_finite(costs):
    """Return (iteration, cost) of the last cost that is a finite number."""
    finite = np.flatnonzero(np.isfinite(costs))
    return (int(finite[-1]), costs[finite[-1]]) if finite.size else (0, 0.0)
