"""How long ways of doing the same thing take, by size. Not here: the measuring itself."""

import matplotlib.pyplot as plt

from helpers.figures.labels import label_ends


def plot_timings(sizes, seconds, ax=None):
    """Draw seconds = {label: list of seconds} over sizes, both axes logarithmic, labels at the lines' ends."""
    if ax is None:
        _, ax = plt.subplots()
    for k, values in enumerate(seconds.values()):
        ax.loglog(sizes, values, marker="o", color=f"C{k}")
    ax.set(xlabel="numbers in each vector", ylabel="seconds")
    label_ends(ax, sizes[-1], [values[-1] for values in seconds.values()], list(seconds))
    return ax
