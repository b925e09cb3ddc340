"""One example on its way back through two hidden units, step by step, with the learner's own functions."""

import numpy as np

from helpers.activations import LEAKY_RELU, RELU, TANH
from helpers.figures.way_back import STEPS, plot_way_back, way_back, written
from helpers.playgrounds.controls import choice, number, whole
from helpers.playgrounds.playground import Playground

RULES = (
    "forward: z = W x + b and a = g(z), layer by layer",
    "dz2 = a2 − y = {dz2}",
    "dW2 = dz2 a1ᵀ = {dW2}, and db2 = dz2",
    "da1 = W2ᵀ dz2 = {da1}",
    "dz1 = da1 * g′(z1) = {dz1}",
    "dW1 = dz1 xᵀ = {dW1}, and db1 = dz1",
)
STARTS = (("x1", 2.0), ("x2", 1.0), ("first W2", 2.0), ("second W2", -6.0), ("b2", -8.0))


def play_way_back(forward, backward):
    """Return the playground; forward and backward are those of notebook 04."""

    def draw(stage, step, y, hidden, **numbers):
        """Draw the network anew."""
        x1, x2, first, second, b2 = numbers.values()
        x, W1 = np.array([[x1], [x2]]), np.array([[1.0, 2.0], [-1.0, 1.0]])
        parameters = [(W1, np.zeros((2, 1))), (np.array([[first, second]]), np.array([[b2]]))]
        ax = stage.clear().add_axes((0, 0, 1, 1))
        plot_way_back(x, y, parameters, step, hidden, ax, (forward, backward))
        known = way_back(x, y, parameters, hidden, (forward, backward))
        told = {name: ", ".join(map(written, np.ravel(array))) for name, array in known.items()}
        return f"Step {step} of {len(STEPS) - 1}, {RULES[step].format(**told)}."

    sliders = {name.replace(" ", "_"): number(name, at, -8, 8, 0.5) for name, at in STARTS}
    return Playground(
        draw,
        (9, 4),
        "none",
        narrowest=0.6,
        step=whole("step", 2, 0, len(STEPS) - 1),
        y=choice("label y", [1, 0]),
        hidden=choice("activation", [(g.name, g) for g in (RELU, LEAKY_RELU, TANH)]),
        **sliders,
    )
