"""What units answer to, on cases small enough to see."""

import numpy as np
import pytest

from helpers.figures.features import agreement, favorites, liveliest, taste

A = np.array([[0.0, 3.0, 1.0, 2.0], [5.0, 0.0, 0.0, 0.0], [0.0, 0.0, 0.0, 0.0]])


def test_favorites_come_strongest_first():
    assert favorites(A, 2)[0].tolist() == [1, 3]
    assert favorites(A, 1)[1].tolist() == [0]


def test_the_liveliest_unit_varies_most():
    assert liveliest(A, 2).tolist() == [1, 0]


def test_taste_is_a_weighted_mean_minus_the_mean():
    X = np.array([[1.0, 2.0, 3.0, 4.0]])
    expected = [(3 * 2 + 1 * 3 + 2 * 4) / 6 - 2.5, 1 - 2.5, -2.5]
    np.testing.assert_allclose(taste(A, X)[:, 0], expected)


def test_agreement_leaves_silent_units_out():
    Y = np.array([[1, 0, 0, 1]])
    # favorites of unit 0 are examples 1 and 3, labels 0 and 1; of unit 1 example 0 and the first of the rest
    shares = [0.5, np.mean(Y[0, favorites(A[1:2], 2)[0]])]
    assert agreement(A, Y, 2) == pytest.approx(np.mean([max(s, 1 - s) for s in shares]))


def test_agreement_by_chance_is_what_the_notebook_says():
    rng = np.random.default_rng(0)
    assert agreement(rng.uniform(size=(4000, 50)), rng.integers(0, 2, size=(1, 50)), 8) == pytest.approx(
        0.64, abs=0.03
    )
