"""Ways to step with sliders: the path of an optimizer over a valley that can be made narrower."""

import numpy as np

from helpers.figures.optimizers import REACH, path_of, plot_valley_floor
from helpers.playgrounds.controls import choice, magnitude, number, whole
from helpers.playgrounds.playground import Playground

START = (10.0, 2.0)


def play_valley(optimizers):
    """Return the playground; optimizers is {name: `Optimizer`}, and the cost is (w1² + k w2²) / 2."""

    def draw(stage, optimizer, learning_rate, narrowness, steps):
        """Draw the valley anew if it has changed, and move the path."""
        if stage.empty or draw.narrowness != narrowness:
            draw.narrowness = narrowness
            ax = plot_valley_floor(lambda w1, w2: (w1**2 + narrowness * w2**2) / 2, stage.clear().subplots())
            draw.lines = stage.moves(*ax.plot([], [], "o-", color="C1", ms=4, lw=1))
        scales = np.array([1.0, narrowness])
        path = path_of(optimizers[optimizer], lambda w: scales * w, START, learning_rate, steps)
        seen = np.clip(np.nan_to_num(path, nan=1e6), *(1e6 * np.sign(np.transpose(REACH))))
        draw.lines[0].set_data(*seen.T)
        return describe(optimizer, learning_rate, narrowness, path)

    return Playground(
        draw,
        (8, 3.6),
        optimizer=choice("optimizer", [*optimizers]),
        learning_rate=magnitude("learning rate α", 0.07, -3, 0.7, 0.05),
        narrowness=number("narrowness k", 25, 1, 50, 1),
        steps=whole("steps", 30, 0, 100),
    )


def describe(optimizer, learning_rate, narrowness, path):
    """Return the sentence: the cost at the start and at the end, and whether the path runs away."""
    J = (path[:, 0] ** 2 + narrowness * path[:, 1] ** 2) / 2
    after = (
        f"{optimizer}, {len(path) - 1} steps with α = {learning_rate:.3g} in a valley with k = {narrowness:g}"
    )
    if not np.isfinite(J[-1]) or J[-1] > 1e3 * J[0]:
        return f"{after}: the path runs away from the lowest point."
    crossings = np.sum(path[1:, 1] * path[:-1, 1] < 0)
    sides = {0: "without crossing the floor", 1: "crossing the floor once"}
    how = sides.get(int(crossings), f"crossing the floor {crossings} times")
    return f"{after}: the cost goes from {J[0]:.3g} to {J[-1]:.3g}, {how}."
