"""Running the cases of an exercise again with something changed in the learner's function."""

import ast
import time
from functools import partial
from inspect import signature
from types import SimpleNamespace
from typing import NamedTuple

import numpy as np

from helpers.engine.check.compare import LAYERED, compare, names_of_parts
from helpers.engine.check.diagnosis import SEED, judge, right_values
from helpers.engine.check.locate.observer import Observer, alike, snapshot
from helpers.engine.check.locate.program import program_of
from helpers.engine.check.plain_data import fresh
from helpers.engine.check.run import run

ONE_CALL = 0.25  # seconds for one call


class OutOfTimeError(Exception):
    """Raised when the budget is spent."""


class Tried(NamedTuple):
    """What came of a case: whether it is right, the `Outcome`, and the value that is asked for."""

    right: bool
    outcome: object
    expected: object


class Experiments:
    """A learner's function on the cases of an exercise: as it is, and with one thing changed.

    `notes` are the values of its parts in each case, `partial` the changes that made something right, `of_form` those
    that made every value right, and not its form, `random` whether a second call returns something else, once known.
    """

    def __init__(self, exercise, function, results, budget):
        self.exercise, self.function, self.results = exercise, function, results
        self.until, self.until_wall = time.process_time() + budget, time.perf_counter() + 2 * budget
        self.expected = right_values(exercise, SEED)[1]
        failing = [i for i, r in enumerate(results) if not r.right and not r.outcome.late]
        self.failing = sorted(failing, key=lambda i: self.right_but_for_form(results[i]))
        self.own = own_names(function, results[0].case.args)
        self.args = [self.renamed(r.case.args) for r in results]
        self.program, self.notes, self.partial, self.of_form = program_of(function), [], [], []
        self.random = None

    def renamed(self, args):
        """Return copies of a case's arguments under the names that the learner's function has for them."""
        return {self.own.get(name, name): fresh(value) for name, value in args.items()}

    def spend(self):
        """Raise OutOfTimeError when the budget is spent."""
        if time.process_time() > self.until or time.perf_counter() > self.until_wall:
            raise OutOfTimeError

    def judged(self, case, expected, function, seconds=ONE_CALL):
        """Return what a function does on a case, `Tried`."""
        self.spend()
        outcome = run(function, case, seconds, self.exercise.probe)
        plain = self.exercise.judge is None and self.exercise.view is None and snapshot(expected) is not ...
        if outcome.raised or plain and not alike(outcome.value, expected, False, 1e-3):
            return Tried(False, outcome, expected)  # no sentence is wanted, and finding one takes time
        judged = judge(self.exercise, case, outcome, expected)
        return Tried(judged.right, judged.outcome, judged.expected)

    def watch(self):
        """Run the observed function on every case, noting values; return whether it does what the learner's does."""
        self.observer = Observer()
        self.observed = self.program.observed(self.observer)
        for result, expected in zip(self.results, self.expected, strict=True):
            self.observer.set()
            self.notes.append(self.observer.start())
            again = self.judged(result.case, expected, self.observed, 4 * ONE_CALL)
            self.observer.notes = None
            if again.right != result.right or again.outcome.raised and not result.outcome.raised:
                return False
        return True

    def with_change(self, change, index):
        """Return what a change makes of a case."""
        return self.changed(change, self.results[index].case, self.expected[index], self.args[index])

    def changed(self, change, case, expected, args):
        """Return what a change makes of any case."""
        if change.function is None:
            self.observer.set(**change.settings(args))
        tried = self.judged(case, expected, change.function or self.observed)
        warns = self.exercise.quiet and tried.outcome.warned and getattr(change, "kind", None) != "place"
        return tried._replace(right=False) if warns else tried

    def cures(self, change):
        """Return whether a change makes every case right, those of another seed too; keep it where it helps."""
        first, *others = self.failing
        judged = self.with_change(change, first)
        if not judged.right:
            if self.gained(judged, first) or self.helps_elsewhere(change, judged, others):
                self.partial.append(change)
            elif self.right_but_for_form(judged) and not self.right_but_for_form(self.results[first]):
                self.keep_of_form(change)
            return False
        passing = [i for i, r in enumerate(self.results) if r.right]
        if not all(self.with_change(change, index).right for index in (*others, *passing)):
            self.partial.append(change)
            return False
        if self.switches(change):
            return False
        return change.kind == "place" or self.cures_others(change)

    def switches(self, change):
        """Return whether a change is one of a condition, and deciding that once and for all makes all cases right, too.

        Then it is no reason to call the condition wrong: one of its branches is.
        """
        test = self.test_around(change.number)
        return test is not None and any(map(partial(self.right_if, test), (True, False)))

    def right_if(self, test, decided):
        """Return whether every case is right if a condition is always True, or always False."""
        values = {"values": {test: lambda _: decided}}
        decision = SimpleNamespace(function=None, settings=lambda _: values)
        return all(self.with_change(decision, index).right for index in range(len(self.results)))

    def test_around(self, number):
        """Return the number of the condition that is a part or in which it stands, or None."""
        conditions = [n for n in ast.walk(self.program.first) if isinstance(n, ast.If | ast.IfExp)]
        tests = [node.test for node in conditions]
        while number is not None and self.observer.parts[number].node not in tests:
            number = self.observer.parts[number].parent
        return number

    def helps_elsewhere(self, change, judged, others):
        """Return whether a change that does not make the first case right, but moves it, makes the next one right."""
        moved = bool(judged.outcome.raised) != bool(self.results[self.failing[0]].outcome.raised)
        return bool(others) and moved and self.with_change(change, others[0]).right

    def cures_others(self, change):
        """Return whether a change makes the cases of another seed right."""
        for case, expected in zip(*right_values(self.exercise, SEED + 1), strict=True):
            if not self.changed(change, case, expected, self.renamed(case.args)).right:
                return False
        return True

    def keep_of_form(self, change):
        """Keep a change that makes the values of every case right, whatever their form."""
        judged = [self.with_change(change, i) for i in range(len(self.results))]
        if all(j.right or self.right_but_for_form(j) for j in judged):
            self.of_form.append(change)

    def right_but_for_form(self, judged):
        """Return whether the values agree, in another shape."""
        comparable = (
            self.exercise.judge is None and not judged.outcome.raised and judged.outcome.value is not None
        )
        return comparable and not judged.right and alike(judged.outcome.value, judged.expected, shapes=False)

    def gained(self, judged, index):
        """Return whether a part of the result is right that was wrong, and none the other way round."""
        before, after = (
            parts_right(self.results[index].expected, j.outcome) for j in (self.results[index], judged)
        )
        if len(before) != len(after):
            return any(after)
        return after != before and all(a >= b for a, b in zip(after, before, strict=True))


def own_names(function, names):
    """Return {name of an argument: the learner's name for it}, by their order."""
    try:
        own = list(signature(function).parameters)
    except (TypeError, ValueError):
        own = []
    return dict(zip(names, own if len(own) >= len(names) else names, strict=False))


def parts_right(expected, outcome):
    """Return for every number or array of an expected value whether it agrees, or () where the form is another."""
    if outcome.raised or outcome.late:
        return ()
    if not isinstance(expected, tuple | list):
        return (alike(outcome.value, expected),)
    if not isinstance(outcome.value, tuple | list) or len(outcome.value) != len(expected):
        return ()
    return tuple(right for e, a in zip(expected, outcome.value, strict=True) for right in leaves_right(e, a))


def leaves_right(expected, actual):
    """Return for every number or array in a part whether it agrees; a list of numbers is one part."""
    if not isinstance(expected, tuple | list) or not expected or is_number(expected[0]):
        return [alike(actual, expected)]
    if not isinstance(actual, tuple | list) or len(actual) != len(expected):
        return [False] * len(expected)
    return [right for e, a in zip(expected, actual, strict=True) for right in leaves_right(e, a)]


def is_number(value):
    """Return whether a value is a number, or an array without axes, which NumPy's numbers become."""
    return isinstance(value, int | float) or isinstance(value, np.ndarray) and value.ndim == 0


def leaves(value):
    """Return every number or array in a value; a list of numbers, or an empty one, is one."""
    value = tuple(value.values()) if isinstance(value, dict) else value
    rows = isinstance(value, tuple) or isinstance(value, list) and value and not is_number(value[0])
    return [leaf for item in value for leaf in leaves(item)] if rows else [value]


def part_names(exercise, expected):
    """Return the names of the numbers and arrays in a result, or none."""
    if isinstance(exercise.returns, tuple):
        return exercise.returns if all(isinstance(name, str) for name in exercise.returns) else ()
    if not isinstance(expected, list) or exercise.returns not in LAYERED:
        return ()
    return tuple(
        n
        for layer in names_of_parts(exercise.returns, len(expected))
        for n in ([layer] if isinstance(layer, str) else layer)
    )


def part_right(judged, i):
    """Return whether one part of a returned tuple agrees."""
    actual = judged.outcome.value
    return (
        isinstance(actual, tuple | list)
        and i < len(actual)
        and compare(judged.expected[i], actual[i]) is None
    )
