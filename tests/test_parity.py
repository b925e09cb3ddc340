"""Parity by counting, and the hand-made network by running it on every string of bits."""

import numpy as np
import pytest

from helpers.deep_network import predict
from helpers.parity import folding_network, parity_examples


def test_examples_are_all_strings_once():
    X, Y = parity_examples(5)
    assert X.shape == (5, 32) and Y.shape == (1, 32)
    assert len({tuple(x) for x in X.T}) == 32
    assert all(int(y) == sum(x) % 2 for x, y in zip(X.T.astype(int), Y[0], strict=True))


@pytest.mark.parametrize("n", [2, 4, 8, 16])
def test_the_folding_network_is_right_everywhere(n):
    X, Y = parity_examples(n)
    parameters = folding_network(n)
    np.testing.assert_array_equal(predict(X, parameters), Y)
    assert len(parameters) == np.log2(n) + 1
