"""Labels at the ends of lines: in order, far enough apart, and moved as little as that takes."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib import rc_context

from helpers.engine.course import course
from helpers.figures.hidden_units import plot_runs
from helpers.figures.labels import apart, ink

HEIGHTS = st.lists(st.floats(-100, 100), min_size=1, max_size=8)


@given(HEIGHTS, st.floats(0.1, 20))
def test_labels_keep_their_order_and_their_distance(heights, gap):
    moved = apart(heights, gap)
    order = np.argsort(heights, kind="stable")
    assert np.all(np.diff(moved[order]) >= gap - 1e-9)
    assert np.mean(moved) == pytest.approx(np.mean(heights), abs=1e-9)


def test_labels_that_do_not_touch_stay():
    assert apart([5.0, 1.0, 9.0], 2).tolist() == [5.0, 1.0, 9.0]


def test_a_group_is_centred_where_its_lines_end():
    assert apart([1.0, 1.0, 1.0, 50.0], 2).tolist() == [-1.0, 1.0, 3.0, 50.0]


@given(st.lists(st.floats(-10, 10), min_size=2, max_size=5), st.integers(0, 10_000))
def test_no_other_places_that_are_far_enough_apart_are_nearer(heights, seed):
    """Against random admissible places near the found ones: least squares."""
    rng, found, order = np.random.default_rng(seed), apart(heights, 1.0), np.argsort(heights, kind="stable")
    other = found[order] + rng.normal(scale=0.5, size=len(heights))
    other = np.maximum.accumulate(other - np.arange(len(heights))) + np.arange(len(heights))
    assert np.sum((found - heights) ** 2) <= np.sum((other - np.asarray(heights)[order]) ** 2) + 1e-9


def test_the_labels_of_runs_on_a_logarithmic_scale_stand_where_the_lines_end():
    ax = plot_runs({"low": [[1, 0.01]], "middle": [[1, 0.1]], "high": [[1, 100]]}, yscale="log")
    assert [label.xyann[1] for label in ax.texts] == pytest.approx([0, 0, 0], abs=1e-9)


def luminance(color):
    """Return the relative luminance of an sRGB color, as WCAG 2 defines it."""
    parts = np.array(color)
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    return linear @ [0.2126, 0.7152, 0.0722]


def test_words_in_the_colors_of_the_lines_can_be_read_on_white():
    with rc_context(fname=course().notebooks / "matplotlibrc"):
        for k in range(7):
            assert 1.05 / (luminance(ink(f"C{k}")) + 0.05) >= 4.5
