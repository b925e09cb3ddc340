"""Repairs that fit only by accident, and values that are right: neither may be called the mistake."""

import numpy as np
import pytest

from helpers.engine.check import Case, Exercise, Mistake
from helpers.engine.check.check import verdict_on
from tests.test_locate import found, learner
from tests.test_locate_chance import exercise_of


def column_shares(A):
    """Return A divided by the sums of its columns, (r, c)."""
    return A / np.sum(A, axis=0, keepdims=True)


def mean_loss(A, Y):
    """Return the mean of the squares of A − Y."""
    return float(np.mean((A - Y) ** 2))


def both_slopes(A, Y):
    """Return (dw, db) of a small sum."""
    m = A.shape[1]
    dZ = A - Y
    return dZ @ A.T / m, np.sum(dZ) / m


def smooth(z):
    """Return z / (1 + |z|), without a warning."""
    return z / (1 + np.abs(z))


def gained(values, floor):
    """Return the sum of the values, none of them below a floor."""
    total = 0.0
    for value in values:
        total = total + max(value, floor)
    return total


RNG = np.random.default_rng(1)
TABLES = [{"A": RNG.random(shape) + 0.5} for shape in ((1, 2), (2, 2), (3, 3), (2, 4))]
PAIRS = [{"A": RNG.normal(size=(2, m)), "Y": RNG.normal(size=(2, m))} for m in (1, 2, 3, 5)]
LISTS = [{"values": RNG.normal(size=n).tolist(), "floor": -0.37 - n / 10} for n in (3, 5, 7)]


@pytest.mark.parametrize("square", ["A.shape[0] == A.shape[1]", "len(A) == A.shape[1]"])
def test_a_condition_is_not_wrong_where_one_of_its_branches_is(square):
    source = f"def column_shares(A):\n    s = A.sum(axis=0)\n    return (A.T / s).T if {square} else A / s\n"
    assert not [
        finding
        for finding in found(exercise_of(column_shares, *TABLES), source)
        if square in finding.text or finding.text.startswith("In line 3, `A.shape[0]`")
    ]


def test_a_division_by_brackets_is_not_called_a_product():
    source = (
        "def both_slopes(A, Y):\n    m = A.shape[1]\n    dZ = A - Y\n"
        "    return dZ @ A.T / m, np.sum(dZ) / (1 * m * m)\n"
    )
    kinds = {
        finding.kind for finding in found(exercise_of(both_slopes, *PAIRS, returns=("dw", "db")), source)
    }
    assert "quotient" not in kinds


def test_the_same_change_is_asked_for_no_more_often_than_needed():
    source = (
        "def column_shares(A):\n    sums = np.sum(A)\n    ones = np.ones((1, A.shape[1]))\n"
        "    return A / (sums * ones) * np.max(ones)\n"
    )
    (finding,) = [f for f in found(exercise_of(column_shares, *TABLES), source) if f.complete]
    assert "np.max" not in finding.text and "np.sum(A)" in finding.text


def test_an_axis_of_length_1_is_no_repair():
    source = (
        "def mean_loss(A, Y):\n    D = (A - Y).reshape(1, -1)\n    return float(np.mean(np.mean(D) ** 2))\n"
    )
    for finding in found(exercise_of(mean_loss, *PAIRS), source):
        assert finding.kind not in ("no axis", "no axis, kept") or "np.mean(D)" not in finding.text


def test_arguments_alone_are_no_parts_of_a_result():
    def both(dC, A):
        """Return (dC, dC)."""
        return dC, dC

    cases = [{"dC": RNG.normal(size=(2, m)), "A": RNG.normal(size=(2, m))} for m in (1, 2, 3)]
    exercise = exercise_of(both, *cases, returns=("dA", "dB"))
    for body in ("dC + A", "(dC,)", "dC * 2"):
        kinds = {finding.kind for finding in found(exercise, f"def both(dC, A):\n    return {body}\n")}
        assert not kinds & {"all there", "not all returned", "right value"}


def test_a_value_that_is_right_in_the_result_is_not_looked_at_again():
    source = (
        "def both_slopes(A, Y):\n    m = A.shape[1]\n    dw = (A - Y) @ A.T / m\n"
        "    return dw, np.max(np.abs(A + Y) ** 3)\n"
    )
    for finding in found(exercise_of(both_slopes, *PAIRS, returns=("dw", "db")), source):
        assert finding.kind != "agrees so far"


def test_a_line_moved_behind_a_loop_is_read_there():
    source = (
        "def gained(values, floor):\n    total = 0.0\n    for value in values:\n        floor = 3 * floor\n"
        "        total = total + max(value, floor)\n    return total\n"
    )
    kinds = {finding.kind for finding in found(exercise_of(gained, *LISTS), source)}
    assert kinds and "belongs after loop" not in kinds


def test_two_equal_constants_that_are_both_wrong_are_both_told():
    def clipped(a):
        """Return the sum of two clipped numbers."""
        return max(a, -0.37) + max(-a, -0.37)

    cases = [{"a": value} for value in (0.5, -0.9, 0.71, 0.13)]
    source = "def clipped(a):\n    one = max(a, -0.5)\n    two = max(-a, -0.5)\n    return one + two\n"
    for finding in found(exercise_of(clipped, *cases), source):
        if finding.complete and "-0.5" in finding.sentence:
            assert "In line 3, `-0.5` needs the same change" in finding.sentence


def test_arguments_in_another_order_are_told():
    source = "def both_slopes(Y, A):\n    m = A.shape[1]\n    dZ = A - Y\n    return dZ @ A.T / m, np.sum(dZ) / m\n"
    (finding,) = found(exercise_of(both_slopes, *PAIRS, returns=("dw", "db")), source)
    assert finding.kind == "arguments reordered" and finding.complete and finding.text.endswith("A, Y.")


def test_an_assert_of_a_pair_is_told():
    source = "def mean_loss(A, Y):\n    assert (A.shape == Y.shape, 'shapes')\n    return float(np.mean(A - Y) ** 2)\n"
    assert "tuple asserted" in {finding.kind for finding in found(exercise_of(mean_loss, *PAIRS), source)}


def test_nearly_right_is_said_only_where_it_holds_in_every_case():
    def shifted(x):
        """Return x plus its square times 1e-6."""
        return x + 1e-6 * x**2

    exercise = exercise_of(shifted, *[{"x": np.array([v, -v / 2])} for v in (1.0, 2e6, 3e6)])
    verdict = verdict_on(exercise, learner("def shifted(x):\n    return 1.0 * x\n", "shifted"))
    assert "nearly right" not in str(verdict)
    near = exercise_of(shifted, *[{"x": np.array([v, -v / 2])} for v in (1.0, 2.0)])
    assert "nearly right" in str(
        verdict_on(near, learner("def shifted(x):\n    return 1.0 * x\n", "shifted"))
    )


def test_true_and_false_are_not_too_large_or_too_small():
    def both_positive(x):
        """Return (whether the sum of x is positive, the sum)."""
        return bool(np.sum(x) > 0), float(np.sum(x))

    cases = [{"x": RNG.normal(size=3) + shift} for shift in (2, -2, 3, -1)]
    exercise = exercise_of(both_positive, *cases, returns=("positive", "total"))
    source = "def both_positive(x):\n    return bool(np.prod(x) > 1e9), float(np.sum(x))\n"
    assert "it is False, and should be True" in str(verdict_on(exercise, learner(source, "both_positive")))


def test_a_pair_of_mistakes_that_cancel_is_not_named():
    def slopes(x, y):
        """Return (dx, dy) of (x² + x y)²."""
        v = x**2 + x * y
        dv = 2 * v
        return dv * (2 * x + y), dv * x

    mistakes = (
        Mistake("v is halved", {"dv = 2 * v": "dv = v"}, why=""),
        Mistake(
            "dx is doubled",
            {"dv * (2 * x + y), dv * x": "2 * dv * (2 * x + y), dv * x"},
            why="",
        ),
    )
    cases = [Case(f"case {i}", x=x, y=y) for i, (x, y) in enumerate(((2.0, 1.0), (1.0, 3.0), (-1.0, 2.0)))]
    exercise = Exercise(slopes, 1, lambda rng: cases, mistakes, returns=("dx", "dy"))
    source = "def slopes(x, y):\n    v = x * (x + y)\n    return 2 * v * (2 * x + y), v * x\n"
    assert not verdict_on(exercise, learner(source, "slopes")).mistakes


def test_beside_the_name_of_a_mistake_stands_what_is_never_used():
    mistakes = (
        Mistake("nothing is divided by m", {"dZ @ A.T / m, np.sum(dZ) / m": "dZ @ A.T, np.sum(dZ)"}, why=""),
    )
    cases = [Case(f"case {i}", **pair) for i, pair in enumerate(PAIRS)]
    exercise = Exercise(both_slopes, 1, lambda rng: cases, mistakes, returns=("dw", "db"))
    source = "def both_slopes(A, Y):\n    m = A.shape[1]\n    dZ = A - Y\n    return dZ @ A.T, np.sum(dZ)\n"
    said = str(verdict_on(exercise, learner(source, "both_slopes")))
    assert "nothing is divided by m" in said and "`m` gets its value in line 2, and it is never used" in said
