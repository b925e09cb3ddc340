"""Automatic differentiation: the slopes of any expression, from the slopes of its operations.

A graph is a dict {node: its parents}, or a tape: a list of (value, operation, positions of the parents), every
node after its parents. Not here: the nodes themselves (`helpers.nodes`), and second derivatives.
"""

import numpy as np

from helpers.nodes import Node, parents_of, tape


def path_sum(arrows, start, end):
    """Return the slope of `end` with respect to `start`: the sum over all paths between them.

    arrows is a list of (before, after, slope), the arrows of a graph without cycles, in any
    order; before and after are names, and slope is a number. A path counts with the product of
    the slopes of its arrows. The path from a name to itself has no arrow and counts 1.
    """
    if start == end:
        return 1.0
    return sum(slope * path_sum(arrows, after, end) for before, after, slope in arrows if before == start)


def unbroadcast(dC, shape):
    """Return dC summed down to `shape`, the shape that an array had before it was broadcast.

    dC is an array, the gradient with respect to the larger array, so its shape is one to which
    `shape` broadcasts. Axes that were put in front of `shape` are summed away; an axis of
    length 1 that was stretched is summed, and its length is 1 again.
    """
    in_front = np.ndim(dC) - len(shape)
    dC = np.sum(dC, axis=tuple(range(in_front)))
    stretched = tuple(axis for axis, length in enumerate(shape) if length == 1)
    return np.sum(dC, axis=stretched, keepdims=True)


def topological_order(last, parents):
    """Return a list of the nodes from which `last` was computed, each after all of its parents.

    parents is a dict {node: a list of its parents}. Nodes can be anything that may be a key of
    a dict, such as names. Each is in the list once, however often it is used, and `last` is at
    the end. Nodes that `last` does not depend on are left out.
    """
    order, visited = [], set()

    def visit(node):
        if node not in visited:
            visited.add(node)
            for parent in parents[node]:
                visit(parent)
            order.append(node)

    visit(last)
    return order


def backward(tape):
    """Return [d0, d1, ...]: the gradients of the tape's last value by each value on the tape.

    tape is a list of (value, operation, parents), parents first; an input's operation is None.
    From the gradient dC of its value, operation.derivative(dC, A, B) returns (dA, dB); with one
    parent, derivative(dC, A) returns (dA,). `parents` holds their positions on the tape.
    A gradient has the shape of its value (unbroadcast); that of the last value is all ones.
    """
    gradients = [np.zeros_like(value) for value, _, _ in tape]
    gradients[-1] = np.ones_like(tape[-1][0])
    for position in range(len(tape) - 1, -1, -1):
        _, operation, parents = tape[position]
        if operation is None:
            continue
        inputs = [tape[parent][0] for parent in parents]
        parts = operation.derivative(gradients[position], *inputs)
        for parent, part in zip(parents, parts, strict=True):
            part = unbroadcast(part, tape[parent][0].shape)
            gradients[parent] = gradients[parent] + part
    return gradients


def gradients_of(last, inputs):
    """Return the gradient of the node `last` with respect to each of the nodes `inputs`, in their shapes."""
    order = topological_order(last, parents_of(last))
    found = dict(zip(order, backward(tape(order)), strict=True))
    return [found[node] for node in inputs]


def gradient_and_cost(cost_of, parameters, gradients_of=gradients_of):
    """Return (gradients, cost): [(dW1, db1), ...] and a number.

    parameters is [(W1, b1), ...], and cost_of(parameters), called with nodes in their places, returns a node.
    gradients_of(last, inputs) is the function to use, the one above by default.
    """
    nodes = [(Node(W), Node(b)) for W, b in parameters]
    cost = cost_of(nodes)
    found = gradients_of(cost, [node for layer in nodes for node in layer])
    return list(zip(found[::2], found[1::2], strict=True)), float(cost.value)
