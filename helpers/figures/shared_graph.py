"""A small computation graph in which one value is used twice, with its slopes.

Not here: the graph of a neuron (`helpers.figures.graphs`).
"""

import matplotlib.pyplot as plt

from helpers.figures.graphs import draw_arrow, draw_node

PLACES = {"x": (0, 1.6), "y": (0, 0), "u": (1.7, 0.4), "v": (3.2, 1.2), "J": (4.6, 1.2)}
WAYS = (("x", "u"), ("y", "u"), ("x", "v"), ("u", "v"), ("v", "J"))
FORMULAS = {"u": "$x + y$", "v": "$x \\cdot u$", "J": "$v^2$"}


def plot_shared_graph(x, y, slopes=None, ax=None):
    """Draw u = x + y, v = x · u and J = v² with their values, and the slopes {name: number} below; return the axes."""
    if ax is None:
        _, ax = plt.subplots(figsize=(6.4, 2.6))
    slopes = slopes or {}
    u = x + y
    values = {"x": x, "y": y, "u": u, "v": x * u, "J": (x * u) ** 2}
    for start, end in WAYS:
        draw_arrow(ax, start, end, back=bool(slopes), places=PLACES)
    for name, value in values.items():
        slope = f"d{name} = {slopes[name]:g}" if name in slopes else ""
        draw_node(ax, name, f"{value:g}", slope.replace("-", "−"), framed=False, places=PLACES)
    for name, formula in FORMULAS.items():
        column, row = PLACES[name]
        ax.text(column, row + 0.35, formula, ha="center", va="bottom", fontsize="small")
    ax.set(xlim=(-0.5, 5.1), ylim=(-0.7, 2.1))
    ax.set_axis_off()
    return ax
