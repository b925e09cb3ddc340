"""Learning curves: the cost, step after step. Not here: accuracies (`helpers.figures.learning_curves`)."""

import matplotlib.pyplot as plt
import numpy as np


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
    label_ends(ax, curves)
    return ax


def label_ends(ax, curves):
    """Write each label where its line ends; labels that would overlap are moved up, the lowest line's first."""
    ends = {label: last_finite(costs) for label, costs in curves.items()}
    colors = {label: f"C{k}" for k, label in enumerate(curves)}
    gap, height = 0.06 * np.ptp(ax.get_ylim()), -np.inf
    for label, (x, y) in sorted(ends.items(), key=lambda item: item[1][1]):
        height = max(y, height + gap)
        ax.annotate(label, (x, height), (6, 0), textcoords="offset points", va="center", color=colors[label])


def last_finite(costs):
    """Return (iteration, cost) of the last cost that is a finite number."""
    finite = np.flatnonzero(np.isfinite(costs))
    return (int(finite[-1]), costs[finite[-1]]) if finite.size else (0, 0.0)
