"""The computation graph of one neuron: values from left to right, derivatives from right to left.

Not here: networks with layers (`helpers.figures.networks`).
"""

import matplotlib.pyplot as plt

from helpers.activations import sigmoid
from helpers.figures.labels import ink
from helpers.losses import loss

STEPS = ("the inputs", "z", "a", "L", "da", "dz", "dw1, dw2 and db")
PLACES = {
    "x1": (0, 4),
    "w1": (0, 3),
    "x2": (0, 2),
    "w2": (0, 1),
    "b": (0, 0),
    "z": (1.6, 2),
    "a": (3.0, 2),
    "y": (3.0, 0.4),
    "L": (4.4, 2),
}
FORMULAS = {"z": "$w_1x_1+w_2x_2+b$", "a": "$\\sigma(z)$", "L": "$L(a, y)$"}


def neuron_values(x1, x2, w1, w2, b, y):
    """Return ({name: value}, {name: derivative of the loss by it}) of one neuron and one example, all numbers."""
    z = w1 * x1 + w2 * x2 + b
    a = sigmoid(z)
    values = {"x1": x1, "w1": w1, "x2": x2, "w2": w2, "b": b, "z": z, "a": a, "y": y, "L": loss(a, y)}
    dz = a - y
    derivatives = {"a": -y / a + (1 - y) / (1 - a), "z": dz, "w1": dz * x1, "w2": dz * x2, "b": dz}
    return values, derivatives


def plot_graph(values, derivatives, step=6, ax=None):
    """Draw the graph as far as `step`: 0 shows the inputs, 3 the loss, 6 every derivative; return the axes.

    What the step has just computed is framed. Values stand in blue in the boxes, derivatives in orange below.
    """
    if ax is None:
        _, ax = plt.subplots(figsize=(7, 3.8))
    draw_arrows(ax, derivatives, step)
    draw_nodes(ax, values, derivatives, step)
    return ax


def draw_arrows(ax, derivatives, step):
    """Draw what does not depend on the numbers, on empty axes: the arrows and the formulas."""
    for name in ("x1", "w1", "x2", "w2", "b"):
        draw_arrow(ax, name, "z", back=step >= 6 and name in derivatives)
    draw_arrow(ax, "y", "L", back=False)
    draw_arrow(ax, "z", "a", back=step >= 5)
    draw_arrow(ax, "a", "L", back=step >= 4)
    for name, formula in FORMULAS.items():
        x, y = PLACES[name]
        ax.text(x, y + 0.55, formula, ha="center", va="bottom", fontsize="small")
    ax.set(xlim=(-0.5, 5.0), ylim=(-0.7, 4.6))
    ax.set_axis_off()


def draw_nodes(ax, values, derivatives, step):
    """Draw the boxes with what is known at `step`."""
    known = [name for name in values if name not in "zaL" or "zaL".index(name) < step]
    passed = [name for name in derivatives if step >= {"a": 4, "z": 5}.get(name, 6)]
    for name in PLACES:
        value = written(values[name]) if name in known else ""
        slope = f"d{name} = {written(derivatives[name])}" if name in passed else ""
        draw_node(
            ax, name, value, slope, framed=name in STEPS[step].replace("d", "").replace(",", "").split()
        )


def written(number):
    """Return a number with two decimals and a true minus sign."""
    return f"{number:.2f}".replace("-", "−")


def draw_node(ax, name, value, slope, framed, places=PLACES):
    """Draw one box with its name, its value, and below it its derivative."""
    x, y = places[name]
    label = f"{name} = {value}" if value else name
    edge = {"edgecolor": "C1", "linewidth": 2} if framed else {"edgecolor": "C6", "linewidth": 0.8}
    ax.text(
        x,
        y,
        label,
        ha="center",
        va="center",
        color="C0",
        bbox={"boxstyle": "round", "facecolor": "white", **edge},
    )
    if slope:
        ax.text(x, y - 0.45, slope, ha="center", va="center", color=ink("C1"), fontsize="small")


def draw_arrow(ax, start, end, back, places=PLACES, bend=0):
    """Draw the arrow of a value from box to box, or in orange the arrow back of a derivative; `bend` bends it down."""
    (x0, y0), (x1, y1) = places[start], places[end]
    ends = ((x1 - 0.45, y1), (x0 + 0.4, y0)) if back else ((x0 + 0.4, y0), (x1 - 0.45, y1))
    style = {"arrowstyle": "->", "color": "C1" if back else "0.6", "shrinkA": 2, "shrinkB": 2}
    style["connectionstyle"] = f"arc3,rad={-bend if back else bend}"
    ax.annotate("", xy=ends[1], xytext=ends[0], arrowprops=style, zorder=0)
