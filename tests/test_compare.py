"""Whether two values are equal, and the sentence that says how they differ: `equal` decides, the sentence follows."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.engine.check.compare import compare, equal

NUMBERS = st.sampled_from([0.0, -0.0, 1.0, 1 + 1e-9, 1 + 1e-5, 1e-14, 1e300, np.inf, -np.inf, np.nan])
ARRAYS = st.one_of(
    st.lists(NUMBERS, min_size=1, max_size=2).map(np.array),
    st.sampled_from(
        [np.float32(1) * np.ones(2), np.array(1), np.array([True, False]), np.ones((1, 2)), np.zeros(0)]
    ),
)
LEAVES = st.one_of(NUMBERS, ARRAYS, st.sampled_from([0, 1, True, None, "a"]))
PAIRS = st.recursive(
    st.tuples(LEAVES, LEAVES).map(lambda pair: {"pair": pair}),
    lambda inner: st.one_of(st.lists(inner, max_size=2), st.lists(inner, max_size=2).map(tuple)),
    max_leaves=4,
)


def side(value, which):
    """Return one of two values of the same form, given with a pair in place of every leaf."""
    if isinstance(value, dict):
        return value["pair"][which]
    return type(value)(side(item, which) for item in value)


@given(PAIRS, st.one_of(LEAVES, PAIRS.map(lambda value: side(value, 0))))
def test_exactly_the_values_that_are_not_equal_get_a_sentence(values, other):
    expected = side(values, 0)
    for actual in (side(values, 1), other):
        sentence = compare(expected, actual)
        assert (sentence is None) == equal(expected, actual)
        assert sentence is None or sentence.endswith(".")
    assert compare(expected, expected) is None


@pytest.mark.parametrize(
    "expected, actual, found",
    [
        ([np.ones(2), 1.0], [np.ones(2), 1.0 + 1e-12], True),
        ([np.ones(2), 1], [np.zeros(2), 1], False),
        ([1, np.ones(2)], [1, np.zeros(2)], False),
        ((1.0,), [1.0], True),
        ([1.0], [1.0, 1.0], False),
        ([1.0, 2.0], np.array([1.0, 2.0]), True),
        (np.array([1.0, 2.0]), [1.0, 2.0], False),
        (np.array([1.0, np.inf, np.nan]), np.array([1.0, np.inf, np.nan]), True),
        (np.array([1.0, np.inf]), np.array([np.inf, 1.0]), False),
        (np.inf, 1e308, False),
        (1.0, np.nan, False),
        (np.array([1.0, 1e-9]), np.array([1.0, 2e-9]), True),  # measured against the largest entry
        ([1.0, 1e-9], [1.0, 2e-9], False),  # two numbers, each on its own
        (np.ones(2), np.float32(1 + 1e-5) * np.ones(2, np.float32), True),
        (np.ones(2), (1 + 1e-5) * np.ones(2), False),
    ],
)
def test_what_is_equal(expected, actual, found):
    assert equal(expected, actual) is found
    assert (compare(expected, actual) is None) is found


def test_a_tuple_of_named_results_is_no_array():
    assert compare((1.0, 2.0), np.array([1.0, 2.0])) is None
    assert "expected a tuple of 2: dw, db." in compare((1.0, 2.0), np.array([1.0, 2.0]), names=("dw", "db"))


def test_the_entries_counted_are_those_that_are_not_equal():
    expected = np.array([1.0, 2.0, 3.0, 4.0])
    actual = expected + [0.0, 3e-7, 1.0, 1e-9]  # within 1e-6 of the largest entry, but not within 1e-7
    assert compare(expected, actual) == "The result differs in 2 of 4 entries, the first at index (1,)."
