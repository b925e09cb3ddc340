"""How long ways of doing the same thing take, by size. Not here: the measuring itself."""

import matplotlib.pyplot as plt


def plot_timings(sizes, seconds, ax=None):
    """Draw seconds = {label: list of seconds} over sizes, both axes logarithmic, labels at the lines' ends."""
    if ax is None:
        _, ax = plt.subplots()
    for i, (label, values) in enumerate(seconds.items()):
        ax.loglog(sizes, values, marker="o", color=f"C{i}")
        ax.annotate(
            label,
            (sizes[-1], values[-1]),
            xytext=(8, 0),
            textcoords="offset points",
            va="center",
            color=f"C{i}",
        )
    ax.set(xlabel="numbers in each vector", ylabel="seconds")
    return ax
