"""Accuracy against the number of examples, for networks of several sizes, with the spread over seeds.

Not here: scores against hyperparameters (`helpers.figures.search`).
"""

import matplotlib.pyplot as plt
import numpy as np

from helpers.figures.labels import label_ends

MARKERS = "osD^vP"


def plot_learning_curves(rows, baseline=None, networks=None, ax=None, part="test"):
    """Draw the accuracy of each network against m, the number of examples, and return the axes.

    rows is a list of dicts with network, m, seed, train, test. A line joins the means over the seeds; the band
    reaches from the worst to the best seed. baseline is the accuracy of always answering the larger class.
    """
    if ax is None:
        _, ax = plt.subplots(figsize=(7.5, 4.4))
    networks = list(dict.fromkeys(row["network"] for row in rows)) if networks is None else networks
    ends = []
    for k, network in enumerate(networks):
        sizes, scores = by_size(rows, network, part)
        means = [np.mean(values) for values in scores]
        ax.plot(sizes, means, color=f"C{k}", marker=MARKERS[k])
        ax.fill_between(sizes, list(map(min, scores)), list(map(max, scores)), color=f"C{k}", alpha=0.2, lw=0)
        ends.append((sizes[-1], means[-1]))
    if baseline is not None:
        ax.axhline(baseline, color="0.4", ls=":", lw=1.5)
        ax.text(
            min(row["m"] for row in rows), baseline + 0.006, "always the larger class", color="0.3", size=9
        )
    ax.set(xscale="log", xlabel="training examples m", ylabel=f"{part} accuracy")
    ticks = sorted({row["m"] for row in rows})
    ax.set_xticks(ticks, [f"{m:,}" for m in ticks])
    ax.minorticks_off()
    label_ends(ax, *zip(*ends, strict=True), networks)
    return ax


def by_size(rows, network, part="test"):
    """Return (sizes, scores) of one network: the sizes in order, and for each a list of accuracies."""
    sizes = sorted({row["m"] for row in rows if row["network"] == network})
    scores = [[r[part] for r in rows if r["network"] == network and r["m"] == m] for m in sizes]
    return sizes, scores
