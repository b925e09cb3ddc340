"""The graph of an expression of nodes: values from left to right, gradients from right to left.

A node with a number shows it, a node with an array shows its shape. Not here: what the gradients are.
"""

import matplotlib.pyplot as plt

from helpers.figures.graphs import draw_arrow, draw_node

LETTERS = "uvwpqrstghk"
INFIX = ("+", "−", "*", "/", "@")
GAP = 1.5  # between two nodes of a column
BEND = 0.33  # of an arrow that would run through a box


def plot_expression(order, inputs, gradients=None, step=None, ax=None):
    """Draw the graph of the nodes in `order`, parents first, and return the axes.

    inputs is {name: node}, and may name other nodes, too. gradients lists those of the nodes in `order`, or is None.
    `step` counts the operations, forward and then back, after which the drawing stops; by default, it is complete.
    """
    names, places = names_of(order, inputs), places_of(order)
    known, passed, framed = progress(order, gradients, step)
    if ax is None:
        columns = 1 + max(x for x, _ in places.values())
        rows = 1 + max(y for _, y in places.values()) - min(y for _, y in places.values())
        _, ax = plt.subplots(figsize=(min(13.5, 1.6 * columns), max(1.8, 0.6 * rows)))
    spots = {name: (1.6 * places[node][0], places[node][1]) for node, name in names.items()}
    for node in order:
        for parent in node.parents:
            back = {node, parent} <= passed and is_seen(parent, inputs)
            ends = names[parent], names[node]
            draw_arrow(ax, *ends, back, spots, bend=BEND * is_blocked(*ends, spots))
    for position, node in enumerate(order):
        name, constant = names[node], not is_seen(node, inputs)
        value = "" if constant or node not in known else written(node.value)
        slope = f"d{name} = {written(gradients[position])}" if node in passed and not constant else ""
        draw_node(ax, name, value, slope, node in framed and not constant, spots)
        if node.operation:
            x, y = spots[name]
            ax.text(x, y + 0.42, formula(node, names), ha="center", va="bottom", fontsize="small")
    heights = [y for _, y in spots.values()]
    ax.set(
        xlim=(-0.8, 0.8 + max(x for x, _ in spots.values())), ylim=(min(heights) - 1.2, max(heights) + 0.9)
    )
    ax.set_axis_off()
    return ax


def is_blocked(start, end, spots):
    """Return whether the straight arrow between two boxes runs through a third one."""
    (x0, y0), (x1, y1) = spots[start], spots[end]
    others = [(x, y) for x, y in spots.values() if x0 < x < x1]
    return any(abs(y0 + (y1 - y0) * (x - x0) / (x1 - x0) - y) < 0.3 for x, y in others)


def is_seen(node, inputs):
    """Return whether a node has a name of its own, and with it a gradient that is worth showing: constants do not."""
    return bool(node.operation) or node in inputs.values()


def progress(order, gradients, step):
    """Return (nodes whose values are shown, nodes whose gradients are shown, nodes that the step has reached)."""
    made = [node for node in order if node.operation]
    step = (2 * len(made) if gradients else len(made)) if step is None else step
    forward, visited = made[:step], made[::-1][: max(0, step - len(made))]
    known = {node for node in order if not node.operation} | set(forward)
    if not gradients or step < len(made):
        return known, set(), set(made[step - 1 : step] if 0 < step <= len(made) else ())
    passed = {node for node in order if all(user in visited for user in made if node in user.parents)}
    reached = set(visited[-1].parents) & passed if visited and len(visited) < len(made) else set()
    return known, passed, reached


def names_of(order, inputs):
    """Return {node: its name}: inputs have theirs, a constant is its own name, the last node is J by default."""
    given = {node: name for name, node in inputs.items()}
    letters = iter([*LETTERS, *(f"u{k}" for k in range(1, len(order)))])
    names = {}
    for node in order:
        if node in given:
            names[node] = given[node]
        elif node is order[-1]:
            names[node] = "J"
        else:
            names[node] = next(letters) if node.operation else unused(written(node.value), names)
    return names


def unused(name, names):
    """Return a constant's name, made different from those of other nodes by spaces that nobody sees."""
    while name in names.values():
        name += " "
    return name


def places_of(order):
    """Return {node: (column, height)}: a node stands right of its parents, an input just left of its first use."""
    column, users = {}, {node: [] for node in order}
    for node in order:
        column[node] = 1 + max((column[parent] for parent in node.parents), default=-1)
        for parent in node.parents:
            users[parent].append(node)
    for node in order:
        if not node.parents and users[node]:
            column[node] = min(column[user] for user in users[node]) - 1
    height = {}
    for k in range(max(column.values()), -1, -1):
        members = [node for node in order if column[node] == k]
        wanted = {node: wish(users[node], height) for node in members}
        members.sort(key=lambda node, wanted=wanted: -wanted[node])
        top = sum(wanted.values()) / len(members) + GAP * (len(members) - 1) / 2
        height |= {node: top - GAP * place for place, node in enumerate(members)}
    return {node: (column[node], height[node]) for node in order}


def wish(users, height):
    """Return the height at which a node would like to stand: the mean of those of its users."""
    return sum(height[user] for user in users) / len(users) if users else 0.0


def formula(node, names):
    """Return how a node was computed, in the names of its parents."""
    parts, symbol = [names[parent].strip() for parent in node.parents], node.operation.name
    return f" {symbol} ".join(parts) if symbol in INFIX else f"{symbol}({', '.join(parts)})"


def written(value):
    """Return a number with at most two decimals and a true minus sign, or the shape of an array."""
    if value.shape:
        return "×".join(map(str, value.shape))
    return f"{round(float(value), 2) + 0.0:g}".replace("-", "−")
