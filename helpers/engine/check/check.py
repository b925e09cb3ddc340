"""`check` and `hint` for the exercises of one notebook: what a learner calls."""

import importlib
import pkgutil
import sys
import warnings
from dataclasses import replace

from helpers.engine.check import words
from helpers.engine.check.clinic import is_changed
from helpers.engine.check.diagnosis import all_right, judged
from helpers.engine.check.exercise import Quiz, course_function, repaired_source, solution_source
from helpers.engine.check.exercise_order import in_order
from helpers.engine.check.locate import BUDGET, explain
from helpers.engine.check.messages import still_broken, unwritten, verdict_from
from helpers.engine.check.naming import exactly_named, nearly_named
from helpers.engine.check.notebook_cells import (
    called_in_check,
    close_name,
    explain_missing_names,
    helpers_elsewhere,
    is_bare_check,
    next_with_own,
    notice_of_old_answer,
    notice_of_similar_name,
)
from helpers.engine.check.precision import in_single_precision, judged_again
from helpers.engine.check.progress import record
from helpers.engine.check.quiz import check_quiz
from helpers.engine.check.remarks import remark_on
from helpers.engine.language import translated, translated_source

BESIDE_A_NAME = 0.3  # seconds of processor time to look for the line of a mistake that has a name


def collect(package, *names):
    """Return ({name: exercise}, check, hint) of a package of modules that each define an `exercise`.

    Without `names` these are all such modules, in the order of their cells in the notebook.
    """
    exercises = exercises_in(package, names)
    for name, exercise in exercises.items():
        if exercise.name != name:
            raise ValueError(f"{package}.{name}: the exercise in it is called {exercise.name!r}")
    checker = Checker(exercises, package.rpartition(".")[2])
    return exercises, checker.check, checker.hint


def exercises_in(package, names=()):
    """Return {name: exercise} of the modules of a package, by default of all that define an `exercise`."""
    folder = importlib.import_module(package).__path__[0]
    found = names or [module.name for module in pkgutil.iter_modules([folder])]
    modules = {name: importlib.import_module(f"{package}.{name}") for name in found}
    exercises = {name: module.exercise for name, module in modules.items() if hasattr(module, "exercise")}
    ordered = names or in_order(exercises, package.rpartition(".")[2], folder)
    return {name: exercises[name] for name in ordered}


def verdict_on(exercise, answer, budget=BUDGET, unnamed=False):
    """Return the `Verdict` on a learner's function or values.

    budget: seconds to look for a mistake's place
    unnamed: whether it is known already that no known mistake explains the answer; then none is tried
    """
    if isinstance(exercise, Quiz):
        return check_quiz(exercise, answer)
    with warnings.catch_warnings():  # of the experiments; those of the answer are caught call by call
        warnings.simplefilter("ignore")
        results = judged(exercise, answer)
        mistakes = () if unnamed else exactly_named(exercise, results)
        if not mistakes and not all_right(results) and in_single_precision(answer):
            results = judged_again(exercise, results)
            mistakes = exactly_named(exercise, results)
        if all_right(results):
            verdict = verdict_from(exercise, results, mistakes)
            if verdict.remark or exercise.recorded:
                return verdict
            return replace(verdict, remark=remark_on(exercise, answer))
        changed = still_broken(exercise, mistakes) and is_changed(exercise, answer)
        unclear = not (mistakes and not changed or exercise.recorded) and not all(
            r.right or words.is_made_from(r.complaint, words.CHANGED) for r in results
        )
        findings = explain(exercise, answer, results, budget) if unclear else ()
        if mistakes and not (unclear or unnamed) and sets_names(answer):
            findings = explain(exercise, answer, results, min(budget, BESIDE_A_NAME), named=True)
        if unclear and not changed and not any(finding.complete for finding in findings):
            mistakes = () if unnamed else nearly_named(exercise, results)
            findings = () if mistakes else findings
        return verdict_from(exercise, results, mistakes, findings, changed=changed)


def sets_names(function):
    """Return whether a function sets names of its own, as every loop does; then a line may say more than a name."""
    code = getattr(function, "__code__", None)
    return code is not None and code.co_nlocals > code.co_argcount + code.co_kwonlyargcount


class Checker:
    """Checks the exercises of one notebook; remembers the last answer to each, and how many hints were given."""

    def __init__(self, exercises, notebook=""):
        self.exercises, self.notebook = exercises, notebook
        self.answers, self.checked_in, self.hints_given = {}, {}, {}
        if shell():
            explain_missing_names(shell())

    def check(self, answer=None, /, **named):
        """Check an answer, show the verdict, and return what to go on with.

        `sigmoid = check(sigmoid)` for a function, `shapes = check(shapes=shapes)` for values. What comes
        back is the learner's answer if it is right, else the course's own: one mistake does not spoil the rest.
        """
        variables = sys._getframe(1).f_globals
        if not (named or callable(answer)) and (name := called_in_check(cells_run()[-1:], self.exercises)):
            print(translated(words.NOT_A_FUNCTION.format(name=name)))
            return variables.get(name)
        name, answer = self.identify(answer, named, variables)
        if answer is None and name not in variables:
            raise NoExerciseError(words.NOT_DEFINED.format(name=name))
        exercise = self.exercises[name]
        solution = exercise.answers if isinstance(exercise, Quiz) else course_function(exercise)
        if answer is solution and name not in self.answers:
            verdict = replace(unwritten(exercise, 1), advice=words.COURSE_S_OWN.format(name=name))
        else:
            verdict = self.judge(exercise, self.answers[name] if answer is solution else answer, variables)
        verdict = replace(verdict, advice=self.advice(verdict, cells_run()[-1:]))
        if show(verdict):
            record(self.notebook, name, verdict.state)
        return self.goes_on_with(name, answer, solution, verdict.state == "right")

    def advice(self, verdict, cells):
        """Return what to do next after a verdict; `cells` holds the source of the running cell, if there is one.

        A check whose result is not assigned leaves the learner's answer in place.
        """
        assigned = not any(is_bare_check(cell, verdict.name) for cell in cells)
        return verdict.advice if assigned else next_with_own(verdict)

    def goes_on_with(self, name, answer, solution, right):
        """Return what the notebook goes on with after a check."""
        return answer if right else solution

    def judge(self, exercise, answer, variables):
        """Return the verdict on an answer; it says so if that is the answer of the check before."""
        name, notice = exercise.name, ""
        verdict = verdict_on(exercise, answer)
        if name in self.answers and answer is self.answers[name]:
            cells = cells_run()[self.checked_in[name] : -1]
            notice = notice_of_old_answer(name, cells, verdict.state == "right")
        if verdict.state == "unwritten" or notice and verdict.state == "wrong":
            similar = notice_of_similar_name(name, variables, self.exercises)
            notice = " ".join(text for text in (notice, similar) if text)
        self.answers[name], self.checked_in[name] = answer, len(cells_run())
        remark = verdict.remark or verdict.state == "right" and helpers_elsewhere(answer, self.exercises)
        return replace(verdict, notice=notice, remark=remark or "")

    def hint(self, answer=None, /, **named):
        """Show the next hint for an exercise: the idea, the formula, line by line, and finally the solution."""
        name, _ = self.identify(answer, named, sys._getframe(1).f_globals)
        exercise = self.exercises[name]
        hints = [*exercise.hints, solution_text(exercise)]
        number = min(self.hints_given.get(name, 0) + 1, len(hints))
        self.hints_given[name] = number
        line = words.HINT_LINE.format(name=name, number=number, n=len(hints))
        is_source = number == len(hints) and not (exercise.recorded or isinstance(exercise, Quiz))
        text = (translated_source if is_source else translated)(hints[number - 1])
        print(f"{translated(line)}\n\n{text}")

    def identify(self, answer, named, variables):
        """Return (name, answer) of the exercise that is meant; `variables` are those of the notebook."""
        if named:
            name, answer = next(iter(named.items()))
        elif isinstance(answer, str):
            name, answer = answer, variables.get(answer)
        else:
            name = getattr(answer, "__name__", None)
            if name not in self.exercises:
                known = [n for n in self.exercises if n in variables and variables[n] is answer]
                name = next(iter(known), name)
        if name not in self.exercises:
            raise NoExerciseError(self.what_is_missing(name))
        return name, answer

    def what_is_missing(self, name):
        """Return a sentence about a name that no exercise has; None stands for no name."""
        if name is None:
            return words.NEEDS_AN_EXERCISE.format(known=", ".join(self.exercises))
        if other := close_name(name, self.exercises):
            return words.ALMOST_AN_EXERCISE.format(name=name, other=other)
        return words.NO_SUCH_EXERCISE.format(name=name, known=", ".join(self.exercises))


class NoExerciseError(LookupError):
    """Raised where `check` or `hint` cannot tell which exercise is meant. A notebook shows its sentence only."""

    def _render_traceback_(self):
        """Return the lines that IPython shows in place of a traceback."""
        return [translated(str(self))]


def shell():
    """Return the IPython shell of the open notebook, or None."""
    try:
        from IPython import get_ipython
    except ImportError:
        return None
    return get_ipython()


def cells_run():
    """Return the sources of the cells that were run in the open notebook, the running one last; [] elsewhere."""
    return shell().history_manager.input_hist_raw if shell() else []


def solution_text(exercise):
    """Return the last hint: the solution itself, or the repair of what a bug clinic hands out."""
    if exercise.recorded:
        return exercise.recorded
    if isinstance(exercise, Quiz):
        return "\n".join(f"{item}: {answer!r}" for item, answer in exercise.answers.items())
    return (repaired_source(exercise) if exercise.broken else solution_source(exercise)).rstrip()


def show(verdict):
    """Display a verdict in a notebook, with its data for reports, else print it; return whether it is a notebook."""
    if shell() is None:
        print(verdict.in_language())
        return False
    from IPython.display import display

    shown = verdict.in_language()._repr_mimebundle_()
    display(shown, raw=True, metadata={"verdict": verdict.as_dict()})
    return True
