"""Lengths of columns by loops, and asserts that stop."""

import numpy as np
import pytest

from helpers.arrays import column_lengths, count_examples
from helpers.engine.check.probes import PROBES


def test_column_lengths_are_those_of_a_loop():
    X = np.random.default_rng(3).normal(size=(4, 5))
    assert np.allclose(column_lengths(X), [[sum(v * v for v in X[:, i]) ** 0.5 for i in range(5)]])


def test_a_wrong_shape_stops():
    X, Y = np.ones((2, 3)), np.ones((1, 3))
    assert count_examples(np.ones((2, 1)), X, Y) == 3
    for w in (np.ones(2), np.ones((1, 2)), np.ones((3, 1))):
        with pytest.raises(AssertionError):
            count_examples(w, X, Y)


def test_the_probe_tells_an_assert_from_another_error():
    def other(*_):
        raise ValueError

    arguments = np.ones(2), np.ones((2, 3)), np.ones((1, 3))
    assert PROBES["refusal"](count_examples, *arguments) == {"stopped by an assert": True, "returned": None}
    with pytest.raises(ValueError):
        PROBES["refusal"](other, *arguments)
