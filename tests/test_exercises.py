"""Every exercise of every notebook: its check tells right from wrong, and names the mistake."""

import importlib
import inspect
import pkgutil
import re
import textwrap

import pytest

import helpers.exercises
from helpers.engine.check.check import verdict_on
from helpers.engine.check.diagnosis import judged
from helpers.engine.check.exercise import Exercise, Quiz, compiled, mistaken, solution_source, stub_source
from helpers.engine.check.naming import name_mistakes
from helpers.engine.course import course
from helpers.engine.grade.reference import exercises_of
from helpers.engine.prove.prove import flawless, right_answers


def packages():
    """Return the names of the packages that hold a notebook's exercises."""
    return [module.name for module in pkgutil.iter_modules(helpers.exercises.__path__) if module.ispkg]


def all_exercises(kind):
    """Return a pytest parameter (package, exercise) for every exercise of a kind."""
    for package in packages():
        found = importlib.import_module(f"helpers.exercises.{package}").exercises
        for name, exercise in found.items():
            if isinstance(exercise, kind):
                yield pytest.param(package, exercise, id=f"{package}-{name}")


def all_mistakes():
    """Return a pytest parameter (exercise, mistake) for every known wrong answer."""
    for parameter in all_exercises(Exercise):
        package, exercise = parameter.values
        for mistake in exercise.mistakes:
            yield pytest.param(exercise, mistake, id=f"{package}-{exercise.name}-{mistake.name}")


@pytest.mark.parametrize("package, exercise", [*all_exercises(Exercise)])
def test_the_solution_is_right(package, exercise):
    verdict = verdict_on(exercise, compiled(solution_source(exercise), exercise))
    assert verdict.state == "right", str(verdict)


@pytest.mark.parametrize("exercise, mistake", [*all_mistakes()])
def test_a_known_wrong_answer_is_rejected_and_named(exercise, mistake):
    results = judged(exercise, mistaken(exercise, mistake))
    assert not flawless(results), "no case tells this mistake from the solution"
    raised = [r.outcome.raised[:2] for r in results if r.outcome.raised]
    assert not [error for error in raised if error[0] == "NameError"], "it uses a name that it does not have"
    assert [m.name for m in name_mistakes(exercise, results)] == [mistake.name]


@pytest.mark.parametrize("package, exercise", [*all_exercises(Exercise)])
def test_right_answers_written_differently_are_accepted(package, exercise):
    answers = right_answers(package, exercise)
    assert len(answers) >= 5
    for answer in answers:
        verdict = verdict_on(exercise, answer)
        assert verdict.state == "right", f"{answer.__name__}\n{verdict}"


@pytest.mark.parametrize("package, exercise", [*all_exercises(Exercise)])
def test_the_stub_is_unwritten_rather_than_wrong(package, exercise):
    verdict = verdict_on(exercise, compiled(stub_source(exercise), exercise))
    assert verdict.state == "unwritten"
    assert not verdict.mistakes


@pytest.mark.parametrize("package, exercise", [*all_exercises((Exercise, Quiz))])
def test_three_hints_that_do_not_give_the_answer_away(package, exercise):
    assert len(exercise.hints) == 3
    if isinstance(exercise, Exercise):
        doc = inspect.getdoc(exercise.solution) or ""
        lines = [line.strip() for line in solution_source(exercise).splitlines()]
        given = [line for line in lines if line.startswith("return ") and len(line) > 18 and line not in doc]
        assert not [line for line in given for hint in exercise.hints if line.removeprefix("return ") in hint]


@pytest.mark.parametrize("package, quiz", [*all_exercises(Quiz)])
def test_a_quiz_knows_its_answers_and_why_others_are_wrong(package, quiz):
    assert verdict_on(quiz, quiz.answers).state == "right"
    assert verdict_on(quiz, ...).state == "unwritten"
    for item in quiz.answers:
        assert item in quiz.reasons or item in quiz.otherwise, f"{item}: no wrong choice has a reason"
        for choice, reason in quiz.reasons.get(item, {}).items():
            verdict = verdict_on(quiz, {**quiz.answers, item: choice})
            assert verdict.state == "wrong" and reason in str(verdict)


def answered(package, name, source):
    """Return the text of the verdict on a function written with the globals of an exercise."""
    exercise = importlib.import_module(f"helpers.exercises.{package}").exercises[name]
    return str(verdict_on(exercise, compiled(textwrap.dedent(source).lstrip(), exercise)))


def test_an_error_with_another_message_does_not_name_a_mistake():
    said = answered(
        "shallow_network",
        "forward",
        """
        def forward(X, parameters, hidden=TANH, output=SIGMOID):
            (W1, b1), (W2, b2) = parameters
            A1 = hidden.value(X @ W1.T + b1)
            return output.value(A1 @ W2.T + b2), (A1, A1, A1)
        """,
    )
    assert "ValueError" in said and "It looks as if" not in said


def test_two_slips_in_one_line_are_named_together():
    source = solution_source(
        importlib.import_module("helpers.exercises.shallow_network").exercises["backward"]
    )
    said = answered("shallow_network", "backward", source.replace("A2 - Y", "(Y - A2) * A2 * (1 - A2)"))
    assert "the sign of dZ2 is turned" in said and "the slope of the sigmoid once too often" in said


def test_a_constant_factor_is_reported_if_every_result_is_a_number():
    said = answered(
        "shallow_network", "cost", "def cost(A, Y):\n    return 3 * np.sum(loss(A, Y)) / Y.shape[1]"
    )
    assert "In every case the result is 3 times the expected one." in said


def test_a_part_of_a_cache_is_named_by_its_index():
    source = solution_source(
        importlib.import_module("helpers.exercises.shallow_network").exercises["forward"]
    )
    said = answered("shallow_network", "forward", source.replace("(Z1, A1, A2)\n", "(Z1, A1, Z2)\n"))
    assert "Not right: `cache[2]`" in said


@pytest.mark.parametrize("package", ["shallow_network", "deep_network"])
@pytest.mark.parametrize("form", ["[np.zeros((2, 2))] * 4", '{"W1": 0, "b1": 0}'])
def test_parameters_of_another_form_are_reported(package, form):
    head = "n_x, n_h, n_y, rng" if package == "shallow_network" else "layer_sizes, rng, scale=0.01"
    said = answered(package, "initialize", f"def initialize({head}):\n    return {form}")
    assert "expected a pair (W, b) for each layer" in said


def test_the_slope_of_leaky_relu_at_its_corner_is_between_those_of_its_two_sides():
    exercise = importlib.import_module("helpers.exercises.shallow_network").exercises["leaky_relu_derivative"]
    for at_zero, state in ((0.01, "right"), (0.5, "right"), (1, "right"), (0, "wrong")):
        source = (
            f"def leaky_relu_derivative(z):\n    return np.where(z > 0, 1, np.where(z < 0, 0.01, {at_zero}))"
        )
        assert verdict_on(exercise, compiled(source, exercise)).state == state


def test_the_guide_for_teachers_counts_the_exercises_of_every_notebook():
    guide = (course().root / "docs" / "teaching.md").read_text(encoding="utf-8")
    counted = dict(re.findall(r"^\| (\d\d_\w+) \| (\d+) \|", guide, re.M))
    names = [path.stem for path in sorted(course().references.glob("*.ipynb"))]
    assert counted == {name: str(len(exercises_of(name))) for name in names}
