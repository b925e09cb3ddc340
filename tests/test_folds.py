"""Corners of folded graphs, counted by formula and by bends, and layers that fold."""

import numpy as np
import pytest

from helpers.activations import RELU
from helpers.deep_network import forward
from helpers.figures.folds import corners, folded
from helpers.parity import fold, parity_examples, turn_around


@pytest.mark.parametrize("places", [[4], [4, 2], [4, 2, 1], [4, 3, 1], [4, 4, 1], [3.5, 1, 0.5], [0, 1]])
def test_corners_are_where_the_graph_bends(places):
    s = np.arange(0.125, 8, 0.25)  # no corner of quarters lies on these
    slopes = np.sign(np.round(folded(s + 0.01, places) - folded(s - 0.01, places), 9))
    bends = np.sum(slopes[1:] != slopes[:-1])
    assert len(corners(8, places)) == bends


@pytest.mark.parametrize("places", [[4, 2, 1], [4, 3, 1], [1.5, 1, 1]])
def test_layers_that_fold_compute_the_folds(places):
    bits, _ = parity_examples(8)
    layers = [fold(8 if k == 0 else 2, place) for k, place in enumerate(places)]
    _, caches = forward(bits, [*layers, turn_around()])
    assert np.allclose(RELU.value(caches[-2][2]).sum(axis=0), folded(bits.sum(axis=0), places))
