"""What a check shows for each kind of answer: right, wrong, unwritten, crashing, endless, modifying its arguments."""

import math
import signal
import sys
import time
import types
import warnings
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import numpy as np
import pytest

from helpers.activations import sigmoid
from helpers.engine.check import Case, Exercise, Mistake, Named, Quiz, Seeded, naming, verdict_on, words
from helpers.engine.check.check import Checker
from helpers.engine.check.compare import compare
from helpers.engine.check.diagnosis import judged
from helpers.engine.check.error_help import meaning_of
from helpers.engine.check.exercise import mistaken, solution_source, stub_source
from helpers.engine.check.factors import common_factor
from helpers.engine.check.messages import verdict_from
from helpers.engine.check.plain_data import Foreign, kind_of, plain, yielded
from helpers.engine.check.run import run
from helpers.engine.check.shown import show
from helpers.engine.check.time_limits import TooLate, deadline, watchdog
from helpers.exercises.logistic_regression import exercises
from helpers.losses import cost


def test_odd_answers_to_a_quiz_are_wrong_and_do_not_raise():
    """A dict with numbers as keys, and a tuple that contains an array although a known choice is a tuple."""
    assert "3: 1" in show({3: 1.0})
    for choice in ({3: 1.0}, (np.ones(2), 4)):
        verdict = verdict_on(QUIZ, {"W1": choice, "kind": "structured"})
        assert (verdict.state, verdict.passed) == ("wrong", 1)


def sigmoid_cases(rng):
    yield Case("at zero", z=0.0)
    yield Case("a column of five", z=rng.normal(size=(5, 1)))
    yield Case("far out", z=np.array([-1000.0, 1000.0]))


MINUS = Mistake(
    "the minus sign is lost", {"np.tanh(0.5 * z)": "np.tanh(-0.5 * z)"}, why="The exponent is −z."
)
HALF = Mistake("the factor ½ is forgotten", {"0.5 * (1": "(1"}, why="σ lies between 0 and 1.")
SIGMOID = Exercise(
    sigmoid,
    points=3,
    cases=sigmoid_cases,
    quiet=True,
    seconds=0.3,
    mistakes=(MINUS, HALF),
    hints=("a", "b", "c"),
)


def cost_cases(rng):
    yield Case("one example", A=rng.uniform(size=(1, 1)), Y=np.array([[1.0]]))
    yield Case("five examples", A=rng.uniform(size=(1, 5)), Y=np.array([[1.0, 0, 1, 0, 0]]))


FORGOTTEN = Mistake("1/m is forgotten", {" / Y.shape[1]": ""}, why="J is a mean.")
CLINIC = Exercise(
    cost, name="repair_cost", points=2, cases=cost_cases, mistakes=(FORGOTTEN,), broken=("1/m is forgotten",)
)
QUIZ = Quiz(
    "shapes",
    points=2,
    answers={"W1": (4, 3), "kind": "structured"},
    reasons={"W1": {(3, 4): "Rows are units."}},
    otherwise={"kind": "Could it stand in a table?"},
)


def right_but_overflowing(z):
    return 1 / (1 + np.exp(-z))


def minus_lost(z):
    return 1 / (1 + np.exp(z))


def two_mistakes(z):
    return 1 + np.tanh(-z / 2)


def crashing(z):
    return 1 / (1 + np.exp(-x))  # noqa: F821


def endless(z):
    while True:
        pass


def stubborn(z):
    while True:
        try:
            time.sleep(0.01)
        except Exception:
            pass


def nothing(z):
    0.5 * (1 + np.tanh(z / 2))


def changes_input(z):
    z *= 0.5
    return 0.5 * (1 + np.tanh(z))


def prints(z):
    print("z is", z)
    return 7.0


class AlwaysEqual:
    def __eq__(self, other):
        return True

    def __array__(self, *args, **kwargs):
        return np.array(0.5)


def said(answer, exercise=SIGMOID):
    return str(verdict_on(exercise, answer))


def test_a_right_answer_gets_one_line():
    assert said(sigmoid) == "sigmoid: 3 of 3 cases agree"


def test_float32_and_loops_are_right():
    def in_float32(z):
        return sigmoid(np.asarray(z, np.float32))

    def looped(z):
        flat = [0.5 * (1 + np.tanh(v / 2)) for v in np.ravel(z)]
        return np.reshape(flat, np.shape(z)) if np.shape(z) else flat[0]

    assert said(in_float32) == said(looped) == "sigmoid: 3 of 3 cases agree"


def test_a_right_value_with_a_warning_is_right_with_a_remark():
    verdict = verdict_on(SIGMOID, right_but_overflowing)
    assert (verdict.state, verdict.earned) == ("right", 3)
    assert str(verdict).startswith(
        "sigmoid: 3 of 3 cases agree\n\nThe values are right, but NumPy warns: overflow"
    )
    assert verdict.as_dict()["remark"] and "✓" in verdict.as_html()
    assert "remark" not in verdict_on(SIGMOID, sigmoid).as_dict()


def test_a_mistake_is_named_with_the_smallest_failing_input():
    verdict = verdict_on(SIGMOID, minus_lost)
    assert verdict.mistakes == ("the minus sign is lost",)
    text = str(verdict)
    assert text.startswith("sigmoid: 1 of 3 cases agree")
    assert "a column of five" in text and "shape (5, 1)" in text and "The exponent is −z." in text
    assert verdict.earned == 0  # The case that agrees is the same for everybody.


def test_two_mistakes_at_once_are_both_named():
    assert verdict_on(SIGMOID, two_mistakes).mistakes == (
        "the minus sign is lost",
        "the factor ½ is forgotten",
    )


def test_two_mistakes_fit_together_in_one_order_only():
    """What the first replaces is a part of what the second does."""
    first = Mistake("z is not halved", {"0.5 * z": "z"}, why="")
    second = Mistake("2 is added", {"1 + np.tanh(0.5 * z)": "2 + np.tanh(0.5 * z)"}, why="")
    exercise = replace(SIGMOID, mistakes=(first, second))
    assert verdict_on(exercise, lambda z: 0.5 * (2 + np.tanh(z))).mistakes == (first.name, second.name)


def test_of_several_pairs_only_what_they_share_is_named():
    lost = Mistake("z is lost", {"0.5 * z": "0 * z"}, why="")
    added, more = (Mistake(name, {"1 + np": "2 + np"}, why="") for name in ("2 is added", "1 is added again"))
    exercise = replace(SIGMOID, mistakes=(lost, added, more))
    verdict = verdict_on(exercise, lambda z: 1.0 + 0 * z)
    assert verdict.mistakes == ("z is lost", "there is a second mistake")
    assert "Every number that it returns is 1. One possible reason: z is lost" in str(verdict)


@pytest.mark.parametrize(
    "factor, said",
    [
        (
            lambda Y: Y.shape[1],
            "In every case the result is the expected one times the number of columns of `A`.",
        ),
        (lambda Y: 1 / Y.shape[1], "the expected one divided by the number of columns of `A`."),
        (lambda Y: -1, "In every case the result has the wrong sign."),
        (lambda Y: 0.3, "In every case the result is 0.3 times the expected one."),
        (lambda Y: 1, None),
        (lambda Y: 1.5 + Y.shape[1] ** 2, None),
    ],
)
def test_a_factor_is_told_if_cases_share_it_or_a_size_explains_it(factor, said):
    told = common_factor(CLINIC, judged(CLINIC, lambda A, Y: cost(A, Y) * factor(Y)))
    assert told is None if said is None else said in told


def test_a_sentence_is_recognized_by_its_template():
    told = words.ENTRIES_DIFFER.format(where="`W1`", wrong=1, size=6, index=(0, 1))
    assert words.is_made_from(told, words.DIFFERS, words.ENTRIES_DIFFER)
    assert not words.is_made_from(told, words.DIFFERS, words.WRONG_SIGN)
    assert not words.is_made_from("The layers differ in number.", *words.ABOUT_NUMBERS)


def both(x):
    """Return two numbers."""
    return 2 * x, x + 1


def both_cases(rng):
    """Yield cases of `both`."""
    for n in range(4):
        yield Case(f"number {n}", x=float(rng.normal() + n))


BOTH = Exercise(both, points=1, cases=both_cases, returns=("double", "next"))


@pytest.mark.parametrize(
    "answer, fact",
    [
        (lambda x: (2 * x, np.exp(x) + x), "Right in every case: `double`. Not right: `next`."),
        (lambda x: (2 * x, np.exp(x) + x + 1), "Wherever `next` differs, it is too large."),
        (lambda x: (2 * x, x - np.exp(x)), "Wherever `next` differs, it is too small."),
        (lambda x: (2 * x, x), "In every case `next` is off by -1."),
        (lambda x: (-2 * x, x + 1), "In every case `double` has the wrong sign."),
        (lambda x: (0, 0), "Every number that it returns is 0."),
    ],
)
def test_a_verdict_without_a_reason_says_what_all_cases_have_in_common(answer, fact):
    results = judged(BOTH, answer)
    assert fact in str(verdict_from(BOTH, results))
    assert "`next` differs." not in str(verdict_from(BOTH, results))


def test_nothing_from_inside_is_shown():
    """Two mistakes put in together may make a line that Python warns about."""
    item = Mistake("an item is taken", {"0.5 * z": "1[0] + 0.5 * z"}, why="")
    more = Mistake("1 is added", {"(1 + ": "(2 + "}, why="")
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        text = said(lambda z: 0 * z, replace(SIGMOID, mistakes=(item, more)))
    assert not caught and "engine" not in text


def test_the_reason_comes_first_and_long_values_are_folded():
    def costs(n):
        return [float(k) for k in range(1000)] if np.size(n) else [1.0]

    def cases(rng):
        yield Case("long", n=3)

    verdict = verdict_on(Exercise(costs, points=1, cases=cases), lambda n: costs(n)[:-1])
    assert str(verdict).count("\n") < 25
    assert verdict.details.index(("text", "The smallest failing case: long.")) > 0
    table = Exercise(costs, points=1, cases=lambda rng: [Case("tall", n=np.ones((15, 1)))])
    assert "<details>" in verdict_on(table, lambda n: 3).as_html()
    assert all(kind != "folded" for kind, _ in verdict_on(table, lambda n: 3).as_dict()["details"])


def test_a_right_value_is_not_shown_as_a_difference():
    assert "yours" not in said(
        changes_input, replace(SIGMOID, cases=lambda rng: [Case("one", z=np.ones((1, 1)))])
    )


def test_a_crash_shows_the_learners_own_line():
    text = said(crashing)
    assert "NameError: name 'x' is not defined" in text and "np.exp(-x)" in text
    assert "run.py" not in text


def test_without_numpy_the_cells_that_import_it_are_named():
    def early(z):
        return np.exp(-z)

    forgetful = types.FunctionType(early.__code__, {"__builtins__": __builtins__}, "sigmoid")
    text = said(forgetful)
    assert "name 'np' is not defined" in text and "import: run these cells" in text


@pytest.mark.parametrize("answer", [endless, stubborn])
def test_an_endless_loop_is_stopped_and_reported(answer):
    assert "did not finish within 0.3 seconds" in said(answer)


def test_a_missing_return_is_reported():
    assert "is there a `return`" in said(nothing)


def test_a_modified_argument_is_reported():
    assert "the caller's `z` was changed" in said(changes_input)


def test_an_argument_may_be_modified_if_the_exercise_allows_it():
    free = replace(SIGMOID, may_change=("z",))
    assert "was changed" not in str(verdict_on(free, changes_input))


def draw(n, rng):
    return rng.random(n)


DRAW = Exercise(
    draw,
    points=1,
    cases=lambda rng: iter([Case("none", n=0, rng=Seeded(0)), Case("three", n=3, rng=Seeded(0))]),
    judge=lambda args, expected, actual: None if len(actual) == args["n"] else "Not so many.",
    draws=True,
)


@pytest.mark.parametrize(
    "answer", [draw, lambda n, rng: list(rng.normal(size=n)), lambda n, rng: rng.spawn(1)[0].random(n)]
)
def test_numbers_drawn_from_the_generator_are_right(answer):
    assert verdict_on(DRAW, answer).state == "right"


@pytest.mark.parametrize("own", [np.random.default_rng(0), np.random.default_rng()])
def test_numbers_from_another_generator_are_reported_if_the_solution_draws(own):
    verdict = verdict_on(DRAW, lambda n, rng: own.random(n))
    assert verdict.passed == 1 and "as if nothing had been drawn from it" in str(verdict)


def test_a_row_of_numbers_may_be_a_list_or_an_array():
    assert compare([0.5, 0.25], np.array([0.5, 0.25])) is None
    assert compare((1.0, [0.5]), (1.0, np.array([0.5])), names=("s", "costs")) is None
    assert "has 1 part" in compare([0.5, 0.25], np.array([0.5]))
    assert "expected a list" in compare([0.5, 0.25], np.array([[0.5, 0.25]]))


def test_what_the_function_printed_is_shown_only_when_wrong():
    assert "z is 0.0" in said(prints)


@pytest.mark.parametrize("foreign", [AlwaysEqual(), 1j, np.array(["0.5"]), np.matrix([[0.5]]), object, "0.5"])
def test_only_real_numbers_and_arrays_are_judged(foreign):
    assert verdict_on(SIGMOID, lambda z: foreign).passed == 0


@pytest.mark.parametrize("half", [0.5, np.float32(0.5), np.array(0.5), np.float64(0.5)])
def test_kinds_of_numbers_are_interchangeable(half):
    assert verdict_on(SIGMOID, lambda z: half).passed == 1


@pytest.mark.parametrize("printed", [False, True])
def test_where_a_mistake_is_named_a_sentence_that_says_nothing_is_left_out(printed):
    def answer(z):
        if printed:
            print("z is", z)
        return minus_lost(z)

    number = replace(SIGMOID, cases=lambda rng: [Case("one number", z=1.5)])
    assert "differs" not in said(lambda z: 0.3, number) and "differs" not in said(answer, number)
    assert ("z is 1.5" in said(answer, number)) == printed


def test_after_a_case_that_hangs_the_others_are_not_run():
    called = []

    def slow(z):
        called.append(z)
        return endless(z)

    assert [r.outcome.late for r in judged(SIGMOID, slow)] == [True] * 3
    assert len(called) == 1


def test_the_stub_is_unwritten_rather_than_wrong():
    verdict = verdict_on(SIGMOID, mistaken(SIGMOID, Mistake("", stub_source(SIGMOID), "")))
    assert verdict.state == "unwritten" and str(verdict).startswith("sigmoid: not written yet")


def test_an_error_of_the_stub_s_kind_in_some_cases_only_is_a_wrong_answer():
    def for_arrays(z):
        if np.ndim(z) == 0:
            raise NotImplementedError("only arrays")
        return sigmoid(z)

    verdict = verdict_on(SIGMOID, for_arrays)
    assert (verdict.state, verdict.passed) == ("wrong", 2) and "NotImplementedError: only arrays" in str(
        verdict
    )


def test_a_clinic_does_not_name_its_mistake_until_something_was_changed():
    ill = mistaken(CLINIC, FORGOTTEN)
    assert str(verdict_on(CLINIC, ill)).startswith("repair_cost: not repaired yet")
    assert "1/m" not in str(verdict_on(CLINIC, ill))
    assert verdict_on(CLINIC, cost).state == "right"
    assert solution_source(CLINIC).startswith("def repair_cost(A, Y):")


def test_a_quiz_gives_the_reason_for_each_wrong_choice():
    text = said({"W1": (3, 4), "kind": "Unstructured"}, QUIZ)
    assert "Rows are units." in text and "Could it stand in a table?" in text
    assert said({"W1": [4, 3], "kind": " Structured"}, QUIZ) == "shapes: 2 of 2 answers agree"
    assert "Not answered yet: kind" in said({"W1": (4, 3), "kind": ...}, QUIZ)
    assert "not answered yet" in said(..., QUIZ)


@pytest.mark.parametrize("choice", [4000, 4000.0, np.int64(4000), np.array(4000.0)])
def test_the_form_of_a_number_does_not_matter_in_a_quiz(choice):
    quiz = Quiz(
        "reading", points=1, answers={"m": 2000}, reasons={"m": {4000: "It is at a smaller m already."}}
    )
    assert "It is at a smaller m already." in said({"m": choice}, quiz)
    assert said({"m": choice / 2}, quiz) == "reading: 1 of 1 answers agree"
    assert "smaller" not in said({"m": True}, Quiz("reading", 1, {"m": 2}, {"m": {1: "smaller"}}))


def test_check_returns_the_courses_function_and_judges_the_learners_again(capsys):
    checker = Checker({"sigmoid": SIGMOID})
    back = checker.check(minus_lost_as_sigmoid())
    assert back is sigmoid
    assert checker.check(back) is sigmoid
    assert capsys.readouterr().out.count("sigmoid: 1 of 3 cases agree") == 2


def minus_lost_as_sigmoid():
    def sigmoid(z):
        return minus_lost(z)

    return sigmoid


def test_check_finds_an_answer_that_has_another_name():
    checker = Checker({"sigmoid": SIGMOID})
    assert checker.check(sigmoid=two_mistakes) is sigmoid
    with pytest.raises(LookupError, match="There is no exercise 'minus_lost'"):
        checker.check(minus_lost)


@pytest.mark.parametrize(
    "answer, said",
    [
        (3, "need a function of one of these exercises, or its name in quotes: sigmoid, relu"),
        (None, "need a function of one of these exercises"),
        ("sigmod", "no exercise 'sigmod' in this notebook. Should it be called `sigmoid`"),
        ("relu", "`relu` is not defined"),
    ],
)
def test_what_belongs_to_no_exercise_is_answered_in_one_sentence(answer, said):
    checker = Checker({"sigmoid": SIGMOID, "relu": SIGMOID})
    with pytest.raises(LookupError) as raised:
        checker.check(answer)
    (shown,) = raised.value._render_traceback_()
    assert said in shown and len(shown.splitlines()) == 1


def test_an_answer_may_be_named_in_quotes(capsys):
    checker = Checker({"minus_lost": replace(SIGMOID, name="minus_lost")})
    assert checker.check("minus_lost") is not minus_lost
    assert "minus_lost: 1 of 3 cases agree" in capsys.readouterr().out


def test_hints_climb_to_the_solution(capsys):
    checker = Checker({"sigmoid": SIGMOID})
    for _ in range(5):
        checker.hint("sigmoid")
    out = capsys.readouterr().out
    assert "hint 1 of 4" in out and out.count("hint 4 of 4") == 2 and "def sigmoid(z):" in out


def test_arguments_are_created_anew_for_every_call():
    case = Case("all kinds", f=Named("helpers.activations:sigmoid"), rng=Seeded(3), layers=[(np.ones(2), 1)])

    def draws(f, rng, layers):
        layers[0][0][:] = 5
        return f(0.0) + rng.integers(1000)

    first, second = run(draws, case), run(draws, case)
    assert first.value == second.value
    assert first.changed == ("rng", "layers")


def test_a_generator_counts_as_the_list_of_what_it_yields():
    assert yielded(x for x in (1, 2)) == [1, 2]
    assert yielded((1, 2)) == (1, 2)


@pytest.mark.parametrize(
    "made", [lambda: (x for x in (1, 2)), lambda: map(abs, (1, 2)), lambda: iter([1, 2])]
)
def test_what_hands_out_its_items_once_is_no_list(made):
    value = plain(made())
    assert isinstance(value, Foreign)
    assert "once, one by one" in kind_of(value)


@pytest.mark.parametrize("kind", [deadline, watchdog])
def test_a_deadline_leaves_nothing_behind(kind):
    with kind(0.5):  # long enough for a busy machine to get out in time
        pass
    time.sleep(0.6)
    with pytest.raises(TooLate), kind(0.05):
        while True:
            pass
    time.sleep(0.1)


def test_a_deadline_works_outside_the_main_thread():
    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(lambda: run(endless, Case("", z=0.0), 0.1).late).result(5)


E = np.arange(1.0, 7).reshape(2, 3)


@pytest.mark.parametrize(
    "expected, actual, fact",
    [
        (E, -E, "wrong sign everywhere"),
        (1.0, -1.0, "The result differs."),
        (np.full((1, 2), 3.0), np.full((1, 2), -3.0), "The result differs."),
        (np.array([[0.0, 3.0]]), np.array([[0.0, 6.0]]), "differs in 1 of 2 entries"),
        (E, 2 * E, "is 2 times the expected one everywhere"),
        (E, 5 * E, "The result differs."),
        (E, E.T, "right result, transposed"),
        (E[:1], E[0], "rank-1"),
        (E, E.ravel(), "has shape (6,); expected (2, 3)."),
        (E, E + 1e-6, "is nearly right, but off by up to 1e-06"),
        (np.array([[2.0]]), np.array([[2.0000003]]), "is nearly right, but off by 3e-07"),
        (E, E + 2, "is off by 2 everywhere"),
        (E, np.where(E == 4, np.nan, E), "not a number (nan) at index (1, 0)"),
        (E, np.where(E == 4, np.inf, E), "infinite at index (1, 0)"),
        (E, np.where(E == 4, 0, E), "differs in 1 of 6 entries, the first at index (1, 0)"),
        (1.0, np.array([[1.0]]), "an array of shape (1, 1); expected the number in it"),
        (1.0, np.ones(3), "an array of shape (3,); expected a number"),
        (E, 3.0, "a number; expected an array of shape (2, 3)"),
        ((E, 1.0), E, "expected a tuple of 2"),
        ({"a": 1.0}, {"b": 1.0}, "a dict with the keys 'a'"),
        (E, [[1.0]], "is a list of 1; expected an array of shape (2, 3)"),
        (E, E.tolist(), "is a list; expected an array: `np.array` converts it"),
        (E, ["yes", "no"], "is a list of 2; expected an array of shape (2, 3)"),
    ],
)
def test_the_most_telling_difference_is_reported(expected, actual, fact):
    assert fact in compare(plain(expected), plain(actual))


def test_objects_are_compared_with_arrays():
    foreign = plain(object())
    assert compare(foreign, plain(object())) is None
    assert "an object of type object" in compare(E, foreign)
    assert "expected an object of type object" in compare(foreign, E)


def test_an_answer_of_another_type_is_compared_with_known_mistakes():
    def as_text(z):
        return sigmoid(np.asarray(z)).astype(str)

    column = replace(SIGMOID, cases=lambda rng: [Case("a column of two", z=np.ones((2, 1)))])
    assert "an array of dtype <U" in said(as_text, column)
    assert "an object of type matrix" in said(lambda z: np.matrix(z), column)


def test_a_quiz_says_that_a_shape_is_written_without_quotation_marks():
    assert "without quotation marks" in said({"W1": "(4, 3)", "kind": "structured"}, QUIZ)


def test_a_quiz_says_that_a_shape_of_one_axis_needs_a_comma():
    quiz = Quiz("rows", 1, {"b": (4,), "W": (4, 3)}, {}, {"b": "One axis.", "W": "Two axes."})
    assert "written with a comma" in said({"b": (4), "W": (4, 3)}, quiz)
    assert "comma" not in said({"b": (4, 1), "W": 12}, quiz)


def test_a_case_says_itself_why_a_call_is_late():
    """Only there: in the cases before it, a late call may be an endless loop."""

    def endless_from(limit):
        def sigmoid(z):
            while np.size(z) >= limit:
                pass
            return 1 / (1 + np.exp(-z))

        return sigmoid

    def cases(rng):
        yield Case("small", z=np.zeros((1, 2)))
        yield Case("many paths", z=np.ones((1, 9)), late_="Too many paths.")

    exercise = replace(SIGMOID, cases=cases)
    assert "Too many paths." in said(endless_from(9), exercise)
    assert "Too many paths." not in said(endless_from(2), exercise)


def test_a_row_of_costs_may_be_an_array():
    assert compare([1.0, 2.0], np.array([1.0, 2.0])) is None
    assert compare([], np.zeros(0)) is None
    assert "part 1" in compare([1.0, 2.0], np.array([1.0, 3.0])).lower()


def compares_whole_arrays(z):
    return 0.5 if z > -1 else 0.0


def takes_one_number(z):
    return 1 / (1 + math.exp(-z))


def takes_two_axes(z):
    return np.zeros(3)[0, 1]


def shape_without_brackets(z):
    return np.zeros(3, 1)


def inner_sizes_differ(z):
    return np.ones((2, 3)) @ np.ones((2, 3))


@pytest.mark.parametrize(
    "answer, meaning",
    [
        (crashing, "define anything else inside it"),
        (compares_whole_arrays, "need a single True or False"),
        (takes_one_number, "take a single number"),
        (takes_two_axes, "`X[:, [i]]` keeps it"),
        (shape_without_brackets, "as one tuple"),
        (inner_sizes_differ, "the inner numbers of the two shapes must agree"),
    ],
)
def test_an_error_is_explained(answer, meaning):
    assert meaning in said(answer)


def test_a_list_indexed_by_text_is_explained_with_the_list_of_the_case():
    pair, args = (np.ones((1, 1)), np.ones((1, 1))), {"X": np.ones((1, 1))}
    kind, message = "TypeError", "list indices must be integers or slices, not str"
    assert "(W1, b1), (W2, b2) = parameters" in meaning_of(kind, message, {**args, "parameters": [pair] * 2})
    assert "for W, b in parameters" in meaning_of(kind, message, {**args, "parameters": [pair] * 3})
    assert "one tuple for each layer" in meaning_of(kind, message, {"caches": [(*pair, 1)]})
    tanh = {"activation": Named("helpers.activations:TANH")}
    assert "`activation.value(Z)`" in meaning_of("UnboundLocalError", "cannot access", tanh)


def test_a_number_has_what_arrays_have_where_other_cases_have_arrays():
    def copied(z):
        a = z.astype(float).copy()
        a[a < 0] = 0
        return np.where(np.ones(z.shape), 0.5 * (1 + np.tanh(z / 2)), a)

    def silent(z):
        return 0.5 * (1 + np.tanh(0.5 * z))

    assert "has no attribute 'astype'" in said(copied)  # its text promises numbers
    exercise = replace(SIGMOID, solution=silent, name="sigmoid")
    assert said(copied, exercise) == "sigmoid: 3 of 3 cases agree"


def test_single_precision_accepted_early_makes_no_later_answer_wrong():
    namespace = {"np": np, "__name__": "__main__"}
    exec("def early(z):\n    return np.float32(0.5) * (1 + np.tanh(np.float32(z / 2)))", namespace)
    exec("def later(z):\n    return early(z) * (1 + 1e-6) + np.zeros(np.shape(z))", namespace)
    assert "nearly right" in str(judged(SIGMOID, namespace["later"]))
    assert verdict_on(SIGMOID, namespace["later"]).state == "right"
    exec("def later(z):\n    return 1.001 * early(z) + np.zeros(np.shape(z))", namespace)
    assert verdict_on(SIGMOID, namespace["later"]).state == "wrong"


def test_an_explanation_shared_by_two_mistakes_is_given_once():
    why = "J is a mean."
    twice = tuple(Mistake(f"{k}", {k: "0 *" + k}, why=why) for k in ("0.5 * (1", "0.5 * z"))
    assert said(lambda z: 0 * z, replace(SIGMOID, mistakes=twice)).count(why) == 1


def test_a_part_is_named():
    assert compare((1.0, 2.0), (1.0, 3.0), names=("dw", "db")).startswith("`db`")


def test_parts_of_layers_have_the_names_of_the_notation():
    expected = [(np.ones((2, 3)), np.ones((2, 1))), (np.ones((1, 2)), np.ones((1, 1)))]
    second = [expected[0], (expected[1][0], np.ones((1, 2)))]
    assert compare(expected, second, names="parameters").startswith("`b2` has shape (1, 2); expected (1, 1)")
    assert compare(expected, expected[:1], names="gradients").endswith(
        "1 part; expected 2: (dW1, db1), (dW2, db2)."
    )
    assert compare([1.0, 2.0], [1.0, 3.0], names="errors").startswith("`dZ2`")


def test_an_error_of_the_same_type_alone_does_not_name_a_mistake():
    broken = Mistake("Z is too wide", {"0.5 * (1": "(np.ones(2) + np.ones(3)) * (1"}, why="")
    exercise = replace(SIGMOID, mistakes=(broken,))
    assert verdict_on(exercise, mistaken(exercise, broken)).mistakes == ("Z is too wide",)

    def other(z):
        raise ValueError("something else")

    assert verdict_on(exercise, other).mistakes == ()


def test_values_are_shown_as_a_learner_would_write_them():
    assert show((784,)) == "(784,)" and show((2, 3)) == "(2, 3)"
    assert show(-0.0) == "0" and show(np.array([[-0.0, 1.5]])).startswith("[[0. , 1.5]]")


def test_a_warning_is_seen_whatever_errstate_the_notebook_has_set():
    def sigmoid(z):
        return 1 / (1 + np.exp(-z))

    with np.errstate(all="ignore"):
        assert "e⁻ᶻ overflows for very negative z" in verdict_on(exercises["sigmoid"], sigmoid).remark


def test_a_function_that_prints_without_end_is_stopped_and_reported():
    def loud(z):
        while True:
            print("x" * 1_000_000)

    outcome = run(loud, Case("", z=0.0))
    assert outcome.raised[:2] == ("RuntimeError", "more than 16,777,216 characters were printed")
    assert 15_000_000 < len(outcome.printed) < 17_000_000 and not outcome.late


def test_after_a_call_warnings_output_and_timer_are_as_before():
    def careless(z):
        warnings.simplefilter("error")
        print("closed")
        sys.stdout.close()
        sys.stdout = None
        return z

    before = sys.stdout, list(warnings.filters), signal.getsignal(signal.SIGALRM)
    with deadline(0.3), pytest.raises(TooLate):
        outcome = run(careless, Case("", z=1.0))
        assert (outcome.value, outcome.printed, outcome.raised) == (1.0, "", None)
        while True:
            pass
    assert (sys.stdout, list(warnings.filters), signal.getsignal(signal.SIGALRM)) == before


def test_what_is_known_to_have_no_name_is_explained_without_trying_the_known_mistakes(monkeypatch):
    exercise = exercises["cost"]

    def odd_cost(A, Y):
        return cost(A, Y) * 0.75 + 0.05

    named = verdict_on(exercise, odd_cost)
    assert named.state == "wrong" and not named.mistakes
    monkeypatch.setattr(naming, "known_answer", None)
    assert verdict_on(exercise, odd_cost, unnamed=True) == named


def test_a_key_that_is_no_item_of_a_quiz_is_named():
    quiz = Quiz("shapes", points=2, answers={"A": 1, "b": 2})
    said = str(verdict_on(quiz, {"A": 1, "B": 2}))
    assert "Not answered yet: b." in said and "There is no item `B`. The items are: A; b." in said
    assert "There is no item `x`" in str(verdict_on(quiz, {"x": 1}))
    assert verdict_on(quiz, {"A": 1, "b": 2, "c": 3}).state == "right"


@pytest.mark.parametrize("answer", [[1, 2], (1, 2), 3])
def test_a_quiz_answered_without_a_dict_is_told_so(answer):
    said = str(verdict_on(Quiz("shapes", points=2, answers={"A": 1, "b": 2}), answer))
    assert "not answered yet" in said and "It is no dict" in said
