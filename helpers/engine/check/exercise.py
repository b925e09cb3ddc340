"""What an exercise is: a function of the course, cases to test it on, known mistakes, hints; and its source code.

Nothing here calls a learner's function: that is `run`. Nothing here judges a result: that is `diagnosis`.
"""

import ast
import difflib
import importlib
import inspect
import re
import textwrap
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache

import numpy as np

from helpers.engine.check import words

NOT_WRITTEN = "not written yet"


@dataclass(frozen=True)
class Named:
    """A function or object of the course as an argument, given by its address: `Named("helpers.activations:TANH")`."""

    address: str

    def make(self):
        """Return the object itself."""
        module, _, name = self.address.partition(":")
        return getattr(importlib.import_module(module), name)


@dataclass(frozen=True)
class Seeded:
    """A random generator as an argument, created anew for every call."""

    seed: int

    def make(self):
        """Return `np.random.default_rng(seed)`."""
        return np.random.default_rng(self.seed)


class Case:
    """One input: a note for the learner, and the arguments by name.

    Arguments are plain data, `Named` or `Seeded`. `rtol_` and `atol_` override the exercise's tolerances. `late_` says
    why a call may take too long here, where it is no endless loop; `draws_=False`, that nothing has to be drawn here.
    `drawn` names the generators from which one has to draw, as the solution does; it is filled in when that runs.
    """

    # The underscores leave the names `rtol` and `atol` free for arguments of the function under test.

    def __init__(self, note, *, rtol_=None, atol_=None, late_=None, draws_=True, **args):
        self.note, self.rtol, self.atol, self.args, self.drawn = note, rtol_, atol_, args, ()
        self.late, self.draws = late_, draws_

    def __repr__(self):
        return f"Case({self.note!r}, {', '.join(self.args)})"


@dataclass(frozen=True, eq=False)
class Mistake:
    """A known wrong answer.

    `name` completes the sentence "It looks as if ..."; `why` points to the line of the derivation that it breaks.
    `patch` is a dict {text in the solution: its replacement}, or the source of a whole function.
    `alone` says that it is not tried together with another one: the pairs of many mistakes take seconds.
    """

    name: str
    patch: dict | str
    why: str
    alone: bool = False


@dataclass(eq=False)  # compared by identity, so that caches can be keyed by an exercise
class Exercise:
    """A function that the learner writes, and everything needed to check it.

    `solution` is the course's function; `cases(rng)` yields `Case`s from small to large. `name` defaults to its name.
    `returns` names the parts of a tuple, or the kind of list (`compare.LAYERED`).
    `judge(args, expected, actual)` replaces the comparison where several results are right: it returns a sentence
    that says what is wrong, or None. `view(output)` selects the part that is compared.
    `probe` names a function of `probes`, which is called with the learner's function and the arguments.
    `may_change` names arguments that the function may modify. `quiet` makes a remark on a result with a warning.
    `draws` requires that the function draws from the generators from which the solution draws.
    `broken` names the mistakes in the function that a bug clinic hands out; `repair` is {text in it: its replacement},
    where the repaired function is to be shown and is not the solution. `equivalents` maps a mutant of the
    solution ("old → new", as `helpers.engine.prove.mutants` writes it) to the reason why it is right all the same.
    """

    solution: Callable
    points: int
    cases: Callable
    mistakes: tuple = ()
    hints: tuple = ()
    name: str = ""
    returns: tuple = ()
    broken: tuple = ()
    repair: dict = field(default_factory=dict)
    equivalents: dict = field(default_factory=dict)
    judge: Callable = None
    view: Callable = None
    probe: str = None
    rtol: float = 1e-7
    atol: float = 0.0
    quiet: bool = False
    may_change: tuple = ()
    draws: bool = False
    seconds: float = 5.0
    recorded = ""  # in a hand-out: the sentence that there is no solution

    def __post_init__(self):
        self.name = self.name or self.solution.__name__

    def case_list(self, seed=0):
        """Return the cases made from one seed, their arguments in the order of the solution's parameters."""
        cases, order = (
            list(self.cases(np.random.default_rng(seed))),
            inspect.signature(self.solution).parameters,
        )
        for case in cases:
            if unknown := set(case.args) - set(order):
                listed = ", ".join(sorted(unknown))
                raise ValueError(f"{self.name}: the case {case.note!r} has unknown arguments: {listed}")
            case.args = {name: case.args[name] for name in order if name in case.args}
        if "a number or" not in (inspect.getdoc(self.solution) or ""):
            numbers_as_arrays(cases)
        return cases

    def mistake(self, name):
        """Return the known mistake with this name."""
        return next(mistake for mistake in self.mistakes if mistake.name == name)


def numbers_as_arrays(cases):
    """Make a number an array without axes, which has a shape and a copy, where other cases have an array.

    Then an answer may use what every array has, unless the text promises numbers.
    """
    names = {name for case in cases for name, value in case.args.items() if isinstance(value, np.ndarray)}
    for case in cases:
        numbers = {n: np.array(case.args[n]) for n in names if type(case.args.get(n)) in (int, float)}
        case.args.update(numbers)


@dataclass(frozen=True, eq=False)
class Quiz:
    """Values that the learner fills in: a dict of answers, with an explanation for every plausible wrong choice.

    `reasons[item][choice]` says why that choice is wrong; `otherwise[item]` is for any other wrong choice.
    """

    name: str
    points: int
    answers: dict
    reasons: dict = field(default_factory=dict)
    otherwise: dict = field(default_factory=dict)
    hints: tuple = ()
    rtol: float = 1e-6
    recorded = ""

    def knows(self, word):
        """Return whether a word is among the answers, or among the wrong choices that have an explanation."""
        choices = [*self.answers.values(), *(choice for known in self.reasons.values() for choice in known)]
        return any(isinstance(choice, str) and choice == word for choice in choices)

    def reason(self, item, choice):
        """Return the explanation for a wrong choice."""
        if isinstance(choice, np.number | np.ndarray) and np.ndim(choice) == 0:
            choice = choice.item()
        quoted = isinstance(choice, str) and choice.startswith(tuple("([0123456789"))
        if quoted and not isinstance(self.answers[item], str):
            return "Write it without quotation marks: a number or a shape, not text."
        for wrong, reason in self.reasons.get(item, {}).items():
            with suppress(ValueError):  # an array in a tuple: its comparison has no truth value
                kinds = {type(wrong), type(choice)}  # True is 1, but no answer to how many
                if (len(kinds) == 1 or kinds == {int, float}) and wrong == choice:
                    return reason
        if type(choice) is int and isinstance(self.answers[item], tuple) and len(self.answers[item]) == 1:
            return f"({choice}) is the number {choice}. A shape with one axis is written with a comma, ({choice},)."
        return self.otherwise.get(item, "Think about this one again.")


@cache
def source_of(function):
    """Return the source of a course function, dedented, with one newline at the end."""
    return textwrap.dedent(inspect.getsource(function)).rstrip() + "\n"


def docstring_source(function):
    """Return a course function's docstring as it is written, quotes included.

    `__doc__` would not do: Python 3.13 removes the indentation from it, and older versions keep it.
    """
    source = source_of(function)
    return ast.get_source_segment(source, ast.parse(source).body[0].body[0])


def renamed(source, name):
    """Return the source of a function under a new name, recursive calls included."""
    old = ast.parse(source).body[0].name
    return re.sub(rf"\b{old}(?=\()", name, source) if old != name else source


@cache
def solution_source(exercise):
    """Return the source of an exercise's solution, under the exercise's name."""
    return renamed(source_of(exercise.solution), exercise.name)


def stub_source(exercise):
    """Return the source that the learner starts from: signature, docstring, and a body that raises "not written yet".

    A bug clinic starts from the whole function instead, with mistakes in it.
    """
    if exercise.broken:
        return patched(solution_source(exercise), [exercise.mistake(name) for name in exercise.broken])
    source = solution_source(exercise)
    definition = ast.parse(source).body[0]
    head = source.splitlines()[: definition.body[0].end_lineno]
    told = words.STUB.format(name=exercise.name)
    return "\n".join([*head, f'    raise NotImplementedError("{told}")']) + "\n"


def repaired_source(exercise):
    """Return the repaired function of a bug clinic; a comment marks each line that the repair changed or added."""
    broken = stub_source(exercise)
    fixed = (
        patched(broken, [Mistake("repair", exercise.repair, "")])
        if exercise.repair
        else solution_source(exercise)
    )
    lines, before = fixed.splitlines(), broken.splitlines()
    for kind, *_, start, end in difflib.SequenceMatcher(None, before, lines, autojunk=False).get_opcodes():
        if kind in ("replace", "insert"):
            lines[start:end] = [f"{line}  # repaired" if line.strip() else line for line in lines[start:end]]
    return "\n".join(lines) + "\n"


def patched(source, mistakes):
    """Return the source with mistakes put in; ValueError if a text to replace does not occur exactly once."""
    for mistake in mistakes:
        if isinstance(mistake.patch, str):
            source = textwrap.dedent(mistake.patch)
            continue
        for old, new in mistake.patch.items():
            if source.count(old) != 1:
                raise ValueError(
                    f"{mistake.name}: {old!r} occurs {source.count(old)} times in the source, not once"
                )
            source = source.replace(old, new)
    return source


def compiled(source, exercise):
    """Return the function that `source` defines, with the globals of the exercise's solution."""
    namespace = dict(inspect.unwrap(exercise.solution).__globals__)
    tree = ast.parse(source)
    exec(compile(tree, f"<{exercise.name}>", "exec"), namespace)
    return namespace[tree.body[-1].name]


@cache
def course_function(exercise):
    """Return the solution under the exercise's own name."""
    if exercise.name == exercise.solution.__name__:
        return exercise.solution
    return compiled(solution_source(exercise), exercise)


def mistaken(exercise, *mistakes):
    """Return the solution with mistakes put in, as a function."""
    return compiled(patched(solution_source(exercise), mistakes), exercise)
