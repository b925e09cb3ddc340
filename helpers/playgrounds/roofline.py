"""Where the matrix products of a network stand under the roofline, measured at once.

Not here: the rest of a step, and networks whose products take longer than a slider may wait.
"""

import time

import numpy as np

from helpers.figures.roofline import plot_roofline
from helpers.playgrounds.controls import one_of, whole
from helpers.playgrounds.playground import Playground
from helpers.speed.counting import moved
from helpers.speed.measuring import matrix_products

MEASURING_SECONDS = 0.03  # for all calls together: a slider must not wait longer
LEAST = 0.004  # operations for each byte, where the picture begins
SIZES = [2**k for k in range(13)]


def play_roofline(limit, bandwidth, flops, n_x=784, n_y=10):
    """Return the playground: hidden layers, their units, and m, against the roof of this machine.

    limit is in operations a second, bandwidth in bytes a second; flops(layer_sizes, m) counts the operations.
    """

    def draw(stage, layers, units, m):
        """Measure the products, and move the two points: what is measured, and the roof above it."""
        sizes = [n_x, *[units] * layers, n_y]
        work, bytes_moved = flops(sizes, m), moved(sizes, m)
        roof = min(limit, bandwidth * work / bytes_moved)
        rate = measured_rate(sizes, m, work, roof)
        if stage.empty:
            ax = plot_roofline(limit, bandwidth, {}, stage.figure.subplots())
            x = np.geomspace(LEAST, 100 * limit / bandwidth, 200)
            ax.lines[0].set_data(x, np.minimum(limit, bandwidth * x) / 1e9)
            ax.set(ylim=(1e-3, 3 * limit / 1e9), xlim=(x[0], x[-1]))
            draw.points = stage.moves(*ax.plot([], [], "C1_", ms=16, mew=3), *ax.plot([], [], "C0o", ms=9))
        for point, y in zip(draw.points, (roof, rate), strict=True):
            point.set_data([work / bytes_moved], [(y or float("nan")) / 1e9])
        return describe(sizes, m, work, bytes_moved, limit / bandwidth, roof, rate)

    return Playground(
        draw,
        (7.5, 4),
        layers=whole("hidden layers", 1, 0, 4),
        units=one_of("units per layer", SIZES[:11], 128),
        m=one_of("examples m", SIZES, 64),
    )


def measured_rate(sizes, m, work, roof):
    """Return the operations a second that the products reach, or None where they would take too long."""
    if work / roof > MEASURING_SECONDS:
        return None
    products, best, end = matrix_products(sizes, m), float("inf"), time.perf_counter() + MEASURING_SECONDS
    while time.perf_counter() < end:
        begun = time.perf_counter()
        products()
        best = min(best, time.perf_counter() - begun)
    return work / best


def describe(sizes, m, work, bytes_moved, balance, roof, rate):
    """Return the sentence: the work, the intensity, the roof that holds there, and what was measured."""
    side = "arithmetic" if work / bytes_moved > balance else "memory bandwidth"
    count = f"{work / 1e6:,.1f} million" if work >= 1e5 else f"{work:,}"
    text = f"{'-'.join(map(str, sizes))} with m = {m:,}: {count} operations per step"
    text = f"{text}, {work / bytes_moved:.3g} per byte; {side} limits this to {roof / 1e9:.3g} billion per second"
    if rate is None:
        return f"{text}. Too slow to measure here."
    return f"{text}. Measured: {rate / 1e9:.3g} billion per second, {rate / roof:.0%} of the limit."
