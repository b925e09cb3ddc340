"""Folds set by hand: three layers of two ReLU units each, the places of their folds on sliders.

Not here: learning the places.
"""

import numpy as np

from helpers.figures.folds import corners, plot_folds
from helpers.parity import parity_examples, turn_around
from helpers.playgrounds.controls import choice, number
from helpers.playgrounds.playground import Playground


def play_folds(fold, predict, n=8):
    """Return the playground: how many folds, and where; fold and predict are those of notebook 05."""
    bits, parity = parity_examples(n)

    def draw(stage, folds, **sliders):
        """Draw the graphs after every fold anew."""
        places = list(sliders.values())[:folds]
        axes = stage.clear().subplots(1, 3)
        for ax in axes[folds:]:
            ax.set_axis_off()
        plot_folds(n, places, axes[:folds])
        parameters = [fold(n if k == 0 else 2, place) for k, place in enumerate(places)]
        right = np.sum(predict(bits, [*parameters, turn_around()]) == parity)
        count = len(corners(n, places))
        told = f"Folds at {', '.join(f'{place:g}' for place in places)}: {count} corner{'s' * (count != 1)}. "
        return (
            told
            + f"The network that says odd where the value is 0 is right on {right} of {parity.size} strings."
        )

    places = {f"place{k}": number(f"fold {k} at", at, 0, n, 0.5) for k, at in enumerate((4.0, 3.0, 1.0), 1)}
    return Playground(draw, (9.5, 2.9), folds=choice("folds", [1, 2, 3], 3), **places)
