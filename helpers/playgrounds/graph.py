"""The computation graph of one neuron, stepped forward and backward with the learner's own functions."""

import numpy as np

from helpers.figures.graphs import STEPS, draw_arrows, draw_nodes
from helpers.playgrounds.controls import choice, number, whole
from helpers.playgrounds.playground import Playground

INPUTS = {"x1": 2.0, "x2": -1.0, "w1": 0.5, "w2": 1.0, "b": 0.5}
RULES = {
    "z": "z = w1 x1 + w2 x2 + b = {z:.2f}",
    "a": "a = σ(z) = {a:.2f}",
    "L": "the loss for a = {a:.2f} is L = {L:.2f}",
    "da": "da = −y/a + (1 − y)/(1 − a) = {da:.2f}",
    "dz": "dz = da · a (1 − a) = a − y = {dz:.2f}",
    "dw1, dw2 and db": "dz times the input that each one multiplies: dw1 = {dw1:.2f}, dw2 = {dw2:.2f}, db = {db:.2f}",
}


def play_graph(sigmoid, loss, backward_one):
    """Return the playground: six steps over the graph of one neuron and one example, whose numbers can be changed.

    sigmoid(z) and loss(a, y) go forward; backward_one(x, y, w, b) returns (dw, db, loss) or (dw, db), dw is (2, 1).
    """

    def draw(stage, step, y, **inputs):
        """Draw the arrows anew where they turn, and the boxes as far as the step."""
        values, derivatives = neuron(sigmoid, loss, backward_one, y, **inputs)
        ax = stage.figure.add_axes((0, 0, 1, 1)) if stage.empty else stage.figure.axes[0]
        turned = max(step, 3)
        for old in stage.moving if turned == draw.turned else [*ax.texts]:
            old.remove()
        if turned != draw.turned:
            draw_arrows(ax, derivatives, step)
            draw.turned, stage.scenery = turned, None
        ways = len(ax.texts)
        draw_nodes(ax, values, derivatives, step)
        stage.moves(*ax.texts[ways:])
        known = {**values, **{f"d{name}": slope for name, slope in derivatives.items()}}
        text = RULES.get(STEPS[step], "the inputs are known").format(**known)
        return f"Step {step} of 6, forward: {text}." if step <= 3 else f"Step {step} of 6, backward: {text}."

    draw.turned = None
    sliders = {name: number(name, value, -3, 3) for name, value in INPUTS.items()}
    step, y = whole("step", 0, 0, 6), choice("label y", [1, 0])
    return Playground(draw, (7, 3.8), "none", narrowest=0.8, step=step, y=y, **sliders)


def neuron(sigmoid, loss, backward_one, y, x1, x2, w1, w2, b):
    """Return ({name: value}, {name: derivative of the loss by it}) of one neuron and one example, all numbers."""
    z = w1 * x1 + w2 * x2 + b
    a = float(sigmoid(z))
    values = {"x1": x1, "w1": w1, "x2": x2, "w2": w2, "b": b, "z": z, "a": a, "y": y, "L": float(loss(a, y))}
    dw, db = backward_one(np.array([[x1], [x2]]), y, np.array([[w1], [w2]]), b)[:2]
    dw1, dw2 = np.ravel(dw)
    da = -y / a + (1 - y) / (1 - a)
    return values, {"a": da, "z": float(db), "w1": dw1, "w2": dw2, "b": float(db)}
