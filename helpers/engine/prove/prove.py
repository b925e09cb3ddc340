"""The proof that the checks know right from wrong: counted for every exercise, written as a table."""

import importlib
import importlib.util
import inspect
import pkgutil
from dataclasses import dataclass, replace

import helpers.exercises
from helpers.engine.check.check import verdict_on
from helpers.engine.check.diagnosis import judged, name_mistakes
from helpers.engine.check.exercise import Quiz, mistaken
from helpers.engine.course import ROOT
from helpers.engine.prove.mutants import mutants

TABLE = ROOT / "docs" / "checks.md"
RIGHT_ANSWERS = ROOT / "tests" / "right_answers"
HEAD = """# What the checks are proven to know

Built by `make prove`, which runs every line of it; a test fails when it is stale or short of 100 %.
For each exercise: the known wrong answers that are rejected, those among them that are called by their name, the
mechanical changes of the solution (mutants) that are rejected, those that are right all the same (each with its
reason in the exercise's own module), and the right answers, written differently, that are accepted.

| notebook | exercise | points | wrong rejected | wrong named | mutants rejected | equivalent | right accepted |
| --- | --- | --- | --- | --- | --- | --- | --- |
"""


@dataclass(frozen=True)
class Proof:
    """One row: each count is (how many did, how many there are); `open` lists what is left to do, in words."""

    notebook: str
    exercise: str
    points: int
    rejected: tuple
    named: tuple
    mutants: tuple
    equivalent: int
    accepted: tuple
    open: tuple = ()


def packages(only=None):
    """Return {package: {name: exercise}} of every notebook's exercises, or of one notebook's."""
    names = [module.name for module in pkgutil.iter_modules(helpers.exercises.__path__) if module.ispkg]
    names = [name for name in names if only in (None, name)]
    return {name: importlib.import_module(f"helpers.exercises.{name}").exercises for name in names}


def prove(package, exercise):
    """Return the `Proof` of one exercise."""
    if isinstance(exercise, Quiz):
        return prove_quiz(package, exercise)
    exercise = replace(exercise, seconds=1.0)  # mutants that never end are common; solutions are quick
    open_, rejected, named = [], 0, 0
    for mistake in exercise.mistakes:
        results = judged(exercise, mistaken(exercise, mistake))
        wrong = not all(r.right for r in results)
        called = wrong and [m.name for m in name_mistakes(exercise, results)] == [mistake.name]
        rejected, named = rejected + wrong, named + called
        open_ += [] if called else [f"not rejected and named: {mistake.name}"]
    killed, equivalent, survivors = prove_mutants(exercise)
    answers = right_answers(package, exercise)
    accepted = [answer for answer in answers if verdict_on(exercise, answer).state == "right"]
    open_ += survivors + [f"not accepted: {a.__name__}" for a in answers if a not in accepted]
    n, total = len(exercise.mistakes), killed + len(survivors)
    counts = (rejected, n), (named, n), (killed, total), equivalent, (len(accepted), len(answers))
    return Proof(package, exercise.name, exercise.points, *counts, tuple(open_))


def prove_mutants(exercise):
    """Return (rejected, equivalent, survivors in words); an excuse that no accepted mutant needs is a survivor too."""
    killed, excused, survivors = 0, set(), []
    for label, function in mutants(exercise):
        if verdict_on(exercise, function).state != "right":
            killed += 1
        elif label in exercise.equivalents:
            excused.add(label)
        else:
            survivors.append(f"mutant accepted: {label}")
    survivors += [
        f"no such mutant accepted: {label}" for label in exercise.equivalents if label not in excused
    ]
    return killed, len(excused), survivors


def prove_quiz(package, quiz):
    """Return the `Proof` of a quiz: every wrong choice with a reason is rejected with it."""
    choices = [
        (item, choice, reason) for item in quiz.reasons for choice, reason in quiz.reasons[item].items()
    ]
    verdicts = [
        (verdict_on(quiz, {**quiz.answers, item: choice}), reason) for item, choice, reason in choices
    ]
    rejected = sum(verdict.state == "wrong" for verdict, _ in verdicts)
    named = sum(reason in str(verdict) for verdict, reason in verdicts)
    accepted = int(verdict_on(quiz, quiz.answers).state == "right")
    n = len(choices)
    return Proof(package, quiz.name, quiz.points, (rejected, n), (named, n), (0, 0), 0, (accepted, 1))


def right_answers(package, exercise):
    """Return the functions of `tests/right_answers/<package>/<exercise>.py`; a bug clinic may share its function's."""
    paths = [RIGHT_ANSWERS / package / f"{name}.py" for name in (exercise.name, exercise.solution.__name__)]
    path = next((path for path in paths if path.exists()), None)
    if path is None:
        return []
    spec = importlib.util.spec_from_file_location(f"right_answers_{package}_{path.stem}", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    own = inspect.getmembers(module, lambda f: inspect.isfunction(f) and f.__module__ == module.__name__)
    return [function for label, function in own if not label.startswith("_")]


def table(proofs):
    """Return the page with one row a proof, and the totals."""
    rows = [row(p.notebook, p.exercise, p.points, p) for p in proofs]
    sums = [tuple(map(sum, zip(*(getattr(p, k) for p in proofs), strict=True))) for k in COUNTED]
    total = Proof("", "", 0, *sums[:3], sum(p.equivalent for p in proofs), sums[3])
    rows.append(row("**all**", f"{len(proofs)} exercises", sum(p.points for p in proofs), total))
    return HEAD + "\n".join(rows) + "\n"


COUNTED = ("rejected", "named", "mutants", "accepted")


def row(notebook, exercise, points, proof):
    """Return one line of the table."""
    counts = [f"{a} of {b}" if b else "-" for a, b in (getattr(proof, k) for k in COUNTED)]
    cells = [notebook, exercise, str(points), *counts[:3], str(proof.equivalent or "-"), counts[3]]
    return f"| {' | '.join(cells)} |"


def prove_all(only=None):
    """Return (the page, what is left to do in words) over all exercises, or those of one package."""
    found = packages(only)
    proofs = [prove(package, exercise) for package in found for exercise in found[package].values()]
    return table(proofs), [f"{p.notebook}.{p.exercise}: {line}" for p in proofs for line in p.open]
