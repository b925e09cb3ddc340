"""Gradient descent with sliders: the learning rate on a curve, and w and b of a neuron over its cost."""

import numpy as np

from helpers.activations import sigmoid as course_sigmoid
from helpers.figures.descent import path_on_curve, plot_descent_on_curve, plot_neuron_and_cost
from helpers.playgrounds.controls import number, whole
from helpers.playgrounds.playground import Playground

REACH = 3.0


def play_learning_rate(f, slope):
    """Return the playground: gradient descent on the curve f, number → number, with `slope` as its derivative."""

    def draw(stage, learning_rate, start, steps):
        """Move the path over the curve."""
        path = np.array(path_on_curve(slope, start, learning_rate, steps), dtype=float)
        if stage.empty:
            ax = plot_descent_on_curve(f, path, REACH, stage.figure.subplots())
            draw.lines = stage.moves(*ax.lines[1:])
        seen = np.clip(np.nan_to_num(path, nan=REACH), -REACH, REACH)
        draw.lines[0].set_data(seen, f(seen))
        draw.lines[1].set_data(seen[:1], f(seen[:1]))
        return describe_path(path, f, learning_rate)

    return Playground(
        draw,
        learning_rate=number("learning rate α", 0.1, 0.01, 1.2, 0.01),
        start=number("initial w", -2.0, -3, 3),
        steps=whole("steps", 10, 0, 40),
    )


def describe_path(path, f, learning_rate):
    """Return the sentence on a path, (steps + 1,): whether it converges, and whether from one side, or diverges."""
    moves = np.diff(path)
    after = (
        f"After {len(moves)} steps with α = {learning_rate:.2f}, w = {path[-1]:.3g} and J = {f(path[-1]):.3g}"
    )
    if not len(moves) or not moves[0]:
        return f"{after}: w has not moved."
    sides = np.any(moves[1:] * moves[:-1] < 0)
    if abs(moves[-1]) > abs(moves[0]):
        return f"{after}: the steps keep growing, so it diverges."
    if abs(moves[-1]) == abs(moves[0]) and len(moves) > 1:
        return f"{after}: it jumps back and forth and gets no closer."
    return (
        f"{after}: it jumps from side to side and converges."
        if sides
        else f"{after}: it approaches the minimum from one side."
    )


def play_neuron(x, Y, cost, sigmoid=course_sigmoid):
    """Return the playground: w and b of a neuron with one input over its examples and its cost surface.

    x is (m,), the feature of every example; Y is (1, m); `cost(A, Y)` and `sigmoid(z)` judge and draw the neuron.
    """
    grid = np.linspace(x.min() - 0.5, x.max() + 0.5, 200)

    def draw(stage, w, b):
        """Move the curve, the boundary and the star."""
        if stage.empty:
            left, right = plot_neuron_and_cost(w, b, x, Y, axes=stage.figure.subplots(1, 2))
            boundary = left.axvline(0, color="0.6", ls="--", lw=1)
            for old in left.lines[3:-1]:
                old.remove()
            draw.parts = stage.moves(left.lines[2], boundary, right.lines[-1])
        curve, boundary, star = draw.parts
        curve.set_data(grid, sigmoid(w * grid + b))
        boundary.set_xdata([-b / w] * 2 if w else [np.nan] * 2)
        star.set_data([w], [b])
        A = sigmoid(w * x + b)[np.newaxis]
        agree = np.mean((A > 0.5) == Y)
        text = f"With w = {w:.1f} and b = {b:.1f} the cost is {cost(A, Y):.3f}"
        return f"{text}, and {agree:.0%} of the examples are classified correctly."

    return Playground(
        draw,
        (9, 3.6),
        w=number("weight w", 0.0, -1, 4),
        b=number("bias b", 0.0, -8, 4),
    )
