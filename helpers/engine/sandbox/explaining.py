"""In the grader: what a learner's notebook would say about wrong answers, for feedback; never a reason for points.

A learner's code can forge these words, but only those on its own page. So they are limited in number and size, and
only the words go on from here.
"""

import os
import time

from helpers.engine.course import course
from helpers.engine.sandbox.channel import ProtocolError, field
from helpers.engine.sandbox.processes import ForkedWorkers, SpawnedWorkers
from helpers.engine.sandbox.redacted_course import WholeCourse
from helpers.engine.sandbox.session import START_SECONDS
from helpers.engine.sandbox.supervisor import LIMITS

KINDS = ("text", "more", "values", "trace")  # of paragraphs
MOST_PARAGRAPHS, MOST_CHARACTERS = 20, 4000  # of one explanation
MOST_BYTES = 1 << 16  # that a worker may send for one
ONE_SECONDS = 8.0  # for one explanation, on a busy machine


class Explaining:
    """Workers that explain, for one notebook of the course and one submission at a time."""

    def __init__(self, name, limits=None):
        self.package = f"{course().exercises}.{name.partition('_')[2]}"
        self.limits, self.course = {**LIMITS, **(limits or {})}, WholeCourse(name, {})
        confinement = {"readable": self.course.readable(), "limits": self.limits}
        kind = ForkedWorkers if hasattr(os, "fork") else SpawnedWorkers
        self.workers = kind(self.course, confinement, [])

    def explain(self, sources):
        """Return {exercise: paragraphs} for the sources of wrong answers; an answer that ends its worker has none."""
        found, waiting, until = {}, list(sources), time.monotonic() + self.limits["wall"]
        while waiting and time.monotonic() < until:
            left = len(waiting)
            try:
                self.explain_in_turn(waiting, sources, found, until)
            except (ProtocolError, OSError):  # a TimeoutError is an OSError
                if len(waiting) == left:
                    break  # no worker has started
        return {name: said for name, said in found.items() if said}

    def explain_in_turn(self, waiting, sources, found, until):
        """Have one worker explain the answers that are `waiting`, and take each of them from there."""
        channel = self.workers.start_worker()
        try:
            field(channel.receive(START_SECONDS), "layers")
            while waiting and time.monotonic() < until:
                name = waiting.pop(0)
                found[name] = self.explanation(channel, name, sources[name])
        finally:
            channel.close()
            self.workers.end_worker()

    def explanation(self, channel, name, source):
        """Return the paragraphs about one answer; raise `ProtocolError` if they are none, or too many."""
        order = {"package": self.package, "name": name, "source": source, "cell_seconds": self.limits["cell"]}
        channel.quota = MOST_BYTES
        channel.send(order, ONE_SECONDS)
        said = field(channel.receive(ONE_SECONDS), "said", list)
        if len(said) > MOST_PARAGRAPHS or not all(is_paragraph(paragraph) for paragraph in said):
            raise ProtocolError("a malformed explanation")
        if sum(len(text) for _, text in said) > MOST_CHARACTERS:
            raise ProtocolError("an explanation that is too long")
        return said

    def close(self):
        """End all processes and remove the copy of the course."""
        self.workers.close()
        self.course.close()


def is_paragraph(value):
    """Return whether a value is (kind, text)."""
    return (
        type(value) is tuple and len(value) == 2 and all(type(v) is str for v in value) and value[0] in KINDS
    )
