"""Exercises whose solutions are not here: a hand-out knows what they return in the cases of the notebook, no more.

`handout` writes the records. A known mistake is replayed from its results, as the solution is.
Where the course would go on with its own function, it goes on with the learner's, once that is right.
"""

import builtins
import hashlib
import importlib
import json
import warnings
from dataclasses import dataclass, replace
from functools import partial, update_wrapper
from pathlib import Path

import numpy as np

from helpers.engine.check.check import Checker
from helpers.engine.check.compare import compare
from helpers.engine.check.exercise import Case, Exercise, Mistake, Named, Quiz
from helpers.engine.check.notebook_cells import next_with_own
from helpers.engine.check.plain_data import fresh, key_of, plain
from helpers.engine.check.probes import PROBES
from helpers.engine.sandbox.channel import LENGTHS
from helpers.engine.sandbox.codec import Decoder

RECORDS = "records"  # the folder of an exercise package with one file for each exercise
NOT_HERE = "This hand-out does not contain the solution."
ABSENT = "{name} is yours to write: this cell works once `check` has accepted your function."
NEEDS = "It uses {names}, which you write in this notebook, too. Check this one again once that is right."
UNDECIDED = (
    "It differs from the course's result. Others can be right, too, but only your teacher's grader can tell."
)
accepted = {}  # {exercise: the learner's function that a check found right}
missing = []  # exercises whose functions were called and are not accepted yet
replays = {}  # {(exercise, number of a known mistake): Replay}


def answer_to(*names):
    """Return the learner's function for the first of some exercises that has been accepted."""
    for name in names:
        if name in accepted:
            return accepted[name]
    missing.append(names[0])
    raise RuntimeError(ABSENT.format(name=names[0]))


def collect_recorded(package):
    """Return ({name: exercise}, check, hint) of a package in a hand-out."""
    folder = Path(importlib.import_module(package).__path__[0], RECORDS)
    names = json.loads((folder / "order.json").read_text(encoding="utf-8"))
    exercises = {name: exercise_from(read_record(folder / name)) for name in names}
    checker = HandoutChecker(exercises, package.rpartition(".")[2])
    return exercises, checker.check, checker.hint


class HandoutChecker(Checker):
    """Checks the exercises of a hand-out, and goes on with the learner's own answers."""

    def judge(self, exercise, answer, variables):
        """Return the verdict on an answer; there is none if it uses a function that the learner has yet to write."""
        missing.clear()
        verdict = super().judge(exercise, answer, variables)
        if verdict.state != "wrong" or not missing:
            return verdict
        line = f"{exercise.name}: cannot be checked yet"
        advice = NEEDS.format(names=" and ".join(f"`{name}`" for name in dict.fromkeys(missing)))
        return replace(
            verdict, state="unwritten", passed=0, line=line, details=(), mistakes=(), advice=advice
        )

    def advice(self, verdict, cells):
        """Return what to do next after a verdict: here the notebook always goes on with the learner's answer."""
        return next_with_own(verdict)

    def goes_on_with(self, name, answer, solution, right):
        """Return the learner's answer, right or wrong; a right one is what the helpers call from now on."""
        if right and callable(answer):
            accepted[name] = answer
        return answer


def read_record(path):
    """Return the plain data in the file of one exercise."""
    content = Path(path).read_bytes()
    size, _ = LENGTHS.unpack_from(content)
    start = LENGTHS.size
    return Decoder(content[start + size :]).decode(json.loads(content[start : start + size]))


def exercise_from(record):
    """Return the exercise that a record describes."""
    if record["kind"] == "quiz":
        return RecordedQuiz.of(record)
    name, stub = record["name"], Named(record["address"]).make()
    probe = replayed_probe(record["settings"]["probe"])
    cases = [
        Case(
            c["note"],
            rtol_=c["rtol"],
            atol_=c["atol"],
            late_=c.get("late"),
            draws_=c.get("draws", True),
            **c["args"],
        )
        for c in record["cases"]
    ]
    keys = [key_of(list(fresh(case.args).values())) for case in cases]
    solution = update_wrapper(Replay(name, keys, record["outcomes"], probe), stub)
    solution.__name__ = name
    mistakes = []
    for number, mistake in enumerate(record["mistakes"]):
        replays[name, number] = Replay(name, keys, mistake["outcomes"], probe)
        call = f"__import__({__name__!r}, fromlist=['replays']).replays[{name!r}, {number}](*args)"
        source = f"def {name}(*args):\n    return {call}\n"
        mistakes.append(Mistake(mistake["name"], source, mistake["why"], alone=True))
    judges = {
        "judge": judge_from(record),
        "view": record["view"] and Named(record["view"]).make(),
    }
    settings = record["settings"] | {"probe": probe}
    return RecordedExercise(
        solution, cases=lambda rng: cases, mistakes=tuple(mistakes), name=name, **judges, **settings
    )


def judge_from(record):
    """Return the function that judges a result: None, the course's, or one that accepts only the recorded result."""
    address, settings = record["judge"], record["settings"]
    if address != "":
        return address and Named(address).make()

    def judge(_, expected, actual):
        return (
            compare(expected, actual, settings["rtol"], settings["atol"], settings["returns"]) and UNDECIDED
        )

    return judge


class RecordedExercise(Exercise):
    """An exercise of a hand-out."""

    recorded = NOT_HERE


class Observed(BaseException):  # no Exception: no probe shall take it for an error of the function
    """What a probe saw of a function when it was recorded: no replay could do it again, such as take as much memory."""


def replayed_probe(name):
    """Return the name of the probe that does what another does, and for a replay reports what was recorded."""
    if name:
        PROBES[f"replayed {name}"] = partial(observe, PROBES[name])
    return name and f"replayed {name}"


def observe(probe, function, *args):
    """Call a function through a probe; if it is a replay, return what that probe once saw."""
    try:
        return probe(function, *args)
    except Observed as observed:
        return observed.args[0]


class Replay:
    """A function that does again, for the arguments of a case, what was recorded."""

    def __init__(self, name, keys, outcomes, probe=None):
        self.name, self.outcomes, self.probe = name, dict(zip(keys, outcomes, strict=True)), probe

    def __call__(self, *args):
        outcome = self.outcomes.get(key_of(list(args)))
        if outcome is None:
            raise RuntimeError(ABSENT.format(name=self.name))
        for text in outcome["warned"]:
            warnings.warn(text, RuntimeWarning, stacklevel=2)
        for place, after in outcome["changed"].items():
            change(args[int(place)], after)
        if outcome["raised"]:
            kind, message = outcome["raised"]
            raise getattr(builtins, kind, RuntimeError)(message)
        if self.probe:
            raise Observed(fresh(outcome["value"]))
        return fresh(outcome["value"])


def change(value, after):
    """Make an argument what it was after the call; from a generator, one number is drawn."""
    if isinstance(value, np.random.Generator):
        value.random()
    elif isinstance(value, np.ndarray):
        value[...] = after
    elif isinstance(value, list):
        value[:] = fresh(after)
    elif isinstance(value, dict):
        value.clear()
        value.update(fresh(after))


@dataclass(frozen=True, eq=False)
class RecordedQuiz(Quiz):
    """A quiz whose answers are hidden behind hashes, and so are the choices that have an explanation."""

    recorded = NOT_HERE
    salt: str = ""

    @classmethod
    def of(cls, record):
        """Return the quiz that a record describes."""
        salt = record["salt"]
        answers = {item: HiddenAnswer(digest, salt) for item, digest in record["answers"].items()}
        settings = {
            name: record[name] for name in ("name", "points", "reasons", "otherwise", "hints", "rtol")
        }
        return cls(answers=answers, salt=salt, **settings)

    def knows(self, word):
        """Return whether a word is among the answers, or among the wrong choices that have an explanation."""
        hidden = {answer.digest for answer in self.answers.values()}.union(*self.reasons.values())
        return not hidden.isdisjoint(digests_of(word, self.salt))

    def reason(self, item, choice):
        """Return the explanation for a wrong choice."""
        known = self.reasons.get(item, {})
        found = next((known[digest] for digest in digests_of(choice, self.salt) if digest in known), None)
        return found or self.otherwise.get(item, "Think about this one again.")


@dataclass(frozen=True)
class HiddenAnswer:
    """A right answer of which only the hash is known."""

    digest: str
    salt: str

    def matches(self, choice):
        """Return whether a choice is this answer."""
        return self.digest in digests_of(choice, self.salt)


def digests_of(choice, salt):
    """Return the hashes of a choice, the usual one first: a number has a second if it lies between two rounded ones."""
    texts = dict.fromkeys(repr(canonical(plain(choice), factor)) for factor in (1, 1 - 1e-6, 1 + 1e-6))
    return [hashlib.sha256(f"{salt}{text}".encode()).hexdigest()[:24] for text in texts]


def canonical(value, factor):
    """Return a choice so that equal ones have equal text: numbers rounded, text without case and outer spaces."""
    if isinstance(value, str):
        return value.strip().lower()
    if isinstance(value, (list, tuple)):
        return tuple(canonical(item, factor) for item in value)
    if isinstance(value, np.ndarray):
        return canonical(value.tolist(), factor)
    return f"{value * factor:.5g}" if isinstance(value, (bool, int, float)) else repr(value)
