"""The loss of one example, and why the squared error is not used for yes-or-no questions."""

import matplotlib.pyplot as plt
import numpy as np

from helpers.activations import sigmoid
from helpers.figures.labels import ink
from helpers.losses import loss


def plot_loss(loss=loss, ax=None):
    """Draw the loss over the output a, once for the label 1 and once for the label 0; return the axes."""
    if ax is None:
        _, ax = plt.subplots()
    a = np.linspace(0.005, 0.995, 200)
    for k, (y, place) in enumerate([(0, 0.9), (1, 0.1)]):
        ax.plot(a, [loss(output, y) for output in a], color=f"C{k}")
        side = {"ha": "right"} if y == 0 else {"ha": "left"}
        shift = (-6, 0) if y == 0 else (6, 0)
        ax.annotate(
            f"y = {y}", (place, loss(place, y)), shift, textcoords="offset points", color=f"C{k}", **side
        )
    ax.set(xlabel="output a", ylabel="loss L(a, y)")
    return ax


def squared_errors(Z, Y):
    """Return (σ(Z) − Y)² / 2 for every entry of Z."""
    return (sigmoid(Z) - Y) ** 2 / 2


def losses_from_logits(Z, Y):
    """Return the loss L(σ(Z), Y) for every entry of Z, without the cut at 1e-15, which would bend its straight arms."""
    return np.logaddexp(0, Z) - Z * Y


KINDS = {"squared error": squared_errors, "the loss L": losses_from_logits}


def plot_two_costs(x, Y, w=(-10.0, 10.0), axes=None):
    """Draw the cost of a neuron without bias over w, once of squared errors, once of the loss; return the axes.

    x is (m,), one feature of every example; Y is (1, m).
    """
    if axes is None:
        _, axes = plt.subplots(1, 2, figsize=(8, 3.2))
    line = np.linspace(*w, 800)
    for ax, (name, of) in zip(axes, KINDS.items(), strict=True):
        ax.plot(line, np.mean(of(np.outer(line, x), Y), axis=1), color="C0")
        ax.set(xlabel="w", ylabel="cost J(w)", title=name)
        ax.set_ylim(bottom=0)
    return axes


def plot_likelihood(A, Y, ax=None):
    """Draw the probability that a neuron gave to what each example really is, as bars; return the axes.

    A and Y are (1, m). Bars of cats are orange and hatched.
    """
    if ax is None:
        _, ax = plt.subplots(figsize=(6, 2.6))
    given = np.where(Y == 1, A, 1 - A)[0]
    for i, (height, label) in enumerate(zip(given, Y[0], strict=True)):
        ax.bar(i, height, color=f"C{int(label)}", hatch="//" if label else None, edgecolor="white")
    ax.set(xlabel="example", ylabel="probability given\nto the truth", ylim=(0, 1))
    return ax


def plot_two_surfaces(x, Y, w=(-3.0, 6.0), b=(-6.0, 6.0), axes=None):
    """Draw the cost over weight and bias, once of squared errors, once of the loss; return the axes.

    x is (m,), one feature of every example; Y is (1, m).
    """
    if axes is None:
        _, axes = plt.subplots(1, 2, figsize=(9, 3.4))
    weights, biases = np.linspace(*w, 121), np.linspace(*b, 121)
    Z = np.multiply.outer(weights, x)[None] + biases[:, None, None]
    for ax, (name, of) in zip(axes, KINDS.items(), strict=True):
        drawn = ax.contourf(weights, biases, np.mean(of(Z, Y[0]), axis=2), levels=24, cmap="cividis")
        ax.figure.colorbar(drawn, ax=ax).ax.set_title("J", fontsize="medium", loc="left")
        ax.set(xlabel="w", ylabel="b", title=name)
    return axes


def plot_two_slopes(slopes, ax=None):
    """Draw slopes of an error with respect to z for the label 1, over z; return the axes.

    `slopes` is {label: function}, each called as function(a, 1) with the output a = σ(z), a number.
    """
    if ax is None:
        _, ax = plt.subplots()
    z = np.linspace(-8, 8, 161)
    values = [[slope(a, 1) for a in sigmoid(z)] for slope in slopes.values()]
    for k, line in enumerate(values):
        ax.plot(z, line, color=f"C{k}")
    for k, name in enumerate(slopes):
        ax.annotate(name, (-8, values[k][0]), (4, 7), textcoords="offset points", color=ink(f"C{k}"))
    ax.set(xlabel="z", ylabel="slope dz, for y = 1")
    return ax
