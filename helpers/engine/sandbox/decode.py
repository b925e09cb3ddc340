"""In the grader: turn a worker's answers into outcomes and verdicts, however strange the values in them.

A value can be plain data and still break a comparison (an integer of a thousand digits, an array of the wrong rank).
Such an error belongs to the submission and must not end the grader.
"""

from itertools import permutations

import numpy as np

from helpers.engine.check.diagnosis import Judged, judge
from helpers.engine.check.naming import Effects, known_answer, name_mistakes
from helpers.engine.check.plain_data import plain
from helpers.engine.check.run import Outcome
from helpers.engine.sandbox.channel import ProtocolError

FIELDS = {"value", "raised", "changed", "warned", "printed", "late"}


def judge_case(exercise, case, outcome, expected):
    """Return the `Judged` case; a value that cannot be compared is wrong."""
    try:
        with np.errstate(all="ignore"):
            return judge(exercise, case, outcome, expected)
    except Exception as error:
        complaint = f"The result cannot be compared with the expected one ({type(error).__name__})."
        return Judged(case, outcome, expected, complaint)


def find_mistakes(exercise, results, seed):
    """Return the known mistakes that explain the judged cases; none if values cannot be compared."""
    try:
        with np.errstate(all="ignore"):
            return name_mistakes(exercise, results, seed)
    except Exception:
        return ()


def same_mistakes(exercise, results, mistakes, seed):
    """Return the mistakes in the order in which the solution with them does just what an answer does, or none.

    Then the answer need not run again on other inputs to know what it would do. One that raised an error or printed
    is never the same: its own lines and words are shown to the learner.
    """
    if any(r.outcome.raised or r.outcome.late or r.outcome.printed for r in results):
        return ()
    try:
        effects = Effects(exercise, results)
        for order in permutations(mistakes):
            known = known_answer(exercise, seed, order)
            if effects.explained_by(known) and all(map(alike, results, known.judged())):
                return order
    except Exception:
        pass  # values that cannot be compared
    return ()


def alike(one, two):
    """Return whether a learner is told the same about two judged cases."""
    return one.complaint == two.complaint and one.outcome.changed == two.outcome.changed


def make_verdict(verdict_of, *arguments):
    """Return `verdict_of(*arguments)`; raise `ProtocolError` if a value cannot be described."""
    try:
        return verdict_of(*arguments)
    except Exception as error:
        raise ProtocolError(f"its answer cannot be judged: {type(error).__name__}") from error


def outcome_of(message):
    """Return the `Outcome` that a worker sent; raise `ProtocolError` if a field is not of its type."""
    if not isinstance(message, dict) or "value" not in message or not message.keys() <= FIELDS:
        raise ProtocolError("a malformed outcome")
    if len(message) == 1:
        return Outcome(value=plain(message["value"]))
    raised, texts = message.get("raised"), [message.get("printed", "")]
    changed, warned = message.get("changed", ()), message.get("warned", ())
    valid = type(changed) is tuple and type(warned) is tuple and type(message.get("late", False)) is bool
    if valid and raised is not None:
        valid = type(raised) is tuple and len(raised) == 3
        texts += raised if valid else ()
    if not valid or not all(isinstance(text, str) for text in [*texts, *changed, *warned]):
        raise ProtocolError("a malformed outcome")
    return Outcome(**{**message, "value": plain(message["value"])})
