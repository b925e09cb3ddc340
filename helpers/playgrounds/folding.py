"""Folds set by hand: three layers of two ReLU units each, the places of their folds on sliders.

Not here: learning the places.
"""

import numpy as np

from helpers.figures.folds import corners, plot_folds, redraw_fold
from helpers.parity import parity_examples, turn_around
from helpers.playgrounds.controls import choice, number
from helpers.playgrounds.playground import Playground


def play_folds(fold, predict, n=8):
    """Return the playground: how many folds, and where; fold and predict are those of notebook 05."""
    bits, parity = parity_examples(n)

    def draw(stage, folds, **sliders):
        """Move the graphs after every fold; draw all anew only if there are more or fewer of them."""
        places = list(sliders.values())[:folds]
        if len(stage.figure.axes) != folds or stage.empty:
            stage.moves(*scenery(stage.clear(), n, places))
        for k, ax in enumerate(stage.figure.axes[:folds], 1):
            redraw_fold(ax, n, places[:k])
        parameters = [fold(n if k == 0 else 2, place) for k, place in enumerate(places)]
        right = np.sum(predict(bits, [*parameters, turn_around()]) == parity)
        count = len(corners(n, places))
        told = f"Folds at {', '.join(f'{place:g}' for place in places)}: corners {count}. "
        return (
            told
            + f"The network that says odd where the value is 0 is right on {right} of {parity.size} strings."
        )

    def scenery(figure, n, places):
        """Draw the axes, as high as a value can be after any fold, and return what moves on them."""
        axes = figure.subplots(1, 3, sharey=True)
        plot_folds(n, places, axes[: len(places)])
        axes[0].set_ylim(-0.04 * n, 1.04 * n)
        for ax in axes[len(places) :]:
            ax.remove()
        return [artist for ax in figure.axes for artist in (*ax.lines, ax.title)]

    places = {f"place{k}": number(f"fold {k} at", at, 0, n, 0.5) for k, at in enumerate((4.0, 3.0, 1.0), 1)}
    return Playground(draw, (9.5, 2.9), narrowest=0.8, folds=choice("folds", [1, 2, 3], 3), **places)
