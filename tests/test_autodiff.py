"""Automatic differentiation: slopes against the referee, graphs against notebook 05, losses against PyTorch."""

import numpy as np
import pytest

from helpers import classifier, deep_network, operations
from helpers.activations import RELU as RELU_OF_05
from helpers.activations import TANH as TANH_OF_05
from helpers.autodiff import (
    backward,
    gradient_and_cost,
    gradients_of,
    path_sum,
    topological_order,
    unbroadcast,
)
from helpers.datasets import load_planar
from helpers.experiments import stored
from helpers.experiments.pytorch import torch_losses
from helpers.gradient_check import numerical_gradient, relative_difference
from helpers.gradient_descent import train
from helpers.initialization import scaled
from helpers.nodes import Node, apply, logits, parents_of, sigmoid_cost, softmax_cost, tape
from helpers.operations import RELU, TANH, TOTAL, Operation
from helpers.rows import to_rows
from helpers.softmax import one_hot

OPERATIONS = {name: value for name, value in vars(operations).items() if isinstance(value, Operation)}
SHAPES = (
    ((3, 4), (3, 4)),
    ((3, 1), (3, 4)),
    ((3, 4), (1, 4)),
    ((), (2, 3)),
    ((4,), (3, 4)),
    ((1, 3), (3, 1)),
)


@pytest.mark.parametrize("name", OPERATIONS)
def test_every_operation_agrees_with_the_referee(name):
    operation, rng = OPERATIONS[name], np.random.default_rng(0)
    two = name in ("ADD", "SUBTRACT", "MULTIPLY", "DIVIDE")
    pairs = SHAPES if two else (((3, 4), (4, 2)),) if name == "MATMUL" else (((3, 4),),)
    for shapes in pairs:
        inputs = [rng.uniform(0.5, 2, shape) * rng.choice((-1, 1), shape) for shape in shapes]
        dC = rng.normal(size=np.shape(operation.value(*inputs)))
        for k, part in enumerate(operation.derivative(dC, *inputs)):
            nudged = numerical_gradient(
                lambda T, k=k, i=inputs, d=dC: np.sum(d * operation.value(*i[:k], T, *i[k + 1 :])), inputs[k]
            )
            part = unbroadcast(np.asarray(part), inputs[k].shape)
            assert part.shape == inputs[k].shape
            assert relative_difference(part, nudged) < 1e-7


def test_the_way_back_is_the_sum_over_paths():
    x, y = Node(2), Node(1)
    v = x * (x + y)
    slopes = [("x", "u", 1.0), ("y", "u", 1.0), ("x", "v", 3.0), ("u", "v", 2.0), ("v", "J", 12.0)]
    assert [d.item() for d in gradients_of(v * v, [x, y])] == [60, 24]
    assert [path_sum(slopes, name, "J") for name in "xy"] == [60, 24]


@pytest.mark.parametrize("seed", range(5))
def test_random_expressions_agree_with_the_referee(seed):
    rng = np.random.default_rng(seed)
    start = rng.uniform(0.5, 2, size=(2, 3))
    steps = [(rng.integers(4), rng.integers(100), rng.integers(100)) for _ in range(8)]

    def expression(theta):
        nodes = [theta if isinstance(theta, Node) else Node(theta), Node(np.ones((2, 1))), Node(1.5)]
        for kind, one, two in steps:
            A, B = nodes[one % len(nodes)], nodes[two % len(nodes)]
            nodes.append((A + B, A - B, apply(TANH, A) * B, A / (B * B + 1))[kind])
        total = apply(TOTAL, nodes[0] * nodes[0])
        for node in nodes[3:]:
            total = total + apply(TOTAL, apply(TANH, node))
        return total

    theta = Node(start)
    (found,) = gradients_of(expression(theta), [theta])
    nudged = numerical_gradient(lambda t: float(expression(t).value), start)
    assert relative_difference(found, nudged) < 1e-7


@pytest.mark.parametrize("hidden, of_05", [(RELU, RELU_OF_05), (TANH, TANH_OF_05)])
@pytest.mark.parametrize("sizes", [(2, 1), (3, 4, 2), (5, 7, 4, 3), (2, 3, 3, 3, 3, 1)])
def test_the_graph_agrees_with_notebook_05(sizes, hidden, of_05):
    rng = np.random.default_rng(len(sizes))
    start = [(W, rng.normal(size=b.shape)) for W, b in scaled(sizes, rng)]
    X, Y = rng.normal(size=(sizes[0], 9)), rng.integers(0, 2, size=(sizes[-1], 9))
    gradients, cost = gradient_and_cost(lambda p: sigmoid_cost(logits(X, p, hidden), Y), start)
    AL, caches = deep_network.forward(X, start, of_05)
    assert cost == pytest.approx(deep_network.cost(AL, Y), rel=1e-12)
    for ours, theirs in zip(gradients, deep_network.backward(AL, Y, caches, of_05), strict=True):
        assert max(map(relative_difference, ours, theirs)) < 1e-12


def test_the_softmax_cost_agrees_with_notebook_06():
    rng = np.random.default_rng(0)
    start = scaled((5, 4, 3), rng)
    X, Y = rng.normal(size=(5, 8)), one_hot(rng.integers(0, 3, size=8), 3)
    gradients, cost = gradient_and_cost(lambda p: softmax_cost(logits(X, p, RELU), Y), start)
    theirs, their_cost = classifier.gradient_and_cost(X, Y, start)
    assert cost == pytest.approx(their_cost, rel=1e-12)
    for ours, other in zip(gradients, theirs, strict=True):
        assert max(map(relative_difference, ours, other)) < 1e-12


def test_arrays_and_numbers_may_stand_on_either_side():
    A, x = np.array([[1.0, 2.0], [3.0, 4.0]]), Node(np.ones((2, 2)))
    for node in (A + x, x + A, A - x, 2 * x, x / 2, 2 / x, A @ x, x @ A, 1 - x):
        assert isinstance(node, Node)
    assert np.array_equal((A @ x).value, A @ np.ones((2, 2)))
    assert np.array_equal((A - x).value, A - 1)


def test_a_node_that_is_used_often_is_visited_once():
    node = Node(0.5)
    for _ in range(200):
        node = apply(TANH, node + node)
    order = topological_order(node, parents_of(node))
    assert len(order) == len(set(order)) == 401
    assert np.isfinite(backward(tape(order))[0])


def network_of(row):
    """Return X, Y and the start of a stored run."""
    petals = load_planar("petals")
    return (
        petals.X_train,
        petals.Y_train,
        scaled(row["layer_sizes"], np.random.default_rng(row["seed"]), gain=1),
    )


@pytest.mark.parametrize("row", stored("pytorch"), ids=lambda row: f"seed {row['seed']}")
def test_the_costs_are_the_stored_losses_of_pytorch(row):
    X, Y, start = network_of(row)
    n = len(row["losses"])

    def by_graph(parameters):
        return gradient_and_cost(lambda p: sigmoid_cost(logits(X, p), Y), parameters)

    _, costs = train(start, by_graph, row["learning_rate"], n)
    assert np.max(np.abs(np.subtract(costs, row["losses"]))) < 1e-12


@pytest.mark.parametrize("row", stored("pytorch"), ids=lambda row: f"seed {row['seed']}")
def test_the_stored_losses_are_those_that_pytorch_gives_here(row):
    pytest.importorskip("torch", reason="the optional extra `torch` is not installed")
    losses = torch_losses(*to_rows(*network_of(row)), row["learning_rate"], 100)
    assert np.max(np.abs(np.subtract(losses, row["losses"][:100]))) < 1e-12
