"""Right answers with a remark, and what the check says about which answer it judged, in a real notebook's shell."""

import numpy as np
import pytest
from IPython.core.interactiveshell import InteractiveShell

from helpers.engine.check import verdict_on
from helpers.exercises.speed import exercises as speed
from helpers.exercises.vectorization import exercises as vectorization


def column_percentages(A):
    return np.array([100 * A[:, j] / A[:, j].sum() for j in range(A.shape[1])]).T


def relu_backward(dA, Z):
    dA[Z < 0] = 0
    return dA


@pytest.mark.parametrize(
    "exercise, answer, words",
    [
        (vectorization["column_percentages"], column_percentages, "with its loop in line"),
        (speed["relu_backward"], relu_backward, "with `dA[Z < 0] = 0` in line"),
    ],
)
def test_a_slow_form_is_right_with_a_remark(exercise, answer, words):
    verdict = verdict_on(exercise, answer)
    assert verdict.state == "right" and verdict.earned == verdict.points
    assert words in verdict.remark and "times as long" in verdict.remark


def test_no_remark_is_made_about_array_operations():
    assert verdict_on(vectorization["column_percentages"], lambda A: 100 * A / A.sum(axis=0)).remark == ""


@pytest.fixture
def run_cell(capsys):
    """A function that runs a cell in a new shell, and returns what is shown."""
    shell = InteractiveShell()
    InteractiveShell._instance = shell

    def run_cell(source):
        capsys.readouterr()
        shell.run_cell(source, store_history=True)
        return "".join(capsys.readouterr())

    run_cell("from helpers.engine.check import collect\nimport numpy as np")
    run_cell("_, check, hint = collect('helpers.exercises.logistic_regression', 'sigmoid', 'loss')")
    yield run_cell
    InteractiveShell.clear_instance()


WRONG = "def sigmoid(z):\n    return 1 / (1 + np.exp(z))"
RIGHT = "def sigmoid(z):\n    return 0.5 * (1 + np.tanh(z / 2))"
CHECK = "sigmoid = check(sigmoid)"
OLD = "Nothing new called `sigmoid`"


def test_an_earlier_answer_is_called_so(run_cell):
    run_cell(WRONG)
    assert OLD not in run_cell(CHECK)
    assert OLD not in run_cell(CHECK)  # the same cell again
    run_cell("def sigmod(z):\n    return 0.5")
    said = run_cell(CHECK)
    assert OLD in said and "`sigmod`" in said and "minus sign" in said
    run_cell(RIGHT)
    assert OLD not in run_cell(CHECK)
    run_cell("def sigmoid(z)\n    return 3")
    said = run_cell(CHECK)
    assert OLD in said and "7 of 7" in said
    run_cell("x = 1")
    assert OLD not in run_cell(CHECK)


def test_the_function_itself_is_asked_for(run_cell):
    run_cell(WRONG)
    said = run_cell("sigmoid = check(sigmoid(0))")
    assert "`sigmoid = check(sigmoid)`" in said and "Traceback" not in said
    assert "1 of 7" in run_cell(CHECK)


def test_a_missing_name_is_explained(run_cell):
    said = run_cell(CHECK)
    assert "NameError" in said and 'hint("sigmoid") works' in said
    assert "works" not in run_cell("another_name")


def test_the_courses_own_function_is_not_judged(run_cell):
    run_cell("from helpers.losses import loss")
    said = run_cell("loss = check(loss)")
    assert "not written yet" in said and "the course's own function" in said


def test_a_function_of_another_cell_is_told(run_cell):
    run_cell("def half(z):\n    return z / 2")
    run_cell("def sigmoid(z):\n    return 0.5 * (1 + np.tanh(half(z)))")
    assert "uses `half` from another cell" in run_cell(CHECK)


def test_a_missing_name_is_explained_after_another_notebooks_exercises_were_imported(run_cell):
    run_cell("other = collect('helpers.exercises.introduction')[0]")
    assert 'hint("sigmoid") works' in run_cell(CHECK)
    assert "works" not in run_cell("accuracy")


COURSE_S = "The cells below use the course's `sigmoid`"


def test_the_cells_below_go_on_with_what_the_check_says(run_cell):
    run_cell(WRONG)
    assert COURSE_S in run_cell(CHECK)
    assert run_cell("print(sigmoid.__module__)") == "helpers.activations\n"
    run_cell(WRONG)
    for bare in ("check(sigmoid)", 'x = 1\ncheck("sigmoid")', "check(sigmoid=sigmoid);"):
        said = run_cell(bare)
        assert COURSE_S not in said and "go on with yours" in said
    assert run_cell("print(sigmoid.__module__)") == "__main__\n"


def test_a_value_of_another_cell_is_told_and_one_of_the_same_cell_is_not(run_cell):
    run_cell("SCALE, T = 2.0, 3\nSCALE /= 4\nfrom math import e")
    run_cell("ONE = 1\ndef sigmoid(z):\n    return SCALE * (ONE + np.tanh(np.asarray(z).T.T / 2))")
    said = run_cell(CHECK)
    assert "uses `SCALE` from another cell" in said
    run_cell("from math import e\nONE = 1\ndef sigmoid(z):\n    return ONE / (1 + e ** -z)")
    assert "another cell" not in run_cell(CHECK)
