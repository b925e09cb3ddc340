"""In the grader: the bytes that a worker sends if the learner's function returns what the course's own returns.

Most right answers are equal to these bytes, or differ in the last digits of their numbers, and need no decoding and no
judging. That saves a third of the CPU time of a submission without mistakes.
"""

import numpy as np

from helpers.engine.check.check import verdict_from
from helpers.engine.check.compare import allowed, entries_equal
from helpers.engine.sandbox.channel import LENGTHS, frame_of
from helpers.engine.sandbox.decode import judge_case
from helpers.engine.sandbox.worker import message_of


class ExpectedFrame:
    """The expected answer to an exercise, as it is sent, and the verdict on it.

    `head` are its lengths and its JSON, `body` the bytes of its arrays. `numbers` are the same as an array, and
    `allowed` how far each may be off; it is None if the bytes have to be equal.
    """

    def __init__(self, exercise, cases, outcomes):
        self.head, self.body = head_and_body(outcomes)
        only_floats = self.head.count(b'"array"') == self.head.count(b'"<f8"')
        rtol = smallest_rtol(exercise, cases)
        self.allowed = None
        if only_floats and rtol is not None and self.body:
            # What `compare` allows: each array is measured against its own largest entry.
            arrays = list(arrays_in([outcome.value for outcome in outcomes]))
            self.numbers = np.frombuffer(self.body, "<f8")
            self.allowed = np.concatenate([allowed(array.ravel(), rtol) for array in arrays])
        results = [judge_case(exercise, case, o, o.value) for case, o in zip(cases, outcomes, strict=True)]
        self.verdict = verdict_from(exercise, results)

    def matches(self, head, body):
        """Return whether an answer equals this one, up to a difference that the judge would allow as well."""
        # The head holds types, shapes, errors, warnings and what was printed: any difference there is judged.
        if head != self.head:
            return False
        return body == self.body or self.allowed is not None and self.is_close(body)

    def is_close(self, body):
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
    frame = frame_of({"error": None, "outcomes": [message_of(outcome) for outcome in outcomes]})
    header_size, _ = LENGTHS.unpack_from(frame)
    return frame[: LENGTHS.size + header_size], frame[LENGTHS.size + header_size :]


def smallest_rtol(exercise, cases):
    """Return the relative difference that every case allows; None if the exercise judges values in its own way."""
    if exercise.judge is not None or exercise.view is not None:
        return None
    return min([exercise.rtol, *(case.rtol for case in cases if case.rtol is not None)])
