"""Images as columns, rows in units of their spread: against loops."""

import warnings

import numpy as np
import pytest

from helpers.images import column_percentages, flatten_images, standardize, unflatten_images


@pytest.mark.parametrize("shape", [(1, 1, 1), (1, 3, 4), (5, 3, 4), (12, 3, 4), (4, 5, 2, 3)])
def test_column_i_is_image_i(shape):
    images = np.random.default_rng(0).integers(0, 256, size=shape).astype(np.uint8)
    X = flatten_images(images)
    assert X.shape == (images[0].size, len(images)) and X.dtype == images.dtype
    for i, image in enumerate(images):
        np.testing.assert_array_equal(X[:, i], image.ravel())
    np.testing.assert_array_equal(unflatten_images(X, shape[1:]), images)


def test_the_naive_reshape_scrambles():
    images = np.repeat(np.arange(3), 4).reshape(3, 2, 2)
    assert [len(set(column)) for column in flatten_images(images).T] == [1, 1, 1]
    assert [len(set(column)) for column in images.reshape(-1, 3).T] == [3, 3, 3]


def test_standardized_rows_have_mean_0_and_deviation_1():
    X = np.random.default_rng(1).normal(3, 5, size=(6, 50))
    S = standardize(X, X)
    np.testing.assert_allclose(S.mean(axis=1), 0, atol=1e-12)
    np.testing.assert_allclose(S.std(axis=1), 1)


def test_other_examples_are_measured_by_the_reference():
    rng = np.random.default_rng(2)
    X, reference = rng.normal(size=(3, 4)), rng.normal(size=(3, 9))
    by_hand = [(X[i] - reference[i].mean()) / reference[i].std() for i in range(3)]
    np.testing.assert_allclose(standardize(X, reference), by_hand)


@pytest.mark.parametrize("still", [0.0, 0.1, 7.3])
def test_a_row_that_never_changes_is_only_shifted(still):
    reference = np.full((2, 7), still)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        S = standardize(np.array([[still], [still + 2]]), reference)
    np.testing.assert_allclose(S, [[0], [2]], atol=1e-12)


def test_columns_add_up_to_100():
    A = np.random.default_rng(3).integers(1, 20, size=(4, 6))
    P = column_percentages(A)
    np.testing.assert_allclose(P.sum(axis=0), 100)
    assert P[2, 5] == pytest.approx(100 * A[2, 5] / sum(A[:, 5]))


def test_single_precision_stays_single():
    A = np.random.default_rng(4).random((3, 5)).astype(np.float32)
    assert standardize(A, A).dtype == column_percentages(A).dtype == np.float32
