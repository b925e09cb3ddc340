"""Nodes, which remember how a value was computed, and what can be read off a graph of them.

An expression of nodes is written like one of arrays: `W @ A + b`. Every operation makes a new node.
Not here: the operations (`helpers.operations`), and the way back (`helpers.autodiff`).
"""

import numpy as np

from helpers.operations import ADD, DIVIDE, LOG_SUM_EXP, MATMUL, MULTIPLY, SOFTPLUS, SUBTRACT, TANH, TOTAL


class Node:
    """A value that remembers the operation and the parents (nodes) that it was computed from; inputs have neither."""

    __array_ufunc__ = None  # so that an array on the left of an operator leaves the operation to the node

    def __init__(self, value, operation=None, parents=()):
        value = np.asarray(value)
        self.value = value if value.dtype.kind == "f" else value.astype(float)
        self.operation, self.parents = operation, tuple(parents)

    def __repr__(self):
        parents = f", {self.operation.name} of {len(self.parents)}" if self.operation else ""
        return f"Node of shape {self.value.shape}{parents}"

    def __add__(self, other):
        return apply(ADD, self, other)

    def __sub__(self, other):
        return apply(SUBTRACT, self, other)

    def __mul__(self, other):
        return apply(MULTIPLY, self, other)

    def __truediv__(self, other):
        return apply(DIVIDE, self, other)

    def __matmul__(self, other):
        return apply(MATMUL, self, other)

    def __radd__(self, other):
        return apply(ADD, other, self)

    def __rsub__(self, other):
        return apply(SUBTRACT, other, self)

    def __rmul__(self, other):
        return apply(MULTIPLY, other, self)

    def __rtruediv__(self, other):
        return apply(DIVIDE, other, self)

    def __rmatmul__(self, other):
        return apply(MATMUL, other, self)


def apply(operation, *inputs):
    """Return the node of an operation's value; an input that is a number or an array becomes a node of its own."""
    parents = [i if isinstance(i, Node) else Node(i) for i in inputs]
    return Node(operation.value(*(parent.value for parent in parents)), operation, parents)


def parents_of(last):
    """Return {node: its parents} of every node from which `last` was computed, and of `last` itself."""
    parents, waiting = {}, [last]
    while waiting:
        node = waiting.pop()
        if node not in parents:
            parents[node] = node.parents
            waiting.extend(node.parents)
    return parents


def tape(order):
    """Return nodes, parents first, as a list of (value, operation, positions of the parents in the list)."""
    position = {node: k for k, node in enumerate(order)}
    return [(node.value, node.operation, [position[p] for p in node.parents]) for node in order]


def logits(X, parameters, hidden=TANH):
    """Return the node of Z of the last layer, (n_y, m): `hidden` in all layers but the last, and nothing there.

    X is (n_x, m); parameters is [(W1, b1), ..., (WL, bL)], arrays or nodes.
    """
    *first, (W, b) = parameters
    A = X
    for V, c in first:
        A = apply(hidden, apply(MATMUL, V, A) + c)
    return apply(MATMUL, W, A) + b


def sigmoid_cost(Z, Y):
    """Return the node of the cross-entropy cost of A = σ(Z): the mean over the columns of Σ log(1 + eᶻ) − z y.

    Z is a node, (n_y, m), and Y is (n_y, m), zeros and ones.
    """
    return apply(TOTAL, apply(SOFTPLUS, Z) - Z * Y) / Y.shape[1]


def softmax_cost(Z, Y):
    """Return the node of the cross-entropy cost of A = softmax(Z): the mean over the columns of log Σ eᶻ − Σ z y.

    Z is a node, (n_y, m), and Y is one-hot, (n_y, m).
    """
    return (apply(TOTAL, apply(LOG_SUM_EXP, Z)) - apply(TOTAL, Z * Y)) / Y.shape[1]
