"""Predicted numbers: a line through points, and predictions against what was really so."""

import matplotlib.pyplot as plt
import numpy as np

from helpers.figures.labels import ink
from helpers.figures.networks import plot_network


def plot_one_unit(x_name, y_name, ax=None):
    """Draw a network of one input and one unit, with words for both ends; return the axes."""
    if ax is None:
        _, ax = plt.subplots(figsize=(6.5, 1.6))
    plot_network((1, 1), ax=ax, inputs=[x_name], outputs=[y_name], shapes=False)
    ax.set_xlim(-4, 6)
    return ax


def plot_line(x, Y, predict, xlabel, ylabel, n=1000, ax=None):
    """Draw n of the points (x, y), both (1, m), and the curve predict(x) through them; return the axes."""
    if ax is None:
        _, ax = plt.subplots()
    ax.plot(x[0, :n], Y[0, :n], "o", ms=3, alpha=0.35)
    line = np.linspace(x.min(), x.max(), 200).reshape(1, -1)
    ax.plot(line[0], predict(line)[0], color="C1")
    ax.annotate(
        "network", (line[0, -1], predict(line)[0, -1]), (4, 0), textcoords="offset points", color=ink("C1")
    )
    ax.set(xlabel=xlabel, ylabel=ylabel)
    return ax


def plot_predictions(predictions, values, n=1000, title="", ax=None):
    """Draw n predictions against the values, both (1, m); on the line they would be right; return the axes."""
    if ax is None:
        _, ax = plt.subplots(figsize=(4.2, 4.2))
    ends = [0, 1.05 * values.max()]
    ax.plot(values[0, :n], predictions[0, :n], "o", ms=3, alpha=0.35)
    ax.plot(ends, ends, color="C1")
    ax.set(xlim=ends, ylim=ends, aspect="equal", title=title, xlabel="real value", ylabel="predicted value")
    return ax
