"""What the cases of this notebook are made of: graphs of names, and tapes of small expressions."""

from helpers import operations
from helpers.autodiff import topological_order
from helpers.engine.check import Named
from helpers.nodes import Node, apply, parents_of, tape
from helpers.operations import ADD, MULTIPLY, SUBTRACT, TANH, TOTAL

ADDRESSES = {
    value.name: f"helpers.operations:{name}"
    for name, value in vars(operations).items()
    if isinstance(value, operations.Operation)
}


def taped(last):
    """Return the tape of a node's graph, with the course's operations by their addresses: plain data.

    They are known by name: the notebook puts the learner's derivatives into those that nodes use.
    """
    entries = tape(topological_order(last, parents_of(last)))
    return [
        (value, operation and Named(ADDRESSES[operation.name]), parents)
        for value, operation, parents in entries
    ]


def used_twice(x, y):
    """Return the graph of notebook 02: u = x + y, v = x · u, J = v · v."""
    x, y = Node(x), Node(y)
    v = x * (x + y)
    return v * v


def shared_sum(x, y):
    """Return a graph in which a sum and its own summand are used twice."""
    x, y = Node(x), Node(y)
    u = x + y
    return (u + x) * (u - y)


def layer(W, A, b):
    """Return the sum of tanh(Z) * Z with Z = W * A + b, where a column W and a row b are broadcast."""
    Z = apply(MULTIPLY, W, A) + b
    return apply(TOTAL, apply(TANH, Z) * Z)


def scaled_sum(A, c):
    """Return the sum of (A − c) * c, with a number c that is broadcast to all of A."""
    c = Node(c)
    return apply(TOTAL, apply(SUBTRACT, A, c) * c)


def ladder(x, n):
    """Return a graph of n steps with 2ⁿ paths: each step uses the value before it twice."""
    u = Node(x)
    for _ in range(n):
        u = apply(TANH, apply(ADD, u, u))
    return u
