"""The grader's side of sealed processes: start them, give each a submission, count what it cost."""

import os
import threading

from helpers.engine.check.run import MOST_PRINTED
from helpers.engine.sandbox.inputs import Inputs
from helpers.engine.sandbox.processes import Forking, Spawning
from helpers.engine.sandbox.redacted_copy import Copy
from helpers.engine.sandbox.session import Sitting

# Seconds of CPU, in all, for a cell, for a call, and to say that one was interrupted; bytes of memory; numbers of
# things; bytes that an exercise may hand in, and characters that a call may print.
LIMITS = {"cpu": 60, "wall": 120.0, "cell": 10.0, "call": 10.0, "grace": 3.0, "memory": 2 << 30}
LIMITS |= {"processes": 0, "files": 64, "output": MOST_PRINTED}


class Workshop:
    """Sealed processes for one notebook of the course, one submission at a time."""

    def __init__(self, name, exercises, limits=None, without=(), forking=True):
        """`without` names layers to leave out: for tests, and to see what each is good for."""
        self.exercises, self.limits = exercises, {**LIMITS, **(limits or {})}
        self.copy, self.turn = Copy(name, exercises), threading.Lock()
        self.inputs = None
        order = {"readable": self.copy.readable(), "limits": self.limits, "without": list(without)}
        self.processes = (Forking if forking and hasattr(os, "fork") else Spawning)(
            self.copy, order, list(exercises)
        )

    def judge_submission(self, sources, seed):
        """Return ({exercise: Verdict}, facts) for the sources of one submission's exercise cells.

        An exercise at which the process ended is left out, and the others are judged again without it.
        """
        with self.turn:
            return Submission(self, sources, seed).judge()

    def inputs_of(self, seed):
        """Return the inputs of a run."""
        if self.inputs is None or self.inputs.seed != seed:
            self.inputs = Inputs(self.exercises, self.copy.emptied, seed)
        return self.inputs

    def close(self):
        """End all processes and remove the emptied copy of the course."""
        self.processes.close()
        self.copy.close()


class Submission:
    """One submission on its way through as many sealed processes as it takes."""

    def __init__(self, workshop, sources, seed):
        self.workshop, self.sources, self.seed = workshop, sources, seed
        self.left, self.lost = float(workshop.limits["wall"]), {}
        self.cost = {"cpu": 0.0, "memory": 0, "orphans": 0}

    def judge(self):
        """Return ({exercise: Verdict}, facts)."""
        while True:
            verdicts, sitting = self.sit()
            if sitting.layers is None:
                raise RuntimeError(
                    f"the sealed process did not start, perhaps for too low a limit: {sitting.ended}"
                )
            if sitting.culprit is None or sitting.culprit in self.lost or self.left <= 0:
                break
            self.lost[sitting.culprit] = sitting.ended
        if sitting.culprit is not None:
            self.lost.setdefault(sitting.culprit, sitting.ended)
        facts = {
            "layers": sitting.layers,
            "errors": sitting.errors,
            "ended": sitting.ended,
            "lost": self.lost,
        }
        return verdicts, {**self.cost, **facts}

    def sit(self):
        """Return ({exercise: Verdict}, its Sitting) of one sealed process, as far as it came."""
        shop, inputs = self.workshop, self.workshop.inputs_of(self.seed)
        channel = shop.processes.begin(inputs.first)
        terms = (inputs, shop.limits, self.left, self.lost)
        sitting = Sitting(channel, shop.exercises, shop.copy.emptied, *terms)
        try:
            verdicts = sitting.hold(self.sources)
        finally:
            channel.close()
            cost = shop.processes.end()
        self.left = sitting.left
        self.cost = {
            "cpu": self.cost["cpu"] + cost["cpu"],
            "memory": max(self.cost["memory"], cost["memory"]),
            "orphans": self.cost["orphans"] + cost["orphans"],
        }
        return verdicts, sitting
