"""The picture that a link to the website shows in a message: what a network of notebook 04 learns, and the title."""

from functools import cache
from pathlib import Path

import matplotlib
import numpy as np
from editions import ENGLISH
from matplotlib.figure import Figure

from helpers.datasets import load_planar
from helpers.figures.boundaries import plot_boundary
from helpers.figures.languages import use_font
from helpers.shallow_network import forward, initialize, train_shallow

STYLE = Path(__file__).resolve().parents[1] / "notebooks" / "matplotlibrc"
SIZE = (12, 6.3)  # hundreds of pixels, the proportions that such cards have
UNITS, RATE, ITERATIONS = 8, 1.2, 3000


def draw_card(path, edition=ENGLISH):
    """Draw the card as a PNG of 1200 × 630 pixels."""
    with matplotlib.rc_context(fname=STYLE):
        use_font(edition.language)
        figure = Figure(SIZE, dpi=100, facecolor="white", layout="none")
        plot_petals(figure.add_axes((0.51, 0.06, 0.46, 0.88)))
        weight = "bold" if edition is ENGLISH else "normal"  # The Chinese font has one weight.
        lines = {"va": "center", "linespacing": 1.3}
        figure.text(0.04, 0.6, edition.say("Neural networks\nfrom scratch"), size=38, weight=weight, **lines)
        figure.text(
            0.04, 0.33, edition.say("In NumPy, in notebooks\nthat explain your mistakes"), size=22, **lines
        )
        figure.savefig(path)


def draw_opening(path):
    """Draw the picture at the top of the landing page as a PNG of 800 × 800 pixels, for half as many on the page."""
    with matplotlib.rc_context(fname=STYLE):
        figure = Figure((4, 4), dpi=200, facecolor="white", layout="none")
        plot_petals(figure.add_axes((0, 0, 1, 1)))
        figure.savefig(path)


def plot_petals(ax):
    """Draw the petals of notebook 04 and what a network with one hidden layer makes of them."""
    plot_boundary(lambda X: forward(X, trained())[0], *load_planar("petals")[:2], ax=ax, points=300)
    ax.set_axis_off()


@cache
def trained():
    """Return the parameters of a trained network."""
    X, Y = load_planar("petals")[:2]
    parameters = initialize(len(X), UNITS, len(Y), np.random.default_rng(1))
    return train_shallow(X, Y, parameters, RATE, ITERATIONS)[0]
