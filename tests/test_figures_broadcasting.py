"""The drawing of broadcasting says what NumPy does."""

import matplotlib.pyplot as plt
import numpy as np
import pytest

from helpers.figures.broadcasting import broadcast_shape, plot_broadcast
from helpers.figures.products import plot_product


@pytest.fixture(autouse=True)
def closed():
    yield
    plt.close("all")


def words(ax):
    return [text.get_text() for text in ax.texts]


@pytest.mark.parametrize("first, second", [((2, 3), (2, 1)), ((3,), (3, 1)), ((2, 3), ()), ((1, 1), (4, 2))])
def test_every_number_of_the_result_is_drawn(first, second):
    A = np.arange(1, 1 + np.prod(first, dtype=int)).reshape(first)
    B = 100 * np.arange(1, 1 + np.prod(second, dtype=int)).reshape(second)
    drawn = words(plot_broadcast(A, B, cell=(0, 0)))
    assert str(broadcast_shape(first, second)) in drawn and "+" in drawn
    for value in np.ravel(A + B):
        assert format(value, ".4g") in drawn


def test_shapes_that_do_not_fit_get_a_cross():
    ax = plot_broadcast(np.ones((2, 3)), np.ones(2))
    assert "✗" in words(ax) and "no common shape" in words(ax)
    assert broadcast_shape((2, 3), (2,)) is None


def test_only_real_cells_are_filled():
    ax = plot_broadcast(np.ones((2, 3)), np.ones((2, 1)))
    assert sum(patch.get_fill() for patch in ax.patches) == 6 + 2 + 6


def test_a_secret_result_shows_no_number():
    drawn = words(plot_broadcast(np.array([[1, 2]]), np.array([[30], [40]]), secret=True))
    assert drawn.count("?") == 4 and "31" not in drawn


def test_a_product_shows_its_row_its_column_and_its_entry():
    ax = plot_product(
        np.array([[1, 2]]), np.array([[3, 4, 5], [6, 7, 8]]), cell=(0, 2), names=("w", "X", "Z")
    )
    assert {"w (1, 2)", "X (2, 3)", "Z (1, 3)", "21"} <= set(words(ax))
    assert sum(patch.get_linewidth() == 2 for patch in ax.patches) == 2 + 2 + 1
