"""How a wrong verdict is written: few lines, the reason first, the smallest case, the rest folded."""

import numpy as np
import pytest

from helpers.engine.check import Case, Exercise, Mistake, Quiz, verdict_on
from helpers.engine.check.shown import compact, within
from helpers.engine.check.verdict import block

MOST_LINES = 12


def step(X, parameters, rate, iterations):
    """Return (W, b) of every layer after steps."""
    return [(W - rate * iterations * X.mean(), b - rate) for W, b in parameters]


def step_cases(rng):
    layers = [(rng.normal(size=(5, 4)), np.zeros((5, 1))), (rng.normal(size=(2, 5)), np.zeros((2, 1)))]
    for iterations in (1, 2):
        yield Case(
            "two layers", X=rng.normal(size=(4, 9)), parameters=layers, rate=0.1, iterations=iterations
        )


def halved(z):
    """Return half of z."""
    return z / 2


def halved_cases(rng):
    yield Case("one row", z=np.array([[1.0, 2.0]]))
    yield Case("three rows", z=rng.normal(size=(3, 2)))


IN_PLACE = Mistake("z is overwritten", {"return z / 2": "z /= 4\n    return z"}, why="")
DOUBLED = Mistake("z is doubled", {"z / 2": "z * 2"}, why="")
STEP = Exercise(step, points=1, cases=step_cases, returns="parameters")
HALVED = Exercise(halved, points=1, cases=halved_cases, mistakes=(IN_PLACE, DOUBLED))


def overwrites(z):
    z /= 4
    return z


def doubles_and_overwrites(z):
    w = 2 * z
    z[:] = 0
    return w


def one_bias_wrong(X, parameters, rate, iterations):
    result = step(X, parameters, rate, iterations)
    result[1][1][1, 0] = 7
    return result


def raises(X, parameters, rate, iterations):
    return [(W @ W * rate * iterations * X, b) for W, b in parameters]


@pytest.mark.parametrize("answer", [one_bias_wrong, raises, lambda X, parameters, rate, iterations: None])
def test_a_long_case_takes_few_lines_and_is_there_in_full_on_a_click(answer):
    verdict = verdict_on(STEP, answer)
    assert len(str(verdict).splitlines()) <= MOST_LINES
    (folded,) = [text for kind, text in verdict.details if kind == "folded"]
    assert folded.count("\n") > MOST_LINES and "shape (4, 9)" in folded and "..." not in folded
    assert "<details>" in verdict.as_html() and folded not in str(verdict)


def test_of_a_long_result_the_part_and_the_entry_that_differ_are_left():
    text = str(verdict_on(STEP, one_bias_wrong))
    assert "expected b2 [[-0.1]," in text and "[7.]]  shape (2, 1)" in text
    assert "parameters = …  shapes [((5, 4), (5, 1)), ((2, 5), (2, 1))]\nrate = 0.1, iterations = 1\n" in text


def test_an_error_stands_between_the_reason_and_the_case():
    text = str(verdict_on(STEP, raises))
    assert text.index("ValueError") < text.index("return [(W @ W") < text.index("The smallest failing case")


def test_a_short_case_is_shown_whole_and_not_folded():
    verdict = verdict_on(HALVED, lambda z: z + 1)
    assert "z = [[1., 2.]]  shape (1, 2)\nexpected  [[0.5, 1. ]]  shape (1, 2)\n" in str(verdict)
    assert "folded" not in dict(verdict.details) and "entries" not in str(verdict)


def test_that_an_argument_was_changed_is_said_unless_the_mistake_is_just_that():
    assert verdict_on(HALVED, overwrites).mistakes == ("z is overwritten",)
    assert "also changes" not in str(verdict_on(HALVED, overwrites))
    assert verdict_on(HALVED, doubles_and_overwrites).mistakes == ("z is doubled",)
    assert "The call also changes the caller's `z`" in str(verdict_on(HALVED, doubles_and_overwrites))


def test_what_an_error_in_a_larger_case_means_is_said():
    def answer(z):
        return z**2 if len(z) == 1 else np.ones(3) + np.ones(2)

    text = str(verdict_on(HALVED, answer))
    assert "In the case “three rows”: It stopped with ValueError" in text
    assert "Write one shape below the other" in text


def test_each_wrong_answer_of_a_quiz_has_one_line():
    quiz = Quiz("kinds", 1, {"a": "x", "b": "y", "c": "y"}, otherwise=dict.fromkeys("abc", "Look again."))
    text = str(verdict_on(quiz, {"a": "z", "b": "y", "c": "z"}))
    assert text == "kinds: 1 of 3 answers agree\n\na: 'z'. Look again.\nc: 'z'. Look again."


PAIRS = [(np.eye(3), np.ones((3, 1))), (np.ones((1, 3)), np.zeros((1, 1)))]


@pytest.mark.parametrize(
    "value, most, text",
    [
        (np.array([[1.0], [2.0]]), 1, "[[1.], [2.]]  shape (2, 1)"),
        (np.arange(60).reshape(6, 10), 1, "[[0, 1, 2, 3, 4, 5, 6, 7, 8, 9], …]  shape (6, 10)"),
        ([(np.ones((1, 1)), np.zeros((1, 1)))] * 2, 1, "[([[1.]], [[0.]]), ([[1.]], [[0.]])]"),
        (PAIRS, 1, "…  shapes [((3, 3), (3, 1)), ((1, 3), (1, 1))]"),
        ({"a": [0.25] * 30, "b": [8, 16]}, 1, "{a: [0.25, 0.25, 0.25, 0.25, 0.25, 0.25, …], b: [8, 16]}"),
        ((np.ones((2, 1)), 0.5, [1.5]), 1, "([[1.], [1.]], 0.5, [1.5])"),
        (np.zeros((0, 3)), 1, "[]  shape (0, 3)"),
    ],
)
def test_a_value_in_few_lines_keeps_its_shapes(value, most, text):
    assert within(most, value) == text


def test_an_entry_far_behind_is_among_those_that_are_left():
    assert compact(np.arange(100.0).reshape(10, 10), 50, (3, 8)) == "[…, […, 38., 39.], …]  shape (10, 10)"


def test_an_array_of_three_axes_has_no_empty_lines():
    assert "\n\n" not in within(9, np.ones((2, 2, 2))) and "\n \n" not in within(9, np.ones((2, 2, 2)))


def test_marks_of_html_in_a_value_stay_text():
    assert "&lt;b&gt;" in block("values", "<b>") and "&lt;b&gt;" in block("folded", "<b>")
