"""The way back through a network of two hidden units, with its numbers: values in the boxes, slopes below them.

Not here: the graph of one neuron (`helpers.figures.graphs`), blocks of whole layers (`helpers.figures.blocks`).
"""

import matplotlib.pyplot as plt

from helpers.activations import RELU
from helpers.figures.labels import ink
from helpers.shallow_network import backward, forward

STEPS = ("forward", "dz2", "dW2 and db2", "da1", "dz1", "dW1 and db1")
X, HIDDEN, OUTPUT = ((0.0, 2.7), (0.0, 0.3)), ((3.4, 2.7), (3.4, 0.3)), (7.0, 1.5)


def plot_way_back(x, y, parameters, step=5, hidden=RELU, ax=None, functions=(forward, backward)):
    """Draw one example on its way through the network, and back as far as `step` of STEPS; return the axes.

    x is (2, 1), y a number, the layer sizes are 2, 2, 1. functions are forward and backward of notebook 04.
    """
    if ax is None:
        _, ax = plt.subplots(figsize=(9, 4))
    numbers = way_back(x, y, parameters, hidden, functions)
    (W1, b1), (W2, b2) = parameters
    for j, unit in enumerate(HIDDEN):
        for k, place in enumerate(X):
            slope = numbers["dW1"][j, k] if step >= 5 else None
            draw_edge(ax, place, unit, "W", W1[j, k], slope, 0.5 if j == k else 0.24)
        draw_edge(
            ax, unit, OUTPUT, "W", W2[0, j], numbers["dW2"][0, j] if step >= 2 else None, 0.42, step >= 3
        )
        slopes = {"da": numbers["da1"][j, 0]} if step >= 3 else {}
        slopes |= {"dz": numbers["dz1"][j, 0]} if step >= 4 else {}
        values = {"z": numbers["z1"][j, 0], "a": numbers["a1"][j, 0]}
        draw_unit(ax, unit, values, slopes, b1[j, 0], numbers["dz1"][j, 0] if step >= 5 else None)
    for k, place in enumerate(X):
        draw_unit(ax, place, {f"x{k + 1}": x[k, 0]})
    values = {"z": numbers["z2"].item(), "a": numbers["a2"].item()}
    slopes = {"dz": numbers["dz2"].item()} if step >= 1 else {}
    draw_unit(ax, OUTPUT, values, slopes, b2.item(), numbers["dz2"].item() if step >= 2 else None)
    ax.text(OUTPUT[0] + 0.75, OUTPUT[1], f"y = {y}", ha="left", va="center")
    for (place, _), name in zip(
        (X[0], HIDDEN[0], OUTPUT), ("input", "hidden, layer 1", "output, layer 2"), strict=True
    ):
        ax.text(place, 4.0, name, ha="center", va="top", size=9, color="0.3")
    ax.set(xlim=(-0.7, 8.6), ylim=(-0.8, 4.1))
    ax.set_axis_off()
    return ax


def way_back(x, y, parameters, hidden=RELU, functions=(forward, backward)):
    """Return {name: array} of one example: z1, a1, z2, a2 and all slopes."""
    go, back = functions
    (W1, b1), (W2, b2) = parameters
    a2, cache = go(x, parameters, hidden)
    (dW1, dz1), (dW2, dz2) = back(x, y + 0 * a2, parameters, cache, hidden)  # For one example db is dz.
    slopes = {"dz2": dz2, "dW2": dW2, "da1": W2.T @ dz2, "dz1": dz1, "dW1": dW1}
    return {"z1": cache[0], "a1": cache[1], "z2": W2 @ cache[1] + b2, "a2": a2, **slopes}


def written(number):
    """Return a number with a true minus sign, at most two decimals, and no −0."""
    return f"{round(float(number), 2) + 0:g}".replace("-", "−")


def draw_unit(ax, place, values, slopes=(), b=None, db=None):
    """Draw a box with its values, its bias above it and its slopes below it."""
    text = "\n".join(f"{name} = {written(value)}" for name, value in values.items())
    box = {"boxstyle": "round,pad=0.4", "facecolor": "white", "edgecolor": "C0", "lw": 1.5}
    ax.text(*place, text, ha="center", va="center", color=ink("C0"), bbox=box, zorder=3)
    if slopes:
        told = "\n".join(f"{name} = {written(value)}" for name, value in slopes.items())
        ax.text(place[0], place[1] - 0.5, told, ha="center", va="top", color=ink("C1"))
    if b is not None:
        ax.text(
            place[0] - 0.05, place[1] + 0.52, f"b = {written(b)}", ha="right" if db is not None else "center"
        )
    if db is not None:
        ax.text(place[0] + 0.1, place[1] + 0.52, f"db = {written(db)}", color=ink("C1"))


def draw_edge(ax, start, end, name, weight, slope, along, back=False):
    """Draw the arrow of a weight with its number, and in a second line its slope; `back` turns it around."""
    (x0, y0), (x1, y1) = (start[0] + 0.45, start[1]), (end[0] - 0.5, end[1])
    color = "C1" if back or slope is not None else "0.6"
    ends = ((x0, y0), (x1, y1)) if back else ((x1, y1), (x0, y0))
    ax.annotate("", *ends, arrowprops={"arrowstyle": "-|>", "color": color, "lw": 1.2}, zorder=1)
    x, y = x0 + along * (x1 - x0), y0 + along * (y1 - y0)
    paper = {"boxstyle": "round,pad=0.1", "facecolor": "white", "edgecolor": "none"}
    ax.text(
        x,
        y + (0.13 if slope is not None else 0),
        f"{name} = {written(weight)}",
        ha="center",
        va="center",
        size=9,
        bbox=paper,
        zorder=2,
    )
    if slope is not None:
        ax.text(
            x,
            y - 0.15,
            f"d{name} = {written(slope)}",
            ha="center",
            va="center",
            size=9,
            color=ink("C1"),
            bbox=paper,
            zorder=2,
        )
