"""The building blocks of a deep network: a row of boxes forward, a row of boxes back, caches handed down between.

Not here: computation graphs of single operations (`helpers.figures.graphs`).
"""

import matplotlib.pyplot as plt
from matplotlib.patches import FancyBboxPatch

from helpers.figures.labels import ink

WIDTH, HEIGHT, STEP = 1.5, 0.8, 2.9  # of a box, and from box to box
FORWARD, BACK = 1.1, -1.1  # heights of the two rows
TALL = 1.4  # the height of a box with four formulas
LINEAR_BACK = "$dW = dZ\\, A^{[l-1]T} / m$\n$db = \\sum dZ / m$\n$dA^{[l-1]} = W^T dZ$"


def plot_block(ax=None):
    """Draw the two boxes of one layer l with everything that goes in and comes out; return the axes."""
    ax = canvas(1) if ax is None else ax
    box(ax, 0, FORWARD, "$Z = W A^{[l-1]} + b$\n$A^{[l]} = g(Z)$", "C0", 1.5)
    box(ax, 0, BACK, "$dZ = dA^{[l]} * g'(Z)$\n" + LINEAR_BACK, "C1", 1.5, TALL)
    flow(ax, 0, "$A^{[l-1]}$", "$A^{[l]}$", "$dA^{[l-1]}$", "$dA^{[l]}$", 1.5)
    between(ax, 0, "cache", "$W^{[l]}$, $b^{[l]}$", "$dW^{[l]}$, $db^{[l]}$", TALL)
    # Not in one text: a formula's font has no Chinese characters.
    ax.text(0.1, -0.18, "$A^{[l-1]}$, $W^{[l]}$, $Z^{[l]}$", ha="left", va="center", size=9, color=ink("C2"))
    return ax


def plot_blocks(last, shapes=None, ax=None, lit=None):
    """Draw the chain of boxes of a network with `last` layers; return the axes.

    shapes = {"A1": (4, 200), "dA1": ...} writes shapes under the symbols. lit = k colors only the first k of the
    2·last boxes, in the order in which they work: forward from the left, then back from the right.
    """
    ax = canvas(last) if ax is None else ax
    shapes = shapes or {}
    for layer in range(1, last + 1):
        x = STEP * (layer - 1)
        box(ax, x, FORWARD, f"layer {layer}\nforward", "C0" if lit is None or layer <= lit else "0.8")
        box(ax, x, BACK, f"layer {layer}\nback", "C1" if lit is None or 2 * last - layer < lit else "0.8")
        before, after = symbol("A", layer - 1, shapes), symbol("A", layer, shapes)
        d_before, d_after = symbol("dA", layer - 1, shapes), symbol("dA", layer, shapes)
        flow(ax, x, before, after if layer == last else "", d_before, d_after if layer == last else "")
        between(ax, x, "cache", symbols(layer, shapes), symbols(layer, shapes, "d"))
    return ax


def canvas(last):
    """Return empty axes wide enough for `last` boxes in a row."""
    width = STEP * (last - 1)
    _, ax = plt.subplots(figsize=(0.82 * width + 4.4, 3.9))
    ax.set(xlim=(-2.6, width + 2.6), ylim=(-2.7, 2.7))
    ax.set_axis_off()
    return ax


def symbol(name, layer, shapes):
    """Return the symbol of A or dA of a layer, and its shape below where that is known."""
    shape = shapes.get(f"{name}{layer}")
    return f"${name}^{{[{layer}]}}$" + (f"\n{shape}" if shape else "")


def symbols(layer, shapes, d=""):
    """Return the symbols of the parameters of a layer, or of their gradients, with shapes where they are known."""
    return ", ".join(symbol(d + name, layer, shapes).replace("\n", " ") for name in "Wb")


def box(ax, x, y, text, color, stretch=1.0, height=HEIGHT):
    """Draw a box with its text around a point."""
    size = {"boxstyle": "round,pad=0,rounding_size=0.12", "facecolor": "white", "edgecolor": color, "lw": 2}
    corner = (x - stretch * WIDTH / 2, y - height / 2)
    ax.add_patch(FancyBboxPatch(corner, stretch * WIDTH, height, **size))
    ax.text(x, y, text, ha="center", va="center", size=9)


def flow(ax, x, before, after, d_before, d_after, stretch=1.0):
    """Draw the arrows through the two boxes at x: left to right above, right to left below."""
    near, far = stretch * WIDTH / 2, STEP - WIDTH / 2 + (stretch - 1) * WIDTH / 2
    for y, texts, heads in ((FORWARD, (before, after), (1, 1)), (BACK, (d_before, d_after), (-1, -1))):
        for side, text, head in ((-1, texts[0], heads[0]), (1, texts[1], heads[1])):
            if text:
                ends = [(x + side * near, y), (x + side * far, y)]
                arrow(ax, *(ends if head == side else ends[::-1]))
                ax.text(x + side * (near + far) / 2, y + 0.08, text, ha="center", va="bottom", size=9)


def between(ax, x, cache, parameters, gradients, height=HEIGHT):
    """Draw what goes in from above, the cache handed down, and what comes out below."""
    top, bottom = FORWARD + HEIGHT / 2, BACK - height / 2
    arrow(ax, (x, top + 0.65), (x, top))
    ax.text(x, top + 0.7, parameters, ha="center", va="bottom", size=9)
    arrow(ax, (x, FORWARD - HEIGHT / 2), (x, BACK + height / 2), "C2")
    ax.text(x + 0.1, 0.1, cache, ha="left", va="center", size=9, color=ink("C2"))
    arrow(ax, (x, bottom), (x, bottom - 0.6))
    ax.text(x, bottom - 0.7, gradients, ha="center", va="top", size=9)


def arrow(ax, start, end, color="0.3"):
    """Draw an arrow from one point to another."""
    style = {"arrowstyle": "-|>", "color": color, "lw": 1.3, "shrinkA": 0, "shrinkB": 0}
    ax.annotate("", end, start, arrowprops=style)
