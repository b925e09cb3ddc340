"""How wrong a numerical slope is, over the nudge."""

import matplotlib.pyplot as plt

from helpers.figures.labels import label_ends


def plot_slope_errors(nudges, errors, ax=None):
    """Draw errors {label: one number a nudge} over the nudges, both axes logarithmic; return the axes."""
    if ax is None:
        _, ax = plt.subplots()
    for k, line in enumerate(errors.values()):
        ax.loglog(nudges, line, "o-", color=f"C{k}", markersize=4)
    ax.set(xlabel="nudge ε", ylabel="error of the slope")
    last = max(range(len(nudges)), key=lambda k: nudges[k])
    label_ends(ax, nudges[last], [line[last] for line in errors.values()], list(errors))
    return ax
