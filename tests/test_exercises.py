"""Every exercise of every notebook: its check knows right from wrong, and says which wrong."""

import importlib
import inspect
import pkgutil

import pytest

import helpers.exercises
from helpers.authoring.proving import right_answers
from helpers.exercises.definition import Exercise, Quiz
from helpers.exercises.diagnosis import judged, name_mistakes
from helpers.exercises.engine import verdict_on
from helpers.exercises.patching import compiled, mistaken, solution_source, stub_source


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
    assert not all(r.right for r in results), "no case tells this mistake from the solution"
    assert [m.name for m in name_mistakes(exercise, results)] == [mistake.name]


@pytest.mark.parametrize("package, exercise", [*all_exercises(Exercise)])
def test_right_answers_written_differently_are_accepted(package, exercise):
    answers = right_answers(package, exercise)
    assert len(answers) >= 5
    for answer in answers:
        verdict = verdict_on(exercise, answer)
        assert verdict.state == "right", f"{answer.__name__}\n{verdict}"


@pytest.mark.parametrize("package, exercise", [*all_exercises(Exercise)])
def test_the_handed_out_function_is_told_quietly(package, exercise):
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
