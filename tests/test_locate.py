"""What `explain` says about wrong answers to toy exercises: the place, the reason, or nothing."""

import contextlib
import io
import linecache
import sys
import warnings
from itertools import count

import numpy as np
import pytest

from helpers.engine.check import Case, Exercise
from helpers.engine.check.diagnosis import judged
from helpers.engine.check.exercise import Seeded
from helpers.engine.check.locate import explain
from helpers.engine.check.locate.findings import ORDER
from helpers.engine.check.locate.words import CHANGES, FACTS

CELLS = count()


def slope_of(E, X):
    """Return E Xᵀ / m."""
    return E @ X.T / X.shape[1]


def fit(w, X, Y, rate, iterations):
    """Return (w, costs) of a linear fit; w is (1, n), X is (n, m), Y is (1, m)."""
    costs = []
    for _ in range(iterations):
        E = w @ X - Y
        costs.append(np.sum(E**2) / X.shape[1])
        w = w - rate * slope_of(E, X)
    return w, costs


def spread(X, weights):
    """Return the weighted mean of squares of every row of X, (n, 1), plus 1; weights is (1, m)."""
    squares = X**2 * weights
    mean = np.mean(squares, axis=1, keepdims=True)
    return np.sqrt(mean + 1)


def noise(n, rng):
    """Return n random numbers."""
    return rng.normal(size=n)


def centered(X):
    """Return the shares of exponentials in every row."""
    E = np.exp(X - np.max(X, axis=1, keepdims=True))
    return E / np.sum(E, axis=1, keepdims=True)


def total(X):
    """Return the mean over the columns of the sum of squares."""
    n = X.shape[1]
    squares = X * X
    return np.sum(squares) / n


def fit_cases(rng):
    """Yield cases of `fit`."""
    for n, m, rate, iterations in ((1, 1, 0.1, 1), (2, 3, 0.2, 2), (3, 4, 0.05, 3), (3, 5, 0.3, 0)):
        arrays = {"w": rng.normal(size=(1, n)), "X": rng.normal(size=(n, m)), "Y": rng.normal(size=(1, m))}
        yield Case(f"{n} inputs, {m} examples", **arrays, rate=rate, iterations=iterations)


def spread_cases(rng):
    """Yield cases of `spread`."""
    for n, m in ((1, 1), (2, 3), (4, 4), (3, 5)):
        yield Case(f"{n} by {m}", X=rng.normal(size=(n, m)), weights=rng.uniform(size=(1, m)))


def noise_cases(rng):
    """Yield cases of `noise`."""
    for n in (1, 3, 8):
        yield Case(f"{n} numbers", n=n, rng=Seeded(n))


FIT = Exercise(fit, points=1, cases=fit_cases, returns=("w", "costs"))
SPREAD = Exercise(spread, points=1, cases=spread_cases)
NOISE = Exercise(noise, points=1, cases=noise_cases)

CENTERED_SOURCE = """def centered(X):
    E = np.exp(X - np.max(X, axis=1, keepdims=True))
    return E / np.sum(E, axis=1, keepdims=True)
"""
FIT_SOURCE = """def fit(w, X, Y, rate, iterations):
    costs = []
    for i in range(iterations):
        error = w @ X - Y
        costs.append(np.mean(error ** 2))
        w = w - rate * error @ X.T / X.shape[1]
    return w, costs
"""
SPREAD_SOURCE = """def spread(X, weights):
    squares = X * X * weights
    mean = np.sum(squares, axis=1, keepdims=True) / X.shape[1]
    return np.sqrt(mean + 1)
"""


def learner(source, name):
    """Return the function of a cell, as a notebook defines it."""
    home = f"<ipykernel test {next(CELLS)}>"
    linecache.cache[home] = (len(source), None, source.splitlines(keepends=True), home)
    names = {"np": np, "data": np.arange(12.0).reshape(3, 4), "helper": slope_of}
    exec(compile(source, home, "exec"), names)
    return names[name]


def found(exercise, source, **settings):
    """Return the findings on a source; there is time enough on a busy machine, too."""
    function = learner(source, exercise.name)
    return explain(exercise, function, judged(exercise, function), **{"budget": 20, **settings})


def changed(source, old, new):
    """Return a source with one text replaced."""
    assert source.count(old) == 1
    return source.replace(old, new)


@pytest.mark.parametrize(("exercise", "source"), [(FIT, FIT_SOURCE), (SPREAD, SPREAD_SOURCE)])
def test_nothing_is_said_about_a_right_answer(exercise, source, monkeypatch):
    """Nor are the experiments made."""
    monkeypatch.setattr(sys.modules[explain.__module__], "Experiments", None)
    assert found(exercise, source) == []


@pytest.mark.parametrize(
    ("old", "new", "kind", "line"),
    [
        ("w - rate", "w + rate", "minus", 6),
        ("rate * error", "0.1234 * error", "number for argument", 6),
        ("rate * error", "error", "never used", None),
        ("X.T / X.shape[1]", "X.T / X.shape[0]", "wrong size", 6),
        ("w @ X - Y", "w @ X - data[:1, : X.shape[1]]", "never used", None),
        ("range(iterations)", "range(1, iterations)", "one less", 3),
        ("    return w, costs", "        return w, costs", "return in loop", 7),
        ("        costs.append(", "        if i % 10 == 0: costs.append(", "condition", 5),
        ("        error = w", "        if len(costs) == 2: break\n        error = w", "break", 4),
        (
            "    for i in range(iterations):\n",
            "    for i in range(iterations):\n        costs = []\n",
            "line too much",
            4,
        ),
        ("return w, costs", "return {'w': w, 'costs': costs}", "all there", None),
        ("return w, costs", "return w", "not all returned", None),
        ("return w, costs", "return np.round(w, 2), costs", "right part", 7),
        ("w = w - rate * error", "w -= rate * error", "changed", None),
        ("rate * error", "rate * np.cbrt(error + 1)", "place", 6),
    ],
)
def test_a_slip_in_a_loop(old, new, kind, line):
    """Each is told as its kind, with the learner's line."""
    findings = found(FIT, changed(FIT_SOURCE, old, new))
    assert (kind, line) in [(f.kind, f.line) for f in findings], findings


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("axis=1", "axis=0", "axis"),
        ("axis=1, keepdims=True", "axis=0", "axis, kept"),
        ("axis=1, keepdims=True", "", "no axis, kept"),
        ("X * X * weights", "X @ X * weights", "entry by entry"),
        ("mean + 1", "mean - 1", "plus"),
        ("mean + 1", "mean + 2", "one less"),
        (", keepdims=True) / X.shape[1]", ") / X.shape[1]", "axis lost"),
        (" / X.shape[1]", "", "not divided by columns"),
        ("np.sqrt(mean + 1)", "np.log(mean + 1)", "agrees so far"),
        ("return np.sqrt(mean + 1)", "print(np.sqrt(mean + 1))", "right value"),
        ("return np.sqrt(mean + 1)", "return np.sqrt(mean + 1).T", "right value"),
        ("np.sqrt(mean + 1)", "np.sqrt(squares + 1)", "wrong name"),
        ("X * X * weights", "X * X * weights * weights", "too much"),
        ("squares = X * X * weights", "squares = np.abs(X) * weights", "place"),
    ],
)
def test_a_slip_in_an_expression(old, new, kind):
    """Each is told as its kind; what makes all cases agree is told as that."""
    findings = found(SPREAD, changed(SPREAD_SOURCE, old, new))
    assert kind in [f.kind for f in findings], findings
    best = next(f for f in findings if f.kind == kind)
    assert best.complete is (kind != "agrees so far")
    assert ("Everything else is right" in best.sentence) is (kind in CHANGES)
    assert ("what comes after it is right" in best.sentence) is (kind == "place")


def test_where_two_places_are_wrong_both_are_told():
    """Nothing says that only one was changed."""
    exercise = Exercise(centered, points=1, cases=lambda rng: [Case("x", X=rng.normal(size=(3, 4)))] * 3)
    function = learner(CENTERED_SOURCE.replace("axis=1", "axis=0"), "centered")
    finding, *_ = explain(exercise, function, judged(exercise, function))
    assert (
        finding.kind == "axis" and "In line 3, `np.sum(E, axis=0, keepdims=True)` needs" in finding.sentence
    )
    assert "only this" not in finding.sentence and "with all of these changed" in finding.sentence


def test_a_negative_axis_does_not_take_all_entries_together():
    """It works along one axis, the wrong one."""
    source = CENTERED_SOURCE.replace("np.sum(E, axis=1", "np.sum(E, axis=-2")
    exercise = Exercise(centered, points=1, cases=lambda rng: [Case("x", X=rng.normal(size=(3, 4)))] * 3)
    function = learner(source, "centered")
    assert [f.kind for f in explain(exercise, function, judged(exercise, function))] == ["axis"]


def test_a_default_that_all_calls_share_is_told():
    """An empty list as default is filled by the first call."""

    def steps(n):
        """Return the numbers up to n."""
        return list(range(n))

    exercise = Exercise(steps, points=1, cases=lambda rng: [Case(f"{n}", n=n) for n in (2, 3, 4)])
    source = (
        "def steps(n, found=[]):\n    for i in range(n):\n        found.append(i)\n    return list(found)\n"
    )
    function = learner(source, "steps")
    assert "kept between calls" in [f.kind for f in explain(exercise, function, judged(exercise, function))]


def test_of_none_nothing_is_said_to_be_there():
    """The parts were computed, but what is missing is a `return`."""
    findings = found(FIT, changed(FIT_SOURCE, "    return w", "    if rate > 9:\n        return w"))
    assert "all there" not in [f.kind for f in findings]


def test_the_place_is_told_with_both_values_and_not_with_the_formula():
    """The innermost part that goes wrong is quoted in the learner's words."""
    source = changed(SPREAD_SOURCE, "squares = X * X * weights", "squares = np.abs(X) * weights")
    (finding,) = found(SPREAD, source)
    assert "`np.abs(X)`" in finding.sentence and finding.line == 2
    assert "X**2" not in finding.sentence and "** 2" not in finding.sentence


def test_variables_of_the_same_name_are_compared():
    """Names that agree and the first that does not are told where two mistakes hide the place."""
    source = changed(SPREAD_SOURCE, "/ X.shape[1]", "/ X.shape[1] ** 1.5")
    source = changed(source, "np.sqrt(mean + 1)", "np.cbrt(mean + 1.5)")
    finding = found(SPREAD, source)[0]
    assert (finding.kind, finding.line, finding.complete) == ("first difference after one", 3, False)
    assert finding.sentence.startswith(
        "`squares` agrees with the course's function; `mean` in line 3 does not"
    )


def test_a_line_is_not_blamed_for_a_variable_that_is_out_of_date():
    """`old` is w before the last step: the line that uses it is right, and the name is what is told."""
    source = changed(FIT_SOURCE, "    costs = []\n", "    costs, before, old = [], w, w\n")
    source = changed(
        source, "error = w @ X - Y", "error = np.dot(old, X) - Y\n        old, before = before, w"
    )
    finding = found(FIT, source)[0]
    assert finding.kind not in ("place", "place in shape"), finding


def test_a_name_with_the_value_of_something_else_is_no_agreement():
    """`squares` has a value that the course computes elsewhere: the line that reads it is not said to be at fault."""
    source = "def spread(X, weights):\n    squares = X * X * weights\n"
    source += "    squares = np.sum(squares, axis=1, keepdims=True)\n"
    source += "    mean = np.cumsum(squares.T).max() / X.shape[1]\n    return np.sqrt(mean + 1)\n"
    assert "place" not in [f.kind for f in found(SPREAD, source)]


def test_two_names_exchanged_in_one_line():
    """A change of one name alone would not do."""

    def line(a, b, c):
        return a @ b + c

    def cases(rng):
        for n in (1, 2, 3):
            yield Case(
                f"{n}", a=rng.normal(size=(n, n)), b=rng.normal(size=(n, 1)), c=rng.normal(size=(n, 1))
            )

    exercise = Exercise(line, points=1, cases=cases)
    finding = found(exercise, "def line(a, b, c):\n    return a @ c + b\n")[0]
    assert finding.kind == "names exchanged" and finding.complete
    assert "`c` and `b` are exchanged in `a @ c + b`" in finding.sentence


def test_costs_that_are_all_the_same_and_the_number_of_steps_up_to_which_all_is_right():
    """Both are seen from outside, whatever the function looks like."""
    source = changed(FIT_SOURCE, "w = w - rate", "new = w - rate")
    findings = {f.kind: f for f in found(FIT, source)}
    assert "`costs` are the same" in findings["same numbers"].sentence
    source = changed(FIT_SOURCE, "w = w - rate * error", "w = w - rate / (1 + i) ** np.cbrt(i) * error")
    findings = {f.kind: f for f in found(FIT, source)}
    assert "With `iterations` = 1 the result is right" in findings["first count"].sentence


def test_a_whole_number_is_among_what_agrees_if_the_course_has_it_under_the_same_name():
    """Here it is n; by value alone it would agree by chance."""

    def cases(rng):
        for n in (1, 2, 5):
            yield Case(f"{n}", X=rng.normal(size=(2, n)))

    exercise = Exercise(total, points=1, cases=cases)
    source = "def total(X):\n    n = X.shape[1]\n    squares = X * np.abs(X) ** 1.5\n    return squares.max() * n\n"
    assert "`n` agrees with the course's function; `squares`" in found(exercise, source)[0].sentence


def test_data_of_the_notebook_are_told():
    """An array that is read from the notebook in place of an argument."""
    source = changed(SPREAD_SOURCE, "X * X * weights", "X * X * data[:1, : X.shape[1]]")
    kinds = [f.kind for f in found(SPREAD, source)]
    assert {"never used", "outside data"} <= set(kinds)


def test_other_names_for_the_arguments_are_used_in_the_sentence():
    """The learner's names are the learner's words."""
    source = "def spread(table, p):\n    return np.sqrt(np.mean(table**2, axis=1, keepdims=True) + 1)\n"
    assert "`p` is never used" in found(SPREAD, source)[0].sentence


def test_a_result_that_is_the_same_whatever_comes_in():
    """And the arguments are not listed then."""
    kinds = [
        f.kind
        for f in found(SPREAD, "def spread(X, weights):\n    return 1.5 + 0 * X.sum() * weights.sum()\n")
    ]
    assert "constant" in kinds and "ignored" not in kinds


def test_an_argument_on_which_nothing_depends():
    """Though it is read."""
    source = changed(SPREAD_SOURCE, "X * X * weights", "X * X * np.sign(weights)")
    assert "ignored" in [f.kind for f in found(SPREAD, source)]


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("return np.random.normal(size=n)", "own numbers"),
        ("return np.random.normal(size=n)", "random"),
        ("return np.random.default_rng(0).normal(size=n)", "own numbers"),
        ("return np.zeros(n)", "never used"),
        ("return -rng.normal(size=n)", "right value"),
    ],
)
def test_random_numbers(body, kind):
    """Their source is looked at, and calls are repeated."""
    assert kind in [f.kind for f in found(NOISE, f"def noise(n, rng):\n    {body}\n")]


def test_arguments_exchanged_and_a_count_off_by_one():
    """What the course's function makes of other arguments is recognized."""

    def ratio(a, b, n):
        return (a / b) ** n

    def cases(rng):
        for n in (1, 2, 3):
            yield Case(f"power {n}", a=float(rng.uniform(1, 2)), b=float(rng.uniform(2, 3)), n=n)

    exercise = Exercise(ratio, points=1, cases=cases)
    exchanged = "def outer():\n    one = 1\n    def ratio(a, b, n): return (one * b / a) ** n\n"
    exchanged += "    return ratio\nratio = outer()\n"
    assert "exchanged" in [f.kind for f in found(exercise, exchanged)]
    fewer = "def ratio(a, b, n):\n    r, k = 1.0, 1\n    while k < n:\n"
    fewer += "        r *= a / b\n        k += 1\n    return r\n"
    assert {"one fewer", "comparison", "one less"} & {f.kind for f in found(exercise, fewer)}


def test_helper_functions_lambdas_and_comprehensions_are_looked_into():
    """The mistake may stand in another function of the same cell."""
    helper = "def squared(X):\n    return X * 2 * X\n\ndef spread(X, weights):\n"
    helper += "    mean = [np.mean(row * weights) for row in squared(X)]\n"
    helper += "    return np.sqrt(np.array(mean).reshape(-1, 1) + 1)\n"
    finding = found(SPREAD, helper)[0]
    assert finding.complete and finding.line == 2
    short = "spread = lambda X, weights: np.sqrt(np.mean(X**2 * weights, axis=0, keepdims=True) + 1)\n"
    assert "axis" in [f.kind for f in found(SPREAD, short)]


@pytest.mark.timeout(60)  # the endless one may take .2 seconds at a time
@pytest.mark.parametrize(
    "source",
    [
        "def spread(X, weights):\n    while True: pass\n",
        "def spread(X, weights):\n    raise SystemExit\n",
        "def spread(X, weights):\n    import sys; print('loud'); sys.stderr.write('loud'); return np.log(-1.0) + X\n",
        "def spread(X, weights):\n    return {'a': X, 'b': [None, ...]}\n",
        "spread = np.linalg.norm\n",
        "class spread:\n    def __init__(self, X, weights): pass\n",
        "def outer():\n    k = 2\n    def spread(X, weights): return X * k\n    return spread\nspread = outer()\n",
    ],
)
def test_it_is_silent_bounded_and_raises_nothing(source):
    """Whatever the function does."""
    exercise = Exercise(spread, points=1, cases=spread_cases, seconds=0.2)
    function = learner(source, "spread")
    results = judged(exercise, function)
    out, err = io.StringIO(), io.StringIO()
    state = np.random.get_state()[1].copy()
    with (
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
        warnings.catch_warnings(record=True) as caught,
    ):
        warnings.simplefilter("always")
        explain(exercise, function, results)
    assert not out.getvalue() and not err.getvalue() and not caught
    assert (np.random.get_state()[1] == state).all()


def test_every_sentence_has_its_place_in_the_order():
    """A kind without one could not be sorted."""
    assert {*CHANGES, *FACTS, "only where"} == set(ORDER)
