"""Values are compared quickly first, without words: what that finds must be what the close look finds."""

from unittest.mock import patch

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import helpers.engine.check.compare as comparing
from helpers.engine.check.compare import compare, equal
from helpers.engine.check.tolerance import agree

NUMBERS = st.sampled_from([0.0, -0.0, 1.0, 1 + 1e-9, 1 + 1e-5, 1e-14, 1e300, np.inf, -np.inf, np.nan])
ARRAYS = st.one_of(
    st.lists(NUMBERS, min_size=1, max_size=2).map(np.array),
    st.sampled_from(
        [np.float32(1) * np.ones(2), np.array(1), np.array([True, False]), np.ones((1, 2)), np.zeros(0)]
    ),
)
LEAVES = st.one_of(NUMBERS, ARRAYS, st.sampled_from([0, 1, True, None, "a"]))
ALIKE = st.recursive(
    st.tuples(LEAVES, LEAVES).map(lambda pair: {"pair": pair}),
    lambda inner: st.one_of(st.lists(inner, max_size=2), st.lists(inner, max_size=2).map(tuple)),
    max_leaves=4,
)


def side(value, which):
    """Return one of the two values of one form that lie in each other's leaves."""
    if isinstance(value, dict):
        return value["pair"][which]
    return type(value)(side(item, which) for item in value)


@given(ALIKE, st.one_of(LEAVES, ALIKE.map(lambda value: side(value, 0))))
def test_the_quick_look_at_two_values_finds_what_the_close_one_finds(values, other):
    expected = side(values, 0)
    for actual in (side(values, 1), other, expected):
        with np.errstate(all="ignore"):
            quick = (equal(expected, actual, 1e-7), compare(expected, actual) is None)
            with patch.object(comparing, "agree", return_value=None):
                assert quick == (compare(expected, actual) is None,) * 2


@pytest.mark.parametrize(
    "expected, actual, found",
    [
        ([np.ones(2), 1.0], [np.ones(2), 1.0 + 1e-12], True),
        ([np.ones(2), 1], [np.zeros(2), 1], False),
        ([1, np.ones(2)], [1, np.zeros(2)], False),
        ([1, np.ones(2)], [1, np.ones(2)], None),
        ((1.0,), [1.0], None),
        ([1.0], [1.0, 1.0], False),
    ],
)
def test_one_part_that_does_not_agree_decides(expected, actual, found):
    assert agree(expected, actual, 1e-7, 0.0) is found
