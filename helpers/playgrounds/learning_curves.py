"""Learning curves by data size and network size, measured and stored. Not here: training while you wait."""

import numpy as np

from helpers.figures.learning_curves import by_size, plot_learning_curves
from helpers.playgrounds.controls import choice, one_of
from helpers.playgrounds.playground import Playground

PARTS = [("test pictures", "test"), ("training pictures", "train")]


def play_learning_curves(rows, baseline):
    """Return the playground: which networks, measured on which pictures, read off at which m.

    rows is a list of dicts with network, m, seed, train, test; baseline is the accuracy of the larger class.
    """
    names = list(dict.fromkeys(row["network"] for row in rows))
    sizes = sorted({row["m"] for row in rows})

    def draw(stage, network, part, m):
        """Draw the curves anew where a choice has changed, and move the line at m."""
        chosen = names if network == "all" else [network]
        if draw.shown != (network, part):
            ax = plot_learning_curves(rows, baseline, chosen, stage.clear().subplots(), part)
            ax.set_ylim(0.48, 1.02)
            draw.line, draw.shown = ax.axvline(m, color="black", lw=1, ls="--"), (network, part)
            stage.moves(draw.line)
        draw.line.set_xdata([m, m])
        return describe_accuracy(rows, chosen, part, m, baseline)

    draw.shown = None
    return Playground(
        draw,
        (7.5, 4.2),
        narrowest=0.65,
        network=choice("network", ["all", *names]),
        part=choice("measured on", PARTS),
        m=one_of("training examples m", [(f"{m:,}", m) for m in sizes], sizes[len(sizes) // 2]),
    )


def describe_accuracy(rows, networks, part, m, baseline):
    """Return the sentence: the mean accuracy of each network at m, best first, and by how much the best leads."""
    means = {}
    for network in networks:
        at, scores = by_size(rows, network, part)
        means[network] = np.mean(scores[at.index(m)])
    order = sorted(means, key=means.get, reverse=True)
    text = ", ".join(f"{name} {means[name]:.3f}" for name in order)
    gain = means[order[0]] - baseline
    kind = "test" if part == "test" else "training"
    best = f"The best is {gain:.3f} above always answering with the larger class."
    return f"With m = {m:,}, {kind} accuracy: {text}. {best}"
