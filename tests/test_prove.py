"""The table of docs/checks.md: every check proven, nothing left to do, nothing stale."""

import ast
import copy
import time
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from helpers.engine.build.__main__ import main
from helpers.engine.check.check import verdict_on
from helpers.engine.check.compare import compare
from helpers.engine.check.exercise import Case, Exercise, Mistake, course_function
from helpers.engine.check.plain_data import plain
from helpers.engine.check.run import run
from helpers.engine.course import course
from helpers.engine.prove.mutants import mutants, places, put, text
from helpers.engine.prove.mutation_operators import changes
from helpers.engine.prove.prove import package_named, packages, prove, prove_all, prove_mutants
from helpers.logistic_regression import propagate


@pytest.mark.slow
def test_the_table_is_complete_and_up_to_date():
    page, left = prove_all()
    assert left == []
    assert course().checks.read_text(encoding="utf-8") == page


def test_mutants_are_small_changes_of_the_solution():
    exercise = packages("vectorization")["vectorization"]["propagate"]
    labels = [label for label, _ in mutants(exercise)]
    assert "A - Y → A + Y" in labels and "dZ.T → dZ" in labels and "X @ dZ.T → X * dZ.T" in labels
    assert "Y.shape[1] → Y.shape[0]" not in labels and "1 → 0" in labels and len(labels) > 15


def test_an_argument_that_is_ignored_is_a_mutant():
    exercise = packages("logistic_regression")["logistic_regression"]["numerical_gradient"]
    assert "nudge = 1e-05, always" in dict(mutants(exercise))


def test_every_mutant_has_a_label_of_its_own():
    for found in packages().values():
        for exercise in found.values():
            if isinstance(exercise, Exercise):
                labels = [label for label, _ in mutants(exercise)]
                assert len(set(labels)) == len(labels)


def test_mutants_that_a_weak_check_accepts_are_told():
    exercise = packages("vectorization")["vectorization"]["propagate"]
    one = Case("one example", w=np.ones((2, 1)), b=0.5, X=np.array([[1.0], [2.0]]), Y=np.ones((1, 1)))
    killed, _, _, left = prove_mutants(replace(exercise, cases=lambda rng: [one]))
    assert killed > 5 and left and all(line.startswith("mutant accepted: ") for line in left)


def test_mutants_whose_verdict_explains_nothing_are_counted(monkeypatch):
    exercise = replace(packages("vectorization")["vectorization"]["propagate"], mistakes=())
    killed, explained, *_ = prove_mutants(exercise)
    assert explained >= 0.9 * killed
    monkeypatch.setattr("helpers.engine.check.check.explain", lambda *_: [])
    assert prove_mutants(exercise)[1] < 0.9 * killed


@pytest.mark.parametrize("patch, reason", [({"A + Z": "A"}, "occurs 0 times"), ("def f(:", "invalid syntax")])
def test_a_mistake_that_cannot_be_made_is_left_to_do(patch, reason):
    exercise = packages("vectorization")["vectorization"]["predict"]
    proof = prove("vectorization", replace(exercise, mistakes=(Mistake("nothing", patch, why=""),)))
    assert proof.rejected == (0, 1)
    assert any(line.startswith("cannot be put into") and reason in line for line in proof.open)


def test_an_exercise_without_hints_or_right_answers_is_left_to_do(monkeypatch):
    exercise = packages("introduction")["introduction"]["accuracy"]
    monkeypatch.setattr("helpers.engine.prove.prove.right_answers", lambda *_: [])
    left = prove("introduction", replace(exercise, hints=(), mistakes=())).open
    assert "it has 0 hints, not 3" in left
    assert "no right answers: tests/right_answers/introduction/accuracy.py is missing" in left


@pytest.mark.parametrize(
    "asked", ["introduction", "01", "01_introduction", "notebooks/source/01_introduction.py"]
)
def test_the_exercises_of_a_notebook_are_found_by_any_of_its_names(asked):
    assert package_named(asked) == "introduction"


def test_exercises_that_there_are_not_are_an_error(capsys):
    assert main(["prove", "intro"]) == 2
    assert capsys.readouterr().err.startswith("error: there are no exercises intro; there are: autodiff, ")


CHANGED = {
    "x = a[:, 1]": ["x = a[:, 2]", "x = a[:, 0]", "x = a[1, :]"],
    "x = a[1:n]": ["x = a[:n]", "x = a[1:]", "x = a[2:n]", "x = a[0:n]"],
    "x = f(a, b, c)": ["x = f(b, a, c)", "x = f(a, c, b)"],
    "x = f(a, axis=1)": ["x = f(a)", "x = f(a, axis=2)", "x = f(a, axis=0)"],
    "x = a.T / m": ["x = a.T", "x = a.T * m", "x = m / a.T", "x = a / m"],
    "x = a if c else b": ["x = a", "x = b"],
    "a[0] = 2": ["pass", "a[1] = 2", "a[0] = 3", "a[0] = 1", "a[0] = -2"],
    "a += b": ["pass", "a -= b"],
    "a.append(b)": ["pass"],
    "a = b": [],
}


@pytest.mark.parametrize("line", CHANGED)
def test_the_changes_of_a_line_are_those_expected(line):
    tree = ast.parse(f"def f():\n    {line}")
    made = []
    for path, node in places(tree):
        for changed in changes(node):
            put(mutated := copy.deepcopy(tree), path, changed)
            made.append(text(mutated.body[0].body[0]))
    assert sorted(made) == sorted(CHANGED[line])


def test_an_excuse_for_a_mutant_that_is_rejected_is_told():
    exercise = packages("vectorization")["vectorization"]["propagate"]
    excused = replace(
        exercise, equivalents={"A - Y → A + Y": "It looks the same.", "A → B": "It is not there."}
    )
    killed, _, equivalent, left = prove_mutants(excused)
    assert (killed, equivalent) == (prove_mutants(exercise)[0], 0)
    assert left == ["no such mutant accepted: A - Y → A + Y", "no such mutant accepted: A → B"]


@given(
    arrays(float, st.tuples(st.integers(1, 4), st.integers(1, 4)), elements=st.floats(-10, 10)),
    arrays(float, st.tuples(st.integers(1, 4), st.integers(1, 4)), elements=st.floats(-10, 10)),
)
def test_the_comparison_of_arrays_is_that_of_an_independent_oracle(expected, actual):
    slack = max(1e-16, 1e-9 * np.abs(expected).max())
    same = expected.shape == actual.shape and bool(np.all(np.abs(expected - actual) <= slack))
    far = expected.shape != actual.shape or bool(
        np.any(np.abs(expected - actual) > 1e-5 * (1 + np.abs(expected)))
    )
    said = compare(expected, actual)
    assert said is None if same else True
    assert said is not None if far else True


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.binary(max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=2), inner, max_size=3),
    max_leaves=8,
)


@settings(deadline=None)
@given(anything, anything)
def test_no_value_whatever_breaks_a_comparison(expected, actual):
    said = compare(plain(expected), plain(actual))
    assert said is None or isinstance(said, str)


@settings(deadline=None)
@given(st.integers(1, 6), st.integers(1, 6), st.floats(0.01, 100), st.integers(0, 2**20))
def test_the_check_of_propagate_agrees_with_its_oracle_at_every_shape_and_scale(n_x, m, scale, seed):
    def cases(rng):
        X, Y = scale * rng.normal(size=(n_x, m)), rng.integers(0, 2, (1, m)).astype(float)
        yield Case("random", w=rng.normal(size=(n_x, 1)), b=float(rng.normal()), X=X, Y=Y)

    exercise = Exercise(propagate, points=1, cases=lambda rng: cases(np.random.default_rng(seed)))
    assert verdict_on(exercise, propagate).state == "right"

    def without_mean(w, b, X, Y):
        dw, db, J = propagate(w, b, X, Y)
        return dw * Y.shape[1], db, J

    gradient = propagate(**next(cases(np.random.default_rng(seed))).args)[0]
    assume(np.abs(gradient).max() > 1e-6)
    assert (verdict_on(exercise, without_mean).state == "right") == (m == 1)


def test_checks_answer_at_once():
    """Not an assertion on time: the figures are printed for whoever looks (`pytest -s -k at_once`)."""
    seconds = {}
    for package, found in packages().items():
        for name, exercise in found.items():
            if isinstance(exercise, Exercise):
                verdict_on(exercise, course_function(exercise))
                started = time.perf_counter()
                assert verdict_on(exercise, course_function(exercise)).state == "right"
                seconds[f"{package}.{name}"] = time.perf_counter() - started
    slowest = max(seconds, key=seconds.get)
    print(f"median {np.median([*seconds.values()]):.3f} s, slowest {slowest} {seconds[slowest]:.3f} s")


def test_an_answer_that_raises_anything_is_judged():
    class OddError(Exception):
        def __str__(self):
            return "odd"

    def odd(**_):
        raise OddError

    assert run(lambda z: odd(z=z), Case("", z=1.0)).raised[:2] == ("OddError", "odd")
