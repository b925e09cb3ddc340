"""In the grader: one submission in its sealed process, exercise by exercise. Nothing of the learner's runs here."""

import time
from functools import cache

from helpers.exercises.definition import Quiz
from helpers.exercises.diagnosis import right_values
from helpers.exercises.engine import verdict_from
from helpers.exercises.quizzes import check_quiz
from helpers.grading.sealed.answers import as_outcome, explained, judged, told
from helpers.grading.sealed.giving import gift
from helpers.grading.sealed.packing import Packed
from helpers.grading.sealed.reach import address_of
from helpers.grading.sealed.serving import Counter, listed
from helpers.grading.sealed.wire import WireError, part

START = 60.0  # seconds that a process has to seal itself, on a busy machine


class Sitting:
    """The grader's end of one sealed process; `left` are the seconds that the submission may still take."""

    def __init__(self, channel, exercises, emptied, seed, limits, left, lost):
        self.channel, self.exercises, self.seed, self.limits = channel, exercises, seed, limits
        self.left, self.lost, self.errors, self.before = left, lost, {}, []
        self.layers = self.ended = self.culprit = None
        self.patience = limits["cell"] + limits["grace"]
        self.counter = Counter(emptied)

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
        address = address_of(exercise)
        repaired = right and not address.endswith(f":{exercise.name}")
        if repaired or not right:
            self.counter.release(exercise)
            later = list(self.exercises.values())
            given = gift(exercise, later[later.index(exercise) + 1 :], self.counter.emptied)
            self.before += [("take", *given)] if given else []
        if not repaired:
            self.before.append(("keep" if right else "use", exercise.name, address))

    def judged(self, exercise, source):
        """Return the verdict on one exercise."""
        if isinstance(exercise, Quiz):
            self.order(exercise.name, source, None, 0)
            return told(check_quiz, exercise, part(self.answered(), "value"))
        cases, expected = right_values(exercise, self.seed)
        self.counter.open_for(exercise)
        seconds = min(exercise.seconds, self.limits["call"])
        self.order(exercise.name, source, packed_cases(exercise, self.seed), seconds, exercise.probe)
        outcomes = self.outcomes(len(cases))
        results = [judged(exercise, *three) for three in zip(cases, outcomes, expected, strict=True)]
        return told(verdict_from, exercise, results, explained(exercise, results, self.seed))

    def order(self, name, source, cases, seconds, probe=None):
        """Order an exercise: run its cell, then call the function, or hand in the value."""
        cell, self.patience = self.limits["cell"], self.limits["cell"] + self.limits["grace"]
        before, self.before = self.before, []
        order = {"before": before, "name": name, "source": source, "cell": cell}
        order |= {"cases": cases, "seconds": seconds, "probe": probe}
        self.channel.send(order, max(0.01, min(self.left, self.patience)))
        if source is not None:
            error = part(self.answered(), "error")
            self.errors[name] = error if error is None else str(error)[:2000]
        self.patience = seconds + self.limits["grace"]

    def outcomes(self, n):
        """Return the outcomes of n cases; after one that hangs the rest counts as hanging."""
        found = []
        while len(found) < n:
            answered = listed(self.answered(), "outcomes", list)
            found += [as_outcome(message) for message in answered[:n] or [{}]]
            if found[-1].late:
                return (found + [found[-1]] * n)[:n]
        return found[:n]

    def answered(self):
        """Return the next answer, serving the course's functions until it is there."""
        until = time.monotonic() + self.patience
        while True:
            answer = self.receive(until)
            if "ask" not in answer:
                return answer
            self.counter.answer(self.channel, answer, lambda: self.remaining(until))

    def receive(self, until=None):
        """Return the next message within the time that is left."""
        started = time.monotonic()
        try:
            return self.channel.receive(self.remaining(until or started + self.patience))
        finally:
            self.left -= time.monotonic() - started

    def remaining(self, until):
        """Return the seconds until then, or until the submission's time is over; TimeoutError when there are none."""
        seconds = min(until - time.monotonic(), self.left)
        if seconds <= 0:
            raise TimeoutError
        return seconds


@cache
def packed_cases(exercise, seed):
    """Return the inputs of an exercise as they are sent; all submissions of a run get the same."""
    return Packed([case.args for case in right_values(exercise, seed)[0]])
