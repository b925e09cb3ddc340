"""Where a program stands below the limits of its machine, how a climb toward them went, and a race.

Not here: the measuring (`helpers.speed.measuring`).
"""

import matplotlib.pyplot as plt
import numpy as np

from helpers.figures.labels import ink


def plot_roofline(limit, bandwidth, points=None, ax=None):
    """Draw the roof, min(limit, bandwidth · intensity), and points = {label: (operations a byte, operations a second)}.

    limit is in operations a second, bandwidth in bytes a second; both axes are logarithmic. Returns the axes.
    """
    if ax is None:
        _, ax = plt.subplots(figsize=(7, 4))
    points = points or {}
    ridge = limit / bandwidth
    intensity = np.geomspace(min([0.05, *(x / 2 for x, _ in points.values())]), 100 * ridge, 200)
    ax.loglog(intensity, np.minimum(limit, bandwidth * intensity) / 1e9, color="0.3")
    ax.text(ridge / 4, limit / 3e9, "memory", ha="right", color="0.3")
    ax.annotate("arithmetic", (1.3 * ridge, limit / 1e9), (0, 4), textcoords="offset points", color="0.3")
    for i, (label, (x, y)) in enumerate(points.items()):
        ax.plot(x, y / 1e9, "os^Dv*"[i % 6], color=f"C{i % 6}", ms=8)
        ax.annotate(label, (x, y / 1e9), (8, -12), textcoords="offset points", color=ink(f"C{i % 6}"))
    ax.xaxis.set_major_formatter("{x:g}")
    ax.yaxis.set_major_formatter("{x:g}")
    ax.yaxis.set_minor_formatter("")
    ax.set(xlabel="operations for each byte that is moved", ylabel="billion operations a second")
    ax.set_ylim(min([0.5, *(y / 2e9 for _, y in points.values())]), 2.5 * limit / 1e9)
    return ax


def plot_ladder(seconds, ax=None):
    """Draw a bar for each of seconds = {label: seconds}, top to bottom, on a logarithmic axis; return the axes."""
    if ax is None:
        _, ax = plt.subplots(figsize=(7, 1.1 + 0.42 * len(seconds)))
    places, values = np.arange(len(seconds)), np.array(list(seconds.values()))
    ax.barh(places, values, color=[f"C{i % 6}" for i in places], height=0.6)
    for place, value in zip(places, values, strict=True):
        words = f"{value:.3g} s" if value >= 1 else f"{1000 * value:.3g} ms"
        ax.annotate(words, (value, place), (4, 0), textcoords="offset points", va="center")
    ax.set_yticks(places, seconds)
    ax.set(xscale="log", xlabel="seconds a step", xlim=(values.min() / 4, 8 * values.max()))
    ax.set_ylim(len(seconds) - 0.5, -0.5)
    return ax


def plot_race(results, goal, ax=None):
    """Draw results = {name: [(seconds, accuracy), ...]} as lines that end at the goal or below it; return the axes.

    From a line that reaches the goal a dotted one goes down to the time, with the name beside it.
    """
    if ax is None:
        _, ax = plt.subplots(figsize=(7, 4.4))
    for k, (name, points) in enumerate(results.items()):
        (seconds, accuracies), color = np.transpose(points), ink(f"C{k}")
        ax.plot(seconds, accuracies, color=f"C{k}", lw=1.2)
        end, reached = seconds[-1], accuracies[-1]
        ax.plot(end, reached, "os^Dv*"[k % 6], color=f"C{k}")
        if reached < goal:
            ax.annotate(
                f"{name}: {reached:.2f}", (end, reached), (-4, -16), textcoords="offset points", color=color
            )
            continue
        ax.plot([end, end], [0, reached], color=f"C{k}", ls=":", lw=1.5)
        place, style = (end, 0.06 + 0.09 * k), {"boxstyle": "square,pad=0.1", "fc": "white", "ec": "none"}
        words = f"{name}: {end:.2f} s"
        ax.annotate(words, place, (5, 0), textcoords="offset points", color=color, bbox=style)
    ax.axhline(goal, color="0.4", ls=":", lw=1.5)
    ax.set(xlabel="seconds of processor time", ylabel="validation accuracy", ylim=(0, 1))
    ax.set_xlim(0, 1.3 * max(points[-1][0] for points in results.values()))
    return ax


def plot_climb(seconds, limit=None, ax=None):
    """Draw a bar of milliseconds for each of seconds = {label: seconds}, top to bottom, and return the axes.

    `limit`, in seconds, is drawn as a dotted line.
    """
    if ax is None:
        _, ax = plt.subplots(figsize=(7, 1.1 + 0.42 * len(seconds)))
    places, values = np.arange(len(seconds)), 1000 * np.array(list(seconds.values()))
    ax.barh(places, values, color=[f"C{i % 6}" for i in places], height=0.6)
    for place, value in zip(places, values, strict=True):
        ax.annotate(f"{value:.3g}", (value, place), (4, 0), textcoords="offset points", va="center")
    if limit is not None:
        ax.axvline(1000 * limit, color="0.3", ls=":")
        ax.annotate(
            "limit", (1000 * limit, -0.5), (3, 2), textcoords="offset points", color="0.3", fontsize=9
        )
    ax.set_yticks(places, seconds)
    ax.set(xlabel="milliseconds a step", xlim=(0, 1.15 * values.max()))
    ax.set_ylim(len(seconds) - 0.5, -0.7)
    return ax
