"""In the grader: judge one submission in one worker, exercise by exercise. Nothing of the learner's runs here."""

import ast
import hashlib
import inspect
import re
import time
import unicodedata
from functools import cache

from helpers.engine.build.cells import parsed, without_magics
from helpers.engine.check.check import verdict_from
from helpers.engine.check.diagnosis import all_right, right_outcomes, right_values
from helpers.engine.check.exercise import Quiz
from helpers.engine.check.precision import NAMES, judged_again
from helpers.engine.check.quiz import check_quiz
from helpers.engine.check.time_limits import WAITING
from helpers.engine.sandbox.call_graph import address_of
from helpers.engine.sandbox.channel import AS_EXPECTED, ProtocolError, field, frame_of
from helpers.engine.sandbox.decode import find_mistakes, judge_case, make_verdict, outcome_of, same_mistakes
from helpers.engine.sandbox.expected_frame import ExpectedFrame
from helpers.engine.sandbox.release import is_needed, releasable_source
from helpers.engine.sandbox.rpc_server import RpcServer
from helpers.engine.sandbox.worker import BATCH_SECONDS

START_SECONDS = 60.0  # that a worker may take to confine itself, on a busy machine
MAX_ERROR_TEXT = 2000
ESCAPE = re.compile(r"\\[xuUN0-7\r\n]")  # may stand for a letter in a text, or for nothing
JOINED = re.compile(r"""["']\s*[A-Za-z]{0,2}["']""")  # between two texts that Python joins


class Session:
    """The grader's end of one worker.

    `seconds_left` are those of the submission, `left_out` names the exercises that are not judged. `current` is the
    exercise being judged; if the session ended early, the one that ended it, and `ended` says how. `brief` leaves the
    details out of wrong verdicts, and `mistaken` is {exercise: known mistakes that do exactly what the answer does}.
    `instructions` go with the next order, `unreleased` are exercises whose solution may be released later.
    """

    def __init__(self, channel, exercises, withheld, seed, limits, seconds_left, left_out, brief=False):
        self.channel, self.exercises, self.seed, self.limits = channel, exercises, seed, limits
        self.seconds_left, self.left_out, self.brief, self.mistaken = seconds_left, left_out, brief, {}
        self.server = RpcServer(withheld, limits["memory"])
        self.errors, self.instructions, self.unreleased = {}, [], []
        self.single = set()  # exercises answered right in single precision
        self.layers = self.ended = self.current = None
        self.timeout = WAITING * limits["cell"] + limits["grace"]  # of the next answer

    def run(self, sources):
        """Return {exercise: Verdict}; if the session ends early, those of the exercises before."""
        verdicts, self.sources = {}, sources
        try:
            self.layers = field(self.channel.receive(START_SECONDS), "layers")
            for name, exercise in self.exercises.items():
                self.current = name
                if name not in self.left_out:
                    verdicts[name] = self.judge_exercise(exercise, sources.get(name))
                if not isinstance(exercise, Quiz):
                    self.finish(exercise, name in verdicts and verdicts[name].state == "right")
            self.current = None
        except TimeoutError:
            self.ended = f"no answer within {self.timeout:g} seconds"
        except (ProtocolError, OSError) as error:
            self.ended = f"the process ended ({error})"
        return verdicts

    def judge_exercise(self, exercise, source):
        """Return the verdict on one exercise."""
        if isinstance(exercise, Quiz):
            self.order(exercise.name, source)
            return make_verdict(check_quiz, exercise, field(self.first_answer(exercise.name), "value"))
        cases, values = right_values(exercise, self.seed)
        self.server.start_exercise(exercise)
        seconds = min(exercise.seconds, self.limits["call"])
        self.order(exercise.name, source, seconds, exercise.probe, inputs_frame(exercise, self.seed))
        expected = expected_frame(exercise, self.seed)
        answer = self.first_answer(exercise.name, expected)
        if answer is AS_EXPECTED:
            return expected.verdict
        self.timeout = WAITING * seconds + self.limits["grace"]
        outcomes = self.outcomes(answer, len(cases))
        results = [judge_case(exercise, *three) for three in zip(cases, outcomes, values, strict=True)]
        if not all_right(results) and names_any(source, NAMES | self.single):
            results = judged_again(exercise, results)
        mistakes = find_mistakes(exercise, results, self.seed)
        if (
            mistakes
            and not all_right(results)
            and (same := same_mistakes(exercise, results, mistakes, self.seed))
        ):
            self.mistaken[exercise.name] = same
        return make_verdict(verdict_from, exercise, results, mistakes, (), self.brief)

    def order(self, name, source, seconds=0, probe=None, inputs=b""):
        """Order an exercise: run its cell, then call its function on the inputs, or send a quiz's value."""
        cell_seconds, instructions, self.instructions = self.limits["cell"], self.instructions, []
        longest = max(cell_seconds, BATCH_SECONDS + seconds)  # of processor time
        self.timeout = WAITING * longest + self.limits["grace"]
        self.channel.quota = self.limits["output"]
        order = {"name": name, "source": source, "cell_seconds": cell_seconds, "call_seconds": seconds}
        order |= {"probe": probe, "instructions": instructions, "has_inputs": bool(inputs)}
        order["chance"] = chance(self.seed, name)
        self.channel.send(order, max(0.01, min(self.seconds_left, self.timeout)), following=inputs)

    def finish(self, exercise, right):
        """Let later exercises use the learner's function if it is right, else the course's.

        A bug clinic asks for a repaired copy of a function under another name. Even if it is right, the course goes on
        with its own function.
        """
        if right and names_any(self.sources.get(exercise.name), NAMES | self.single):
            self.single.add(exercise.name)
        address = address_of(inspect.unwrap(exercise.solution))
        is_clinic = not address.endswith(f":{exercise.name}")
        if is_clinic or not right:
            self.server.unlock(exercise)
            self.unreleased.append(exercise)
        if not (is_clinic and right):
            self.instructions.append(("override" if right else "proxy", exercise.name, address))
        exercises = list(self.exercises.values())
        self.release(tuple(exercises[exercises.index(exercise) + 1 :]))

    def release(self, later):
        """Release the source of solutions that answer none of the later exercises and are used by one."""
        self.unreleased = [exercise for exercise in self.unreleased if is_needed(exercise, later)]
        sources = {exercise: releasable_source(exercise, later) for exercise in self.unreleased}
        self.instructions += [("load", *source) for source in sources.values() if source]
        self.unreleased = [exercise for exercise, source in sources.items() if not source]

    def first_answer(self, name, expected=None):
        """Return the first answer to an order, which reports how the cell went."""
        answer = self.next_answer(expected)
        error = None if answer is AS_EXPECTED else field(answer, "error")
        self.errors[name] = error if error is None else str(error)[:MAX_ERROR_TEXT]
        return answer

    def outcomes(self, answer, n):
        """Return the outcomes of n cases from the first answer on.

        After a case that hangs the worker calls no more; the remaining cases count as hanging, too.
        """
        found = [outcome_of(message) for message in field(answer, "outcomes", list)[:n]]
        while len(found) < n and not (found and found[-1].late):
            more = field(self.next_answer(), "outcomes", list)
            found += [
                outcome_of(message) for message in more[:n] or [{}]
            ]  # an empty answer is malformed here
        return (found + [found[-1]] * n)[:n]

    def next_answer(self, expected=None):
        """Return the next answer, having answered the worker's calls before it; all counts as the submission's time."""
        started = time.monotonic()
        deadline = started + min(self.timeout, self.seconds_left)
        try:
            while "call" in (answer := self.channel.receive(remaining(deadline), expected)):
                self.server.answer(self.channel, answer, lambda: remaining(deadline))
            return answer
        finally:
            self.seconds_left -= time.monotonic() - started


def remaining(deadline):
    """Return the seconds until a deadline; raise TimeoutError if it is over."""
    seconds = deadline - time.monotonic()
    if seconds <= 0:
        raise TimeoutError
    return seconds


def names_any(source, names):
    """Return whether a cell has one of some names, as a name, an attribute or a text; no if it is not Python."""
    source = source or ""
    # Most cells need not be parsed: as Python reads look-alike letters and joins texts, none of the names is in them.
    text = JOINED.sub("", unicodedata.normalize("NFKC", source))
    if not ESCAPE.search(source) and not any(name in text for name in names):
        return False
    tree = parsed(without_magics(source))
    nodes = ast.walk(tree) if tree else ()
    found = (
        getattr(n, "id", None) or getattr(n, "attr", None) or str(getattr(n, "value", "")) for n in nodes
    )
    return not names.isdisjoint(found)


@cache
def chance(seed, name):
    """Return what random numbers without a seed of their own are drawn from, the same for all submissions.

    It says nothing about the seed of the inputs.
    """
    return int.from_bytes(hashlib.sha256(f"chance {seed} {name}".encode()).digest()[:4], "big")


@cache
def inputs_frame(exercise, seed):
    """Return the inputs of an exercise as they are sent; all submissions graded with a seed get the same."""
    return frame_of({"inputs": [case.args for case in right_values(exercise, seed)[0]]})


@cache
def expected_frame(exercise, seed):
    """Return the `ExpectedFrame` of an exercise."""
    return ExpectedFrame(exercise, *right_outcomes(exercise, seed))
