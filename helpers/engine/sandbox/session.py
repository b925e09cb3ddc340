"""In the grader: one submission in its sealed process, exercise by exercise. Nothing of the learner's runs here."""

import inspect
import time
from functools import cache

from helpers.engine.check.check import verdict_from
from helpers.engine.check.diagnosis import right_outcomes, right_values
from helpers.engine.check.exercise import Quiz
from helpers.engine.check.quiz import check_quiz
from helpers.engine.sandbox.call_graph import address_of
from helpers.engine.sandbox.channel import AS_AWAITED, WireError, part
from helpers.engine.sandbox.decode import as_outcome, explained, judged, told
from helpers.engine.sandbox.expected_frame import Awaited
from helpers.engine.sandbox.release import gift
from helpers.engine.sandbox.rpc_server import Counter, listed
from helpers.engine.sandbox.worker import AT_MOST

START = 60.0  # seconds that a process has to seal itself, on a busy machine


class Sitting:
    """The grader's end of one sealed process; `left` are the seconds that the submission may still take."""

    def __init__(self, channel, exercises, emptied, inputs, limits, left, lost):
        self.channel, self.exercises, self.inputs, self.limits = channel, exercises, inputs, limits
        self.left, self.lost, self.errors, self.before, self.owed = left, lost, {}, [], []
        self.layers = self.ended = self.culprit = None
        self.patience = limits["cell"] + limits["grace"]
        self.seed, self.counter = inputs.seed, Counter(emptied)

    def hold(self, sources):
        """Return {exercise: Verdict}; the one at which the process ended is `culprit`, the rest is missing."""
        verdicts = {}
        try:
            self.layers = part(self.channel.receive(START), "layers")
            for name, exercise in self.exercises.items():
                self.culprit = name
                if name not in self.lost:
                    verdicts[name] = self.judged(exercise, sources.get(name))
                if not isinstance(exercise, Quiz):
                    self.go_on(exercise, name in verdicts and verdicts[name].state == "right")
            self.culprit = None
        except TimeoutError:
            self.ended = f"no answer within {self.patience:g} seconds"
        except (WireError, OSError) as error:
            self.ended = f"the process ended ({error})"
        return verdicts

    def go_on(self, exercise, right):
        """Let later exercises use the learner's function if it is right and no repaired one, else the course's."""
        address = address_of(inspect.unwrap(exercise.solution))
        repaired = right and not address.endswith(f":{exercise.name}")
        if repaired or not right:
            self.counter.release(exercise)
            self.owed.append(exercise)
        if not repaired:
            self.before.append(("keep" if right else "use", exercise.name, address))
        exercises = list(self.exercises.values())
        self.give(tuple(exercises[exercises.index(exercise) + 1 :]))

    def give(self, later):
        """Give what is owed as source, where it answers none of the later exercises."""
        gifts = {exercise: gift(exercise, later) for exercise in self.owed}
        self.before += [("take", *given) for given in gifts.values() if given]
        self.owed = [e for e, given in gifts.items() if given is None]

    def judged(self, exercise, source):
        """Return the verdict on one exercise."""
        if isinstance(exercise, Quiz):
            self.order(exercise.name, source)
            return told(check_quiz, exercise, part(self.first_answer(exercise.name), "value"))
        cases, expected = right_values(exercise, self.seed)
        self.counter.open_for(exercise)
        seconds = min(exercise.seconds, self.limits["call"])
        self.order(exercise.name, source, seconds, exercise.probe)
        hoped_for = awaited(exercise, self.seed)
        answer = self.first_answer(exercise.name, hoped_for)
        if answer is AS_AWAITED:
            return hoped_for.verdict
        self.patience = seconds + self.limits["grace"]
        outcomes = self.outcomes(answer, len(cases))
        results = [judged(exercise, *three) for three in zip(cases, outcomes, expected, strict=True)]
        return told(verdict_from, exercise, results, explained(exercise, results, self.seed))

    def order(self, name, source, seconds=0, probe=None):
        """Order an exercise: run its cell, then call the function, or hand in the value."""
        cell, before, self.before = self.limits["cell"], self.before, []
        self.patience = max(cell, AT_MOST + seconds) + self.limits["grace"]
        self.channel.most = self.limits["output"]
        order = {"before": before, "name": name, "source": source, "cell": cell}
        cases = self.inputs.later.get(name, b"")
        order |= {"seconds": seconds, "probe": probe, "more": bool(cases)}
        self.channel.send(order, max(0.01, min(self.left, self.patience)), after=cases)

    def first_answer(self, name, hoped_for=None):
        """Return the first answer to an order, which tells how the cell went."""
        answer = self.answered(hoped_for)
        error = None if answer is AS_AWAITED else part(answer, "error")
        self.errors[name] = error if error is None else str(error)[:2000]
        return answer

    def outcomes(self, answer, n):
        """Return the outcomes of n cases from the first answer on; after one that hangs the rest counts as hanging."""
        found = [as_outcome(message) for message in listed(answer, "outcomes", list)[:n]]
        while len(found) < n and not (found and found[-1].late):
            answered = listed(self.answered(), "outcomes", list)
            found += [as_outcome(message) for message in answered[:n] or [{}]]
        return (found + [found[-1]] * n)[:n]

    def answered(self, hoped_for=None):
        """Return the next answer, serving the course's functions until it is there."""
        until = time.monotonic() + self.patience
        while True:
            answer = self.receive(until, hoped_for)
            if "ask" not in answer:
                return answer
            self.counter.answer(self.channel, answer, lambda: self.remaining(until))

    def receive(self, until, hoped_for=None):
        """Return the next message within the time that is left."""
        started = time.monotonic()
        try:
            return self.channel.receive(self.remaining(until), hoped_for)
        finally:
            self.left -= time.monotonic() - started

    def remaining(self, until):
        """Return the seconds until then, or until the submission's time is over; TimeoutError when there are none."""
        seconds = min(until - time.monotonic(), self.left)
        if seconds <= 0:
            raise TimeoutError
        return seconds


@cache
def awaited(exercise, seed):
    """Return the `Awaited` answer to an exercise."""
    return Awaited(exercise, *right_outcomes(exercise, seed))
