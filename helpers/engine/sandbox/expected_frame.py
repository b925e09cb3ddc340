"""In the grader: the answer that the course's own function would have given, which every answer is held against first.

Most right answers are that one, byte by byte or but for the last digits of its numbers, and need no judging.
"""

import numpy as np

from helpers.engine.check.check import verdict_from
from helpers.engine.check.compare import allowed, entries_equal
from helpers.engine.sandbox.channel import LENGTHS, framed
from helpers.engine.sandbox.decode import judged
from helpers.engine.sandbox.worker import as_message


class Awaited:
    """The frame of the answer that is awaited, its head and its body, and the verdict on it."""

    def __init__(self, exercise, cases, outcomes):
        self.head, self.body = head_and_body(outcomes)
        only_floats = self.head.count(b'"array"') == self.head.count(b'"<f8"')
        rtol = tolerance(exercise, cases)
        self.allowed = None
        if only_floats and rtol is not None and self.body:
            # What `compare` allows: each array is measured against its own largest entry.
            arrays = list(arrays_in([outcome.value for outcome in outcomes]))
            self.numbers = np.frombuffer(self.body, "<f8")
            self.allowed = np.concatenate([allowed(array.ravel(), rtol) for array in arrays])
        results = [judged(exercise, case, o, o.value) for case, o in zip(cases, outcomes, strict=True)]
        self.verdict = verdict_from(exercise, results)

    def met_by(self, head, body):
        """Return whether an answer is this one; a difference that `compare` would find is never passed over."""
        if head != self.head:
            return False
        return body == self.body or self.allowed is not None and self.nearly(body)

    def nearly(self, body):
        """Return whether all numbers of a body of the same form are equal, as `compare` sees it."""
        with np.errstate(all="ignore"):
            return bool(entries_equal(self.numbers, np.frombuffer(body, "<f8"), self.allowed).all())


def arrays_in(value):
    """Yield the arrays in a value in the order in which they are sent."""
    if isinstance(value, np.ndarray):
        yield value
    elif isinstance(value, (list, tuple, dict)):
        for part in value.values() if isinstance(value, dict) else value:
            yield from arrays_in(part)


def head_and_body(outcomes):
    """Return the two parts of the answer with these outcomes, as it is sent."""
    frame = framed({"error": None, "outcomes": [as_message(outcome) for outcome in outcomes]})
    header, _ = LENGTHS.unpack_from(frame)
    return frame[: LENGTHS.size + header], frame[LENGTHS.size + header :]


def tolerance(exercise, cases):
    """Return the relative difference that every case allows; None where an exercise has a judgment of its own."""
    if exercise.judge is not None or exercise.view is not None:
        return None
    return min([exercise.rtol, *(case.rtol for case in cases if case.rtol is not None)])
