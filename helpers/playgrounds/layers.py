"""A network built layer by layer, with the size of its activations and gradients in each: vanishing, exploding.

Not here: training it.
"""

import numpy as np

from helpers.activations import LEAKY_RELU, RELU, SIGMOID, TANH
from helpers.figures.layers import plot_signal
from helpers.playgrounds.controls import choice, magnitude, whole
from helpers.playgrounds.playground import Playground

LOW, HIGH = 1e-30, 1e15


def play_layers(forward, backward, starts, activations=(RELU, LEAKY_RELU, TANH, SIGMOID)):
    """Return the playground: hidden layers, units per layer, the activation, and the initialization.

    starts is {name: function (layer_sizes, rng) → parameters}; forward(X, parameters, hidden) and
    backward(AL, Y, caches, hidden) are those of notebook 05.
    """

    def draw(stage, layers, units, hidden, start, factor):
        """Move the two lines."""
        sizes = [units] * (layers + 1) + [1]
        parameters = [(factor * W, b) for W, b in start(sizes, np.random.default_rng(1))]
        spread, slopes = signal(forward, backward, parameters, hidden)
        if stage.empty:
            axes = plot_signal({"": [1.0]}, {"": [1.0]}, stage.figure.subplots(1, 2))
            for ax, marker in zip(axes, "os", strict=True):
                ax.set(xlim=(0.5, 20.5), ylim=(LOW, HIGH), yticks=10.0 ** np.arange(-30, 16, 5))
                ax.axhline(1, color="0.8", lw=1, zorder=0)
                ax.lines[0].set(marker=marker)
            draw.lines = stage.moves(*(ax.lines[0] for ax in axes))
        for line, values in zip(draw.lines, (spread, slopes), strict=True):
            line.set_data(np.arange(1, layers + 1), np.clip(values, LOW, HIGH))
        return describe_signal(spread, slopes, units, hidden)

    return Playground(
        draw,
        (9, 3.6),
        narrowest=0.55,
        layers=whole("hidden layers", 3, 1, 20),
        units=whole("units per layer", 50, 2, 100),
        hidden=choice("activation", [(g.name, g) for g in activations]),
        start=choice("initialization", list(starts.items())),
        factor=magnitude("scale factor", 1.0, -1, 1, 0.05),
    )


def signal(forward, backward, parameters, hidden, examples=100):
    """Return (spread of A, mean size of dW), each with one number a hidden layer, for random examples."""
    rng, n_x = np.random.default_rng(0), parameters[0][0].shape[1]
    X, Y = rng.normal(size=(n_x, examples)), rng.integers(0, 2, size=(1, examples))
    AL, caches = forward(X, parameters, hidden)
    gradients = backward(AL, Y, caches, hidden)
    return [cache[0].std() for cache in caches[1:]], [np.abs(dW).mean() for dW, _ in gradients[:-1]]


def describe_signal(spread, slopes, units, hidden):
    """Return the sentence: what a layer does to the signal, and what arrives as a gradient in the first layer."""
    layers = len(spread)
    text = f"{layers} × {units} hidden {hidden.name} units: "
    text += f"the last activations have standard deviation {spread[-1]:.1e}; "
    text += f"the entries of dW in the first layer average {slopes[0]:.1e} in size"
    if layers == 1:
        return f"{text}."
    factor = (spread[-1] / spread[0]) ** (1 / (layers - 1)) if spread[0] > 0 else 0
    kind = "it vanishes" if factor < 0.8 else "it explodes" if factor > 1.25 else "it stays the same size"
    return f"{text}. Each layer multiplies the signal by about {factor:.2f}: {kind}."
