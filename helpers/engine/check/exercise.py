"""What an exercise is: a function of the course, cases to try it on, known mistakes, hints.

Everything here is data. Running a function on a case is `running`, judging what came out is `judging`.
"""

import importlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from inspect import signature

import numpy as np


@dataclass(frozen=True)
class Named:
    """A function or object of the course as an input, by its address: `Named("helpers.activations:TANH")`."""

    address: str

    def make(self):
        """Return the object itself."""
        module, _, name = self.address.partition(":")
        return getattr(importlib.import_module(module), name)


@dataclass(frozen=True)
class Seeded:
    """A random generator as an input, made anew for every call."""

    seed: int

    def make(self):
        """Return `np.random.default_rng(seed)`."""
        return np.random.default_rng(self.seed)


class Case:
    """One input to try: a note for the learner, and the arguments by name.

    Arguments are plain data, `Named` or `Seeded`. `rtol_` and `atol_` replace the exercise's tolerance.
    `drawn` names the generators from which the solution draws here, once it has been run.
    """

    def __init__(self, note, *, rtol_=None, atol_=None, **args):
        self.note, self.rtol, self.atol, self.args, self.drawn = note, rtol_, atol_, args, ()

    def __repr__(self):
        return f"Case({self.note!r}, {', '.join(self.args)})"


@dataclass(frozen=True, eq=False)
class Mistake:
    """A known wrong answer.

    `name` finishes "It looks as if ...", `why` points at the line of the derivation that it breaks.
    `patch` is a dict {text of the solution: what stands there instead}, or the source of a whole function.
    """

    name: str
    patch: dict | str
    why: str


@dataclass(frozen=True, eq=False)
class Exercise:
    """A function that the learner writes, and everything needed to check it.

    `solution` is the course's own function; `cases(rng)` yields `Case`s from small to large.
    `returns` names the parts of a tuple, or says what list it is (`comparing.LAYERED`).
    `judge(args, expected, actual)` replaces the comparison of values by a complaint sentence or None, where
    results are free. `view(output)` picks the part compared.
    `probe` names a function of `probes` that is called with the learner's function and the arguments in its place.
    `may_change` names the arguments that the function may write into; `draws` says that it has to draw from the
    generator that is handed in, where the solution does.
    `broken` names the mistakes in the function that a bug clinic hands out. `equivalents` maps a mutant of the
    solution ("old → new", as `helpers.engine.prove.mutants` writes it) to the reason why it is right all the same.
    """

    solution: Callable
    points: int
    cases: Callable
    mistakes: tuple = ()
    hints: tuple = ()
    name: str = None
    returns: tuple = ()
    broken: tuple = ()
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

    def __post_init__(self):
        if self.name is None:
            object.__setattr__(self, "name", self.solution.__name__)

    def case_list(self, seed=0):
        """Return the cases made from one seed, their arguments in the order of the solution's."""
        cases, order = list(self.cases(np.random.default_rng(seed))), signature(self.solution).parameters
        for case in cases:
            if unknown := set(case.args) - set(order):
                raise ValueError(
                    f"{self.name}: the case {case.note!r} has no use for {', '.join(sorted(unknown))}"
                )
            case.args = {name: case.args[name] for name in order if name in case.args}
        return cases

    def mistake(self, name):
        """Return the known mistake of that name."""
        return next(mistake for mistake in self.mistakes if mistake.name == name)


@dataclass(frozen=True, eq=False)
class Quiz:
    """Values that the learner fills in: a dict of answers, with a reason for every plausible wrong choice.

    `reasons[item][choice]` says why that choice is wrong, `otherwise[item]` serves every other one.
    """

    name: str
    points: int
    answers: dict
    reasons: dict = field(default_factory=dict)
    otherwise: dict = field(default_factory=dict)
    hints: tuple = ()
    rtol: float = 1e-6

    def reason(self, item, choice):
        """Return the sentence for a wrong choice."""
        if (
            not isinstance(self.answers[item], str)
            and isinstance(choice, str)
            and choice[:1] in tuple("([0123456789")
        ):
            return "Write it without quotation marks: a number or a shape, not text."
        for wrong, reason in self.reasons.get(item, {}).items():
            with suppress(ValueError):  # an array in a tuple has no truth value
                if type(wrong) is type(choice) and wrong == choice:
                    return reason
        return self.otherwise.get(item, "Think about this one again.")
