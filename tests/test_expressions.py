"""The graph of an expression, drawn and stepped through."""

import matplotlib.pyplot as plt
import pytest

from helpers.autodiff import backward, topological_order
from helpers.figures.expressions import places_of, plot_expression
from helpers.nodes import Node, apply, parents_of, tape
from helpers.operations import TANH
from helpers.playgrounds.expression import play_expression


def expression(x, y):
    """Return a node in which x and y are used twice, and a constant once."""
    return apply(TANH, x * y) + x / y * 3


def drawn(step=None):
    """Return the texts of the graph of the expression at x = 1, y = 2, drawn as far as a step."""
    inputs = {"x": Node(1.0), "y": Node(2.0)}
    last = expression(**inputs)
    order = topological_order(last, parents_of(last))
    ax = plot_expression(order, inputs, backward(tape(order)), step)
    texts = [text.get_text() for text in ax.texts]
    plt.close(ax.figure)
    return texts


def test_the_values_and_gradients_of_all_nodes_are_there():
    texts = drawn()
    assert {"x = 1", "y = 2", "x * y", "u = 2", "J = 2.46", "dJ = 1", "dw = 3", "3"} <= set(texts)
    assert "dx = 1.64" in texts and not [text for text in texts if text.startswith("d3")]


def test_a_gradient_appears_when_all_uses_of_its_value_have_been_visited():
    operations = 5
    seen = {step: "dx = 1.64" in drawn(step) for step in range(2 * operations + 1)}
    assert seen == {step: step == 2 * operations for step in seen}


def test_an_arrow_runs_from_left_to_right():
    last = expression(Node(1.0), Node(2.0))
    order = topological_order(last, parents_of(last))
    places = places_of(order)
    assert all(places[parent][0] < places[node][0] for node in order for parent in node.parents)
    assert len(set(places.values())) == len(order)


@pytest.mark.parametrize(
    "step, words",
    [
        (0, "inputs are known"),
        (1, "forward: u = x * y = 2"),
        (10, "back: u = x * y"),
        (6, "adds 1 to dv, 1 to dp"),
    ],
)
def test_the_sentence_says_what_a_step_does(step, words):
    ground = play_expression(expression, topological_order, backward, x=1.0, y=2.0)
    ground.controls["step"].value = step
    ground.redraw()
    assert words in ground.picture.sentence


def test_an_expression_that_does_not_fit_is_refused():
    def long(x):
        for _ in range(20):
            x = x + 1
        return x

    with pytest.raises(ValueError, match="20 operations"):
        play_expression(long, topological_order, backward)
