"""Activation functions beside their derivatives."""

import matplotlib.pyplot as plt
import numpy as np

from helpers.figures.labels import ink


def plot_activation(activation, ax=None, z=None, reach=5):
    """Draw g (solid) and g′ (dashed) from −reach to reach; with a number z also the tangent there."""
    if ax is None:
        _, ax = plt.subplots(figsize=(4, 3.2))
    ax.set(title=activation.name.replace("_", " "), xlabel="$z$", xlim=(-reach, reach), ylim=(-1.4, 2.4))
    draw_labeled(ax, activation.value, "$g$", color="C0", linestyle="-")
    draw_labeled(ax, activation.derivative, "$g′$", color="C1", linestyle="--")
    if z is not None:
        draw_tangent(ax, activation, z)
    return ax


def plot_activations(activations, reach=3):
    """Draw several activations with their derivatives side by side; return the array of axes."""
    figure, axes = plt.subplots(1, len(activations), figsize=(2.5 * len(activations), 2.8), sharey=True)
    for ax, activation in zip(np.atleast_1d(axes), activations, strict=True):
        plot_activation(activation, ax, reach=reach).set(yticks=(-1, 0, 1, 2))
    return axes


def draw_labeled(ax, function, label, **style):
    """Draw a function over the axes and its label where the curve leaves them."""
    z = np.linspace(*ax.get_xlim(), 401)
    values = function(z)
    ax.plot(z, values, **style)
    last = np.flatnonzero(values <= ax.get_ylim()[1])[-1]
    ax.annotate(label, (z[last], values[last]), (5, 0), textcoords="offset points", color=ink(style["color"]))


def draw_tangent(ax, activation, z, half=1.2):
    """Draw the point (z, g(z)) and a piece of the line through it with slope g′(z)."""
    a, slope = activation.value(z), activation.derivative(z)
    step = half / np.hypot(1, slope)
    ax.plot([z - step, z + step], [a - slope * step, a + slope * step], color="C2")
    ax.plot([z], [a], marker="o", color="C2")
    ax.annotate(f"slope {slope:.3g}", (z, a), (10, -14), textcoords="offset points", color=ink("C2"))
