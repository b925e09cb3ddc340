"""`check` and `hint` for one notebook's exercises, and the words in which an exercise is written."""

import importlib
import pkgutil
import sys

from helpers.engine.check.diagnosis import judged, name_mistakes
from helpers.engine.check.exercise import Case, Exercise, Mistake, Named, Quiz, Seeded
from helpers.engine.check.exercise_order import in_order
from helpers.engine.check.messages import right, unrepaired, unwritten, wrong
from helpers.engine.check.progress import record
from helpers.engine.check.quiz import check_quiz
from helpers.engine.check.solution_source import course_function, solution_source

__all__ = ["Case", "Exercise", "Mistake", "Named", "Quiz", "Seeded", "collect", "verdict_on"]


def collect(package, *names):
    """Return ({name: exercise}, check, hint) of a package of modules that each define an `exercise`.

    Without `names` these are all such modules, in the order of their cells in the notebook.
    """
    exercises = exercises_in(package, names)
    for name, exercise in exercises.items():
        if exercise.name != name:
            raise ValueError(f"{package}.{name}: the exercise in it is called {exercise.name!r}")
    desk = Desk(exercises, package.rpartition(".")[2])
    return exercises, desk.check, desk.hint


def exercises_in(package, names=()):
    """Return {name: exercise} of the modules of a package, by default of all that define an `exercise`."""
    folder = importlib.import_module(package).__path__[0]
    found = names or [module.name for module in pkgutil.iter_modules([folder])]
    modules = {name: importlib.import_module(f"{package}.{name}") for name in found}
    exercises = {name: module.exercise for name, module in modules.items() if hasattr(module, "exercise")}
    ordered = names or in_order(exercises, package.rpartition(".")[2], folder)
    return {name: exercises[name] for name in ordered}


def verdict_on(exercise, answer):
    """Return the `Verdict` on a learner's function or values."""
    if isinstance(exercise, Quiz):
        return check_quiz(exercise, answer)
    results = judged(exercise, answer)
    return verdict_from(exercise, results, name_mistakes(exercise, results))


def verdict_from(exercise, results, mistakes):
    """Return the `Verdict` on judged cases, given the known mistakes that explain them."""
    if all(r.right for r in results):
        return right(exercise, results)
    if any(r.outcome.unwritten for r in results):
        return unwritten(exercise, results)
    if exercise.broken and {m.name for m in mistakes} == set(exercise.broken):
        return unrepaired(exercise, results)
    return wrong(exercise, results, mistakes)


class Desk:
    """Where a notebook's exercises are handed in: remembers what was handed in last, and the hints given."""

    def __init__(self, exercises, notebook=""):
        self.exercises, self.notebook, self.handed_in, self.rungs = exercises, notebook, {}, {}

    def check(self, answer=None, /, **named):
        """Check an exercise, show the verdict, and return what to go on with.

        `sigmoid = check(sigmoid)` for a function, `shapes = check(shapes=shapes)` for values. What comes
        back is the learner's answer if it is right, else the course's own: one slip does not spoil the rest.
        """
        name, answer = self._named(answer, named, sys._getframe(1).f_globals)
        exercise = self.exercises[name]
        own = exercise.answers if isinstance(exercise, Quiz) else course_function(exercise)
        if answer is own:  # the check cell was run twice: judge what the learner handed in
            answer = self.handed_in.get(name, answer)
        self.handed_in[name] = answer
        verdict = verdict_on(exercise, answer)
        show(verdict)
        record(self.notebook, name, verdict.state)
        return answer if verdict.state == "right" else own

    def hint(self, answer=None, /, **named):
        """Show the next hint for an exercise: idea, formula, line by line, and at last the solution."""
        name, _ = self._named(answer, named, sys._getframe(1).f_globals)
        exercise, rung = self.exercises[name], self.rungs.get(name, 0)
        ladder = [*exercise.hints, solution(exercise)]
        rung = min(rung, len(ladder) - 1)
        self.rungs[name] = rung + 1
        print(f"{name}, hint {rung + 1} of {len(ladder)}\n\n{ladder[rung]}")

    def _named(self, answer, named, surroundings):
        """Return (name, answer) of the exercise that is meant."""
        if named:
            name, answer = next(iter(named.items()))
        elif isinstance(answer, str) and answer in self.exercises:
            name = answer
        else:
            name = getattr(answer, "__name__", None)
            if name not in self.exercises:
                name = next((n for n in self.exercises if surroundings.get(n) is answer), name)
        if name not in self.exercises:
            raise LookupError(
                f"There is no exercise {name!r} in this notebook; there are: {', '.join(self.exercises)}."
            )
        return name, answer


def solution(exercise):
    """Return the last rung: the solution itself."""
    if isinstance(exercise, Quiz):
        return "\n".join(f"{item}: {answer!r}" for item, answer in exercise.answers.items())
    return solution_source(exercise).rstrip()


def show(verdict):
    """Display a verdict in a notebook, with its data for reports; print it elsewhere."""
    from IPython import get_ipython
    from IPython.display import display

    if get_ipython() is None:
        print(verdict)
    else:
        display(verdict._repr_mimebundle_(), raw=True, metadata={"verdict": verdict.as_dict()})
