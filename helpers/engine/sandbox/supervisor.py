"""In the grader: run one submission in as many workers as it takes, within its limits."""

import os
import threading

from helpers.engine.check.run import MOST_PRINTED
from helpers.engine.sandbox.processes import ForkedWorkers, SpawnedWorkers
from helpers.engine.sandbox.redacted_course import RedactedCourse
from helpers.engine.sandbox.session import Session

LIMITS = {
    "cpu": 60,  # seconds of CPU of a worker
    "wall": 240.0,  # seconds of a submission, by the clock
    "cell": 10.0,  # seconds of CPU of a cell; by the clock several times as many, as for a call
    "call": 10.0,  # seconds of CPU of a call
    "grace": 3.0,  # seconds to report that a cell or call was interrupted
    "memory": 2 << 30,  # bytes
    "processes": 0,
    "files": 64,  # open at once
    "output": MOST_PRINTED,  # bytes that an exercise may send, characters that a cell or call may print
}


class Sandbox:
    """Workers for one notebook of the course, for one submission at a time."""

    def __init__(self, name, exercises, limits=None, without=(), forking=True, newest_abi=None):
        """`without` and `newest_abi` are those of `Confinement`: for tests, and to see what each layer is good for."""
        self.exercises, self.limits = exercises, {**LIMITS, **(limits or {})}
        self.redacted, self.lock = RedactedCourse(name, exercises), threading.Lock()
        confinement = {"readable": self.redacted.readable(), "limits": self.limits}
        confinement |= {"without": list(without), "newest_abi": newest_abi}
        workers = ForkedWorkers if forking and hasattr(os, "fork") else SpawnedWorkers
        self.workers = workers(self.redacted, confinement, list(exercises))

    def judge_submission(self, sources, seed, left_out=(), brief=False):
        """Return ({exercise: Verdict}, facts) for the sources of one submission's exercise cells.

        An exercise that ends its worker is left out and has no verdict; the others are judged again without it.
        So are those in `left_out`. `brief` leaves the details out of wrong verdicts.
        """
        with self.lock:
            return SubmissionRun(self, sources, seed, left_out, brief).judge()

    def close(self):
        """End all processes and remove the redacted copy of the course."""
        self.workers.close()
        self.redacted.close()


class SubmissionRun:
    """One submission on its way through its workers.

    `crashed` is {exercise: how it ended its worker}, `seconds_left` is what remains of the submission's time.
    """

    def __init__(self, sandbox, sources, seed, left_out=(), brief=False):
        self.sandbox, self.sources, self.seed = sandbox, sources, seed
        self.left_out, self.brief = left_out, brief
        self.seconds_left, self.crashed = float(sandbox.limits["wall"]), {}
        self.cost = {"cpu": 0.0, "memory": 0, "orphans": 0}

    def judge(self):
        """Return ({exercise: Verdict}, facts)."""
        while True:
            verdicts, session = self.run_worker()
            if session.layers is None:
                raise RuntimeError(
                    f"the worker did not start, perhaps because of a low limit: {session.ended}"
                )
            done = session.current is None
            if done or session.current in self.crashed or self.seconds_left <= 0:
                break
            self.crashed[session.current] = session.ended
        if not done:
            self.crashed.setdefault(session.current, session.ended)
        facts = {"layers": session.layers, "errors": session.errors, "ended": session.ended}
        facts["mistaken"] = session.mistaken
        return verdicts, {**self.cost, **facts, "crashed": self.crashed}

    def run_worker(self):
        """Return ({exercise: Verdict}, its `Session`) of one worker, as far as it came."""
        sandbox = self.sandbox
        channel = sandbox.workers.start_worker()
        limits = (sandbox.limits, self.seconds_left, {*self.crashed, *self.left_out}, self.brief)
        session = Session(channel, sandbox.exercises, sandbox.redacted.withheld, self.seed, *limits)
        try:
            verdicts = session.run(self.sources)
        finally:
            channel.close()
            cost = sandbox.workers.end_worker()
        self.seconds_left = session.seconds_left
        self.cost = {
            "cpu": self.cost["cpu"] + cost["cpu"],
            "memory": max(self.cost["memory"], cost["memory"]),
            "orphans": self.cost["orphans"] + cost["orphans"],
        }
        return verdicts, session
