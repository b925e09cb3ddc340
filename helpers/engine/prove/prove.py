"""Prove that the checks tell right from wrong: count for every exercise, and write a table."""

import importlib
import importlib.util
import inspect
import os
import pkgutil
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

from helpers.engine.check.check import verdict_on
from helpers.engine.check.diagnosis import judged
from helpers.engine.check.exercise import Quiz, mistaken
from helpers.engine.check.explanations import is_vague
from helpers.engine.check.messages import BESIDE
from helpers.engine.check.naming import name_mistakes
from helpers.engine.check.words import ABOUT_NUMBERS, is_made_from
from helpers.engine.course import AuthoringError, course
from helpers.engine.prove.mutants import mutants

HEAD = """# What the checks catch

Built by `make prove`, which runs every line of it; a test fails when it is stale or short of 100 %.
For each exercise: how many of the known wrong answers are rejected, how many of these are diagnosed correctly, how
many mechanical changes of the solution (mutants) are rejected, how many of these are explained, how many mutants are
correct after all (each with its reason in the exercise's module), and how many right answers, written differently,
are accepted. A mutant is explained if the verdict names its mistake, says where it goes wrong or what its result does
not depend on, or shows an error or a wrong form; only to say which numbers differ does not count.

| notebook | exercise | points | wrong rejected | wrong named | mutants rejected | explained | equivalent | right |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
"""
LEAST_EXPLAINED = 0.9  # of all mutants that are rejected
HINTS = 3  # of a function that is asked for
PATIENCE = 20.0  # seconds to look for a place, so that the counts do not depend on the machine


@dataclass(frozen=True)
class Proof:
    """One row of the table. A count is (how many succeeded, of how many); `open` says in words what is left to do."""

    notebook: str
    exercise: str
    points: int
    rejected: tuple
    named: tuple
    mutants: tuple
    explained: tuple
    equivalent: int
    accepted: tuple
    open: tuple = ()


def packages(only=None):
    """Return {package: {name: exercise}} of every notebook's exercises, or of one notebook's."""
    home = course().exercises
    modules = pkgutil.iter_modules(importlib.import_module(home).__path__)
    names = [module.name for module in modules if module.ispkg and only in (None, module.name)]
    return {name: importlib.import_module(f"{home}.{name}").exercises for name in names}


def package_named(asked):
    """Return the package of exercises that a command line names by its name, or by that of its notebook."""
    known = packages()
    numbered = {name.partition("_")[2]: name for name in course().source_names()}
    for package in known:
        notebook = numbered.get(package, package)
        if asked == package or asked == notebook.partition("_")[0] or Path(asked).stem == notebook:
            return package
    raise AuthoringError(f"there are no exercises {asked}; there are: {', '.join(known)}")


def makeable(exercise):
    """Return (the mistakes that can be put into the solution, the others in words), each a list."""
    made, others = [], []
    for mistake in exercise.mistakes:
        try:
            mistaken(exercise, mistake)
            made.append(mistake)
        except (ValueError, SyntaxError) as error:
            reason = str(error).removeprefix(f"{mistake.name}: ")
            others.append(f"cannot be put into the solution: {mistake.name}: {reason}")
    return made, others


def prove(package, exercise):
    """Return the `Proof` of one exercise."""
    if isinstance(exercise, Quiz):
        return prove_quiz(package, exercise)
    exercise = replace(exercise, seconds=1.0)  # many mutants never end, and solutions take milliseconds
    (mistakes, open_), rejected, named = makeable(exercise), 0, 0
    for mistake in mistakes:
        results = judged(exercise, mistaken(exercise, mistake))
        wrong = not flawless(results)
        called = wrong and [m.name for m in name_mistakes(exercise, results)] == [mistake.name]
        rejected, named = rejected + wrong, named + called
        open_ += [] if called else [f"not rejected and named: {mistake.name}"]
    killed, explained, equivalent, survivors = prove_mutants(exercise)
    answers = right_answers(package, exercise)
    accepted = [answer for answer in answers if verdict_on(exercise, answer).state == "right"]
    open_ += [] if len(exercise.hints) == HINTS else [f"it has {len(exercise.hints)} hints, not {HINTS}"]
    open_ += [] if answers else [f"no right answers: {path_of_right_answers(package, exercise)} is missing"]
    open_ += survivors + [f"not accepted: {a.__name__}" for a in answers if a not in accepted]
    n, total = len(exercise.mistakes), killed + len(survivors)
    counts = (rejected, n), (named, n), (killed, total), (explained, killed), equivalent
    counts += ((len(accepted), len(answers)),)
    return Proof(package, exercise.name, exercise.points, *counts, tuple(open_))


def flawless(results):
    """Return whether an answer is right in every case, and no remark is made about it."""
    return all(r.right and not r.remark for r in results)


def prove_mutants(exercise):
    """Return (rejected, explained, equivalent, survivors in words).

    An entry of `equivalents` without a mutant is a survivor, too.
    """
    killed, explained, excused, survivors = 0, 0, set(), []
    for label, function in mutants(exercise):
        results = judged(exercise, function)
        if not flawless(results):
            killed += 1
            explained += is_explained(exercise, function, results)
        elif label in exercise.equivalents:
            excused.add(label)
        else:
            survivors.append(f"mutant accepted: {label}")
    survivors += [
        f"no such mutant accepted: {label}" for label in exercise.equivalents if label not in excused
    ]
    return killed, explained, len(excused), survivors


def is_explained(exercise, function, results):
    """Return whether the verdict on a rejected function says more than which numbers differ."""
    first = next((r for r in results if not r.right), None)
    if first is None or not is_vague(first.complaint) and not is_made_from(first.complaint, *ABOUT_NUMBERS):
        return True  # a remark, an error, or a wrong form
    verdict = verdict_on(exercise, function, PATIENCE)
    return bool(verdict.mistakes or set(verdict.found) - set(BESIDE))


def prove_quiz(package, quiz):
    """Return the `Proof` of a quiz: every wrong choice that has a reason is rejected with that reason."""
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
    return Proof(package, quiz.name, quiz.points, (rejected, n), (named, n), (0, 0), (0, 0), 0, (accepted, 1))


def path_of_right_answers(package, exercise):
    """Return the path of the file with the right answers to an exercise, as the author would type it."""
    return course().relative(course().right_answers / package / f"{exercise.name}.py").as_posix()


def right_answers(package, exercise):
    """Return the functions of `<right answers>/<package>/<exercise>.py`; a bug clinic may share its function's."""
    paths = [
        course().right_answers / package / f"{name}.py"
        for name in (exercise.name, exercise.solution.__name__)
    ]
    path = next((path for path in paths if path.exists()), None)
    if path is None:
        return []
    spec = importlib.util.spec_from_file_location(f"right_answers_{package}_{path.stem}", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    own = inspect.getmembers(module, lambda f: inspect.isfunction(f) and f.__module__ == module.__name__)
    return [function for label, function in own if not label.startswith("_")]


def table(proofs):
    """Return the page, with one row for each proof and the totals."""
    rows = [row(p.notebook, p.exercise, p.points, p) for p in proofs]
    sums = [tuple(map(sum, zip(*(getattr(p, k) for p in proofs), strict=True))) for k in COUNTED]
    total = Proof("", "", 0, *sums[:4], sum(p.equivalent for p in proofs), sums[4])
    rows.append(row("**all**", f"{len(proofs)} exercises", sum(p.points for p in proofs), total))
    return HEAD + "\n".join(rows) + "\n"


COUNTED = ("rejected", "named", "mutants", "explained", "accepted")


def row(notebook, exercise, points, proof):
    """Return one line of the table."""
    counts = [f"{a} of {b}" if b else "-" for a, b in (getattr(proof, k) for k in COUNTED)]
    cells = [notebook, exercise, str(points), *counts[:4], str(proof.equivalent or "-"), counts[4]]
    return f"| {' | '.join(cells)} |"


def prove_all(only=None, processes=None):
    """Return (the page, what is left to do in words) for all exercises, or those of one package.

    `processes` share the work; by default as many as there are processors, up to four.
    """
    found = [(package, name) for package, exercises in packages(only).items() for name in exercises]
    processes = processes or min(4, os.cpu_count() or 1)
    if processes > 1 and len(found) > 1:
        with ProcessPoolExecutor(processes) as pool:
            proofs = list(pool.map(prove_named, *zip(*found, strict=True)))
    else:
        proofs = [prove_named(package, name) for package, name in found]
    left = [f"{p.notebook}.{p.exercise}: {line}" for p in proofs for line in p.open]
    explained, rejected = (sum(p.explained[i] for p in proofs) for i in (0, 1))
    if explained < LEAST_EXPLAINED * rejected:
        left.append(f"only {explained} of {rejected} rejected mutants are explained")
    return table(proofs), left


def prove_named(package, name):
    """Return the `Proof` of the exercise of a package that has this name."""
    return prove(package, packages(package)[package][name])
