"""The graph of an expression of the learner's, stepped forward and back."""

import inspect

from helpers.figures.expressions import formula, is_seen, names_of, plot_expression, written
from helpers.nodes import Node, parents_of, tape
from helpers.playgrounds.controls import number, whole
from helpers.playgrounds.playground import Playground

MOST = 12  # operations: more do not fit into a picture


def play_expression(expression, topological_order, backward, **values):
    """Return the playground: an operation a step, forward and then back, for inputs that can be changed.

    expression is a function of nodes that returns a node; every argument gets a slider. values are their first
    values, 2 if none is given. topological_order(last, parents) and backward(tape) are those of the notebook.
    """
    arguments = list(inspect.signature(expression).parameters)
    operations = sum(
        bool(node.operation) for node in graph(expression, topological_order, arguments, values)[0]
    )
    if operations > MOST:
        raise ValueError(f"The expression has {operations} operations; at most {MOST} can be drawn.")

    def draw(stage, step, **values):
        """Draw the graph as far as the step."""
        stage.clear()
        order, inputs = graph(expression, topological_order, arguments, values)
        gradients = backward(tape(order))
        ax = stage.figure.add_axes((0, 0, 1, 1))
        plot_expression(order, inputs, gradients, step, ax)
        return sentence(order, inputs, gradients, step, operations)

    sliders = {name: number(name, float(values.get(name, 2)), -3, 3) for name in arguments}
    step = whole("step", 0, 0, 2 * operations)
    return Playground(draw, (8, 4), "none", step=step, **sliders)


def graph(expression, topological_order, arguments, values):
    """Return (nodes in order, {name: input node}) of an expression at these values."""
    inputs = {name: Node(float(values.get(name, 2))) for name in arguments}
    last = expression(**inputs)
    return topological_order(last, parents_of(last)), inputs


def sentence(order, inputs, gradients, step, operations):
    """Return what the step has done, in numbers."""
    names, made = names_of(order, inputs), [node for node in order if node.operation]
    if step == 0:
        return f"Step 0 of {2 * operations}: the inputs are known."
    if step <= operations:
        node = made[step - 1]
        return (
            f"Step {step} of {2 * operations}, forward: "
            f"{names[node]} = {formula(node, names)} = {written(node.value)}."
        )
    node = made[::-1][step - operations - 1]
    dC, values = gradients[order.index(node)], [parent.value for parent in node.parents]
    parts = zip(node.parents, node.operation.derivative(dC, *values), strict=True)
    handed = [
        f"{written(part)} to d{names[parent].strip()}" for parent, part in parts if is_seen(parent, inputs)
    ]
    start = f"{names[node]} = {formula(node, names)}, and d{names[node]} = {written(dC)}"
    return f"Step {step} of {2 * operations}, back: {start}, so it adds {', '.join(handed)}."
