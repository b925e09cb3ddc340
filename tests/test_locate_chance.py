"""What `explain` must not say because it holds by accident, or is worded for other code than the learner's."""

import numpy as np
import pytest

from helpers.engine.check import Case, Exercise
from helpers.engine.check.check import verdict_on
from helpers.engine.check.exercise import Mistake
from helpers.engine.check.messages import clause
from tests.test_locate import found, learner


def mean_square(X):
    """Return the sum of the squares over the number of columns."""
    return float(np.sum(X**2) / X.shape[1])


def first_costs(costs, patience):
    """Return the sum of the first patience + 1 costs."""
    return sum(costs[: patience + 1])


def swish_slope(z):
    """Return the slope of z times a, with a = tanh z."""
    a = np.tanh(z)
    return a + z * (1 - a**2)


def is_small(costs, rate):
    """Return whether all costs are small."""
    return bool(np.max(costs) < 1)


def pull(a, y):
    """Return the slope of (a − y)² before a sigmoid."""
    return 2 * (a - y) * a * (1 - a)


def surprise(a, y):
    """Return the loss of an output for a label."""
    return -(y * np.log(max(a, 1e-15)) + (1 - y) * np.log(max(1 - a, 1e-15)))


def scaled(x, rate=0.1):
    """Return rate times the square of x, plus x."""
    square = x**2
    return rate * square + np.sqrt(x)


def layer_pair(X):
    """Return a list with the pair of a table and its transpose."""
    return [(X, X.T)]


def exercise_of(solution, *cases, **settings):
    """Return the exercise of a solution on cases that are given as arguments."""
    named = [Case(f"case {i}", **args) for i, args in enumerate(cases)]
    return Exercise(solution, points=1, cases=lambda rng: named, **settings)


RNG = np.random.default_rng(0)
TABLES = [{"X": RNG.normal(size=shape)} for shape in ((1, 2), (3, 3), (2, 5))]
LABELLED = [{"a": a, "y": y} for a, y in ((0.5, 1), (0.3, 0), (0.8, 1), (0.9, 0))]
COSTS = [{"costs": list(RNG.random(9)), "patience": n} for n in (1, 3, 5)]
ANSWERS = [{"costs": RNG.random(4) + shift, "rate": 0.5} for shift in (-0.6, 0.9, -0.1, 0.8)]
NUMBERS = [{"z": RNG.normal(size=(2, n))} for n in (2, 3, 4)]
POSITIVE = [{"x": RNG.random(n) + 0.5, **rate} for n, rate in ((2, {}), (3, {"rate": 0.3}), (4, {}))]


def kinds(exercise, source):
    """Return the kinds of the findings on a source."""
    return {finding.kind for finding in found(exercise, source)}


def test_the_len_of_a_table_counts_its_rows():
    (finding,) = found(
        exercise_of(mean_square, *TABLES), "def mean_square(X):\n    return np.sum(X**2) / len(X)\n"
    )
    assert finding.kind == "rows counted" and finding.complete
    assert "`len(X)` counts the rows of `X`; its columns have to be counted" in finding.sentence


@pytest.mark.parametrize(
    ("used", "kind", "said"),
    [("costs[:patience]", "one more", "small"), ("costs[:patience + 2]", "one less", "large")],
)
def test_a_count_is_too_small_or_too_large(used, kind, said):
    exercise = exercise_of(first_costs, *COSTS)
    source = f"def first_costs(costs, patience):\n    count = patience\n    return sum({used})\n"
    source = source.replace("[:patience]", "[:count]")
    first = found(exercise, source)[0]
    assert first.kind == kind and f"is too {said} by one" in first.sentence


def test_a_factor_that_stands_elsewhere_in_the_expression_is_not_called_missing():
    source = "def swish_slope(z):\n    a = np.tanh(z)\n    return z * a + (1 - a**2)\n"
    assert "missing factor" not in kinds(exercise_of(swish_slope, *NUMBERS), source)


def test_a_one_is_no_place_for_a_factor():
    source = "def pull(a, y):\n    return 2 * (a - y) * (1 - a**2)\n"
    assert "missing factor" not in kinds(exercise_of(pull, *LABELLED), source)


def test_yes_or_no_says_little_about_other_values():
    """0.6 is no learning rate, although with 0.5 in its place every answer would be right."""
    source = "def is_small(costs, rate):\n    return bool(np.max(costs) / 2 < 0.6 * rate - 0.1)\n"
    exercise = exercise_of(is_small, *ANSWERS)
    assert not {"number for argument", "wrong name", "place", "place of a name"} & kinds(exercise, source)


def test_a_result_that_depends_on_an_argument_for_one_label_depends_on_it():
    source = "def pull(a, y):\n    return (a - y) * a * (1 - y)\n"
    assert "ignored" not in kinds(exercise_of(pull, *LABELLED), source)


def test_zeros_do_not_show_that_arguments_are_exchanged():
    source = "def pull(a, y):\n    return 2 * (a - y) * y * (1 - y)\n"
    assert "exchanged" not in kinds(exercise_of(pull, *LABELLED), source)


def test_one_side_of_a_sum_is_not_blamed_alone_if_the_other_is_nothing():
    source = (
        "def surprise(a, y):\n    return -(y * max(np.log(a), 1e-15) + (1 - y) * max(np.log(1 - a), 1e-15))\n"
    )
    assert "place" not in kinds(exercise_of(surprise, *LABELLED), source)


def test_an_argument_with_a_default_is_no_value_that_agrees():
    source = "def scaled(x, rate=0.1):\n    square = x**2\n    return 0.1 * square + np.cbrt(x)\n"
    told = " ".join(finding.sentence for finding in found(exercise_of(scaled, *POSITIVE), source))
    assert "`rate` agrees" not in told and "`rate` and" not in told


def test_the_meaning_of_an_error_is_left_out_where_its_cause_was_found():
    exercise = exercise_of(mean_square, *TABLES)
    known = learner("def mean_square(X):\n    return np.sum(X @ X) / X.shape[1]\n", "mean_square")
    open_ = learner(
        "def mean_square(X):\n    return np.sum(np.ones(2) + np.ones(3)) / len(X)\n", "mean_square"
    )
    assert "inner numbers" not in str(verdict_on(exercise, known))
    assert "aligned on the right" in str(verdict_on(exercise, open_))


def test_a_name_that_begins_with_a_place_becomes_a_clause():
    assert clause("`dW`: not divided by m") == "there is a mistake in `dW`: not divided by m"
    assert clause("m enters squared") == "m enters squared" and clause("`x` is lost") == "`x` is lost"


def test_a_clinic_that_was_changed_is_told_so_and_looked_at():
    wrong = Mistake("it is not divided", {" / X.shape[1]": ""}, why="Divide.")
    exercise = exercise_of(mean_square, *TABLES, mistakes=(wrong,), broken=("it is not divided",))
    same = learner(
        "def mean_square(X):\n    '''Other text.'''\n    return float(np.sum(X**2))\n", "mean_square"
    )
    other = learner("def mean_square(X):\n    squares = X * X\n    return np.sum(squares)\n", "mean_square")
    assert "has been changed" not in str(verdict_on(exercise, same))
    text = str(verdict_on(exercise, other))
    assert text.startswith("mean_square: not repaired yet") and "has been changed, and its results" in text
    assert "a division is missing after `X * X`" in text
    anonymous = learner("mean_square = lambda X: float(np.sum(X**2))\n", "mean_square")
    assert "has been changed" in str(verdict_on(exercise, anonymous))


def test_parts_in_another_order_are_told():
    exercise = exercise_of(layer_pair, *TABLES)
    source = "def layer_pair(X):\n    W, b = X, X.T\n    return [(b, W)]\n"
    first = found(exercise, source)[0]
    assert first.kind == "other order" and first.complete


def table_product(A, B):
    """Return A times B, entry by entry of the result."""
    return A @ B


def scattered(values, places):
    """Return the sums of the values that belong to each of three places."""
    return np.array([sum(v for v, p in zip(values, places, strict=True) if p == k) for k in range(3)])


def count_positive(z):
    """Return how many numbers are positive."""
    return int(np.sum(z > 0))


SQUARES = [{"A": RNG.normal(size=(n, n)), "B": RNG.normal(size=(n, n))} for n in (1, 2, 3)]
SCATTERED = [{"values": RNG.random(n), "places": list(RNG.integers(0, 3, n))} for n in (4, 6, 9)]


def test_all_loops_that_begin_at_1_are_told_together():
    source = (
        "def table_product(A, B):\n    n = np.size(A, 1)\n    C = np.zeros((n, n))\n    for i in range(1, n):\n"
        "        for j in range(1, n):\n            for k in range(1, n):\n"
        "                C[i, j] += A[i, k] * B[k, j]\n    return C\n"
    )
    first = found(exercise_of(table_product, *SQUARES), source)[0]
    assert (
        first.kind == "one less" and first.complete and "In line 6, `1` needs the same change" in first.text
    )


def test_an_entry_with_another_index_is_told():
    source = (
        "def scattered(values, places):\n    sums = np.zeros(20)\n"
        "    for i, (value, place) in enumerate(zip(values, places)):\n"
        "        sums[i] = sums[i] + value\n    return sums[:3]\n"
    )
    first = found(exercise_of(scattered, *SCATTERED), source)[0]
    assert first.kind == "wrong name" and "In line 4, `i` stands where `place` belongs" in first.text


def test_a_return_that_ends_a_loop_inside_a_condition_is_too_much():
    source = (
        "def count_positive(z):\n    n = 0\n    for v in z:\n        if v > 0:\n            n += 1\n"
        "            return n\n    return n\n"
    )
    cases = [{"z": RNG.normal(size=n)} for n in (5, 8, 9)]
    first = found(exercise_of(count_positive, *cases), source)[0]
    assert (first.kind, first.line) == ("line too much", 6)


def test_a_loop_over_the_len_of_a_row_runs_over_its_rows():
    source = (
        "def mean_square(X):\n    total = 0\n    for i in range(len(X)):\n        total += X[i] ** 2\n"
        "    return total / len(X)\n"
    )
    rows = [{"X": RNG.normal(size=(1, n))} for n in (1, 2, 5)]
    told = found(exercise_of(mean_square, *rows), source)
    assert any(f.kind == "over rows" and f.line == 3 and "over the rows of `X`" in f.text for f in told)
