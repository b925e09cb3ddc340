"""The chain rule on small graphs, against the referee."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from helpers.activations import sigmoid
from helpers.chain_rule import shared_backward, squared_backward
from helpers.gradient_check import slope

numbers = st.floats(-3, 3)


@given(numbers, numbers)
def test_a_value_used_twice_gets_the_sum_over_both_ways(x, y):
    dx, dy = shared_backward(x, y)
    assert np.isclose(dx, slope(lambda x: (x * (x + y)) ** 2, x), atol=1e-5)
    assert np.isclose(dy, slope(lambda y: (x * (x + y)) ** 2, y), atol=1e-5)


def test_the_worked_example_of_the_notebook():
    assert shared_backward(2, 1) == (60, 24)


@given(numbers, st.sampled_from([0, 1]))
def test_the_slope_of_the_squared_error(z, y):
    assert np.isclose(squared_backward(sigmoid(z), y), slope(lambda z: (sigmoid(z) - y) ** 2, z), atol=1e-8)


def test_a_sure_mistake_gives_no_slope():
    assert abs(squared_backward(sigmoid(-20.0), 1)) < 1e-8
