"""Drawings of fully connected networks of any depth, with the course's symbols.

Not here: computation graphs (`helpers.figures.graphs`).
"""

import matplotlib.pyplot as plt

ACROSS, RADIUS = 2.6, 0.4  # from layer to layer, and of a unit, in steps from unit to unit
INCHES = 0.5  # such a step on paper


def plot_network(layer_sizes, ax=None, inputs=(), outputs=(), highlight=None, shapes=True, most=6):
    """Draw a network with layer_sizes = (n_x, n[1], ..., n_y) and return the axes.

    inputs and outputs are words to stand beside the units at the ends. highlight = (layer, unit), counted as
    in the symbols, colors one unit and what it reads. shapes writes the shapes of W and b above the arrows.
    Of a layer with more than `most` units only some are drawn.
    """
    last = len(layer_sizes) - 1
    places = [unit_places(n, ACROSS * layer, most) for layer, n in enumerate(layer_sizes)]
    top = max(y for units in places for _, _, y in units) + 0.7
    above = 1.1 if shapes else 0.0
    if ax is None:
        _, ax = plt.subplots(figsize=(INCHES * (ACROSS * last + 2), INCHES * (2 * top + 1.1 + above)))
    ax.set(xlim=(-1, ACROSS * last + 1), ylim=(-top - 1.1, top + above), aspect="equal")
    ax.set_axis_off()
    for layer, units in enumerate(places):
        lit = highlight[1] - 1 if highlight is not None and highlight[0] == layer else None
        if layer:
            draw_weights(ax, places[layer - 1], units, lit)
        if layer and shapes:
            write_shapes(ax, layer, layer_sizes, top)
        draw_units(ax, units, layer, layer_sizes, lit)
        part = "input" if layer == 0 else "output" if layer == last else "hidden"
        ax.text(ACROSS * layer, -top, f"{part}\nlayer {layer}", ha="center", va="top", size=9)
    write_words(ax, places[0], inputs, -1)
    write_words(ax, places[-1], outputs, 1)
    return ax


def unit_places(n, x, most=6):
    """Return [(index, x, y), ...] of the units drawn in a layer of n, from the top; index None: dots."""
    drawn = list(range(n)) if n <= most else [*range(most - 2), None, n - 1]
    return [(index, x, (len(drawn) - 1) / 2 - row) for row, index in enumerate(drawn)]


def draw_weights(ax, before, after, lit=None):
    """Draw an arrow from every unit of one layer to every unit of the next; into unit `lit` in color."""
    for _, x0, y0 in (unit for unit in before if unit[0] is not None):
        for index, x1, y1 in (unit for unit in after if unit[0] is not None):
            t = RADIUS / ((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5
            start = (x0 + t * (x1 - x0), y0 + t * (y1 - y0))
            end = (x1 - t * (x1 - x0), y1 - t * (y1 - y0))
            style = {"color": "C1", "lw": 1.6} if index == lit else {"color": "0.7", "lw": 0.8}
            arrow = {"arrowstyle": "-|>", "mutation_scale": 7, "shrinkA": 0, "shrinkB": 0, **style}
            ax.annotate("", end, start, arrowprops=arrow, zorder=1)


def draw_units(ax, units, layer, layer_sizes, lit=None):
    """Draw the units of one layer with their symbols; an input has no frame, since it computes nothing."""
    for index, x, y in units:
        if index is None:
            ax.text(x, y, "⋮", ha="center", va="center", size=14)
            continue
        if layer:
            color = "C1" if index == lit else "C0"
            ax.add_patch(plt.Circle((x, y), RADIUS, facecolor="white", edgecolor=color, lw=1.8, zorder=2))
        ax.text(x, y, symbol(index, layer, layer_sizes), ha="center", va="center", size=10, zorder=3)


def symbol(index, layer, layer_sizes):
    """Return the symbol of one unit: x1 in the input, ŷ for the only output, else a with layer and unit."""
    if layer == 0:
        return f"$x_{{{index + 1}}}$"
    if layer == len(layer_sizes) - 1 and layer_sizes[-1] == 1:
        return r"$\hat{y}$"
    return f"$a^{{[{layer}]}}_{{{index + 1}}}$"


def write_shapes(ax, layer, layer_sizes, top):
    """Write the shapes of W and b between a layer and the one before it."""
    n, n_before = layer_sizes[layer], layer_sizes[layer - 1]
    text = f"$W^{{[{layer}]}}$ ({n}, {n_before})\n$b^{{[{layer}]}}$ ({n}, 1)"
    ax.text(ACROSS * (layer - 0.5), top, text, ha="center", va="bottom", size=9)


def write_words(ax, units, words, side):
    """Write words beside the units of a layer: side −1 to the left, 1 to the right."""
    for (_, x, y), word in zip(units, words, strict=False):
        ax.text(x + 1.4 * RADIUS * side, y, word, ha="left" if side > 0 else "right", va="center", size=10)
