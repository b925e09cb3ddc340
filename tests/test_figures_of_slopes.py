"""Figures of slopes and valleys: what they draw are the numbers that they were given."""

import matplotlib.pyplot as plt
import numpy as np

from helpers.figures.losses import plot_two_slopes
from helpers.figures.referee import plot_slope_errors
from helpers.figures.shared_graph import plot_shared_graph
from helpers.figures.valleys import plot_valley, weights_on_the_way


def texts(ax):
    return {text.get_text() for text in ax.texts}


def test_the_shared_graph_shows_values_and_slopes():
    assert {"x = 2", "u = 3", "v = 6", "J = 36"} <= texts(plot_shared_graph(2, 1))
    assert {"dx = −60", "dv = 12"} <= texts(plot_shared_graph(2, 1, {"x": -60, "v": 12}))
    plt.close("all")


def test_slopes_and_errors_are_drawn_as_given():
    ax = plot_two_slopes({"one": lambda a, y: a - y})
    assert np.allclose(ax.lines[0].get_ydata()[80], -0.5)
    ax = plot_slope_errors([0.01, 0.1], {"both sides": [1e-4, 1e-2]})
    assert list(ax.lines[0].get_ydata()) == [1e-4, 1e-2] and "both sides" in texts(ax)
    plt.close("all")


def test_a_valley_shows_a_descent_toward_its_middle():
    rng = np.random.default_rng(0)
    X, Y = rng.normal(size=(2, 20)), rng.integers(0, 2, (1, 20))
    w = weights_on_the_way(X, Y, np.zeros((2, 1)), 0.1, 1.0, 300)[-1].reshape(2, 1)
    path = np.array(plot_valley(X, Y, w, 0.1, 4.0).lines[0].get_data()).T
    assert path.shape == (31, 2)
    assert np.linalg.norm(path[-1] - w[:, 0]) < 0.1 * np.linalg.norm(path[0] - w[:, 0])
    plt.close("all")
