"""The grader's side of a sealed process: send cells and inputs in, judge what comes out."""

import json
import os
import site
import socket
import subprocess
import sys
import sysconfig
import tempfile
import time

import numpy as np

from helpers.exercises.definition import Named, Quiz
from helpers.exercises.diagnosis import name_mistakes, right_values
from helpers.exercises.engine import verdict_from
from helpers.exercises.judging import judge
from helpers.exercises.patching import course_function
from helpers.exercises.quizzes import check_quiz
from helpers.exercises.running import Outcome, plain
from helpers.grading.sealed import stubs
from helpers.grading.sealed.room import as_outcome
from helpers.grading.sealed.wire import Proxy, WireError, receive, send

LIMITS = {"cpu": 30, "memory": 2 << 30, "wall": 60.0, "cell": 10.0, "processes": 0}


class Workshop:
    """A warm process for one notebook of the course; `judge_cells` grades one submission in a child of it."""

    def __init__(self, name, exercises, limits=None):
        self.exercises, self.limits = exercises, {**LIMITS, **(limits or {})}
        self.folder = tempfile.TemporaryDirectory(prefix="sealed-", ignore_cleanup_errors=True)
        self.lines = stubs.import_lines(name)
        stubs.write_copy(name, exercises, self.folder.name)
        self.start()

    def start(self):
        """Start the warm process with nothing of the grader's but one socket."""
        self.control, theirs = socket.socketpair()
        program = (
            f"import sys; sys.path[:0] = [{self.folder.name!r}]; "
            f"from helpers.grading.sealed.workshop import main; main({theirs.fileno()})"
        )
        environment = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "PATH": os.defpath}
        self.process = subprocess.Popen(
            [sys.executable, "-I", "-c", program],
            pass_fds=[theirs.fileno()],
            env=environment,
            cwd=self.folder.name,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        theirs.close()

    def readable(self):
        """Return the folders that a sealed process may read: the interpreter, its libraries, the emptied copy."""
        paths = {sysconfig.get_path(kind) for kind in ("stdlib", "platstdlib", "purelib", "platlib")}
        base = sysconfig.get_paths(vars={"base": sys.base_prefix, "platbase": sys.base_prefix})
        paths |= {base["stdlib"], base["platstdlib"], *site.getsitepackages(), self.folder.name}
        return sorted(p for p in paths | {"/lib", "/lib64", "/usr/lib"} if os.path.isdir(p))

    def judge_submission(self, sources, seed):
        """Return ({exercise: Verdict}, facts) for the sources of one submission's exercise cells.

        An exercise at which the process ended is left out, and the others are judged again without it.
        """
        lost, spent = {}, 0.0
        while True:
            left = {name: source for name, source in sources.items() if name not in lost}
            verdicts, facts = self.judge_cells(left, seed)
            spent += facts["cpu"]
            culprit = next((name for name in self.exercises if name not in verdicts), None)
            if culprit is None or culprit in lost:
                return verdicts, {**facts, "lost": lost, "cpu": spent}
            lost[culprit] = facts["ended"] or "the process ended"

    def judge_cells(self, sources, seed):
        """Return ({exercise: Verdict}, facts) of one sealed process, as far as it came."""
        ours, theirs = socket.socketpair()
        order = {
            "readable": self.readable(),
            "limits": {k: self.limits[k] for k in ("cpu", "memory", "processes")},
        }
        socket.send_fds(self.control, [json.dumps(order).encode() + b"\n"], [theirs.fileno()])
        theirs.close()
        sitting = Sitting(ours, self.exercises, seed, self.limits)
        try:
            verdicts = sitting.hold(self.lines, sources)
        finally:
            ours.close()
        return verdicts, {
            **self.end(),
            "layers": sitting.layers,
            "errors": sitting.errors,
            "ended": sitting.ended,
        }

    def end(self):
        """End the child and return how it ended; a warm process that does not answer is started afresh."""
        try:
            self.control.settimeout(10)
            self.control.sendall(b'{"kill": true}\n')
            return json.loads(self.control.recv(1 << 16))
        except (OSError, ValueError):
            self.close()
            self.start()
            return {"signal": 0, "cpu": 0.0, "memory": 0, "orphans": 0}

    def close(self):
        """End the warm process."""
        self.control.close()
        self.process.kill()
        self.process.wait()


class Sitting:
    """One submission in its sealed process, exercise by exercise, in the order of the notebook."""

    def __init__(self, sock, exercises, seed, limits):
        self.sock, self.exercises, self.seed, self.limits = sock, exercises, seed, limits
        self.errors, self.layers, self.ended, self.served = {}, {}, None, {}
        self.deadline = time.monotonic() + limits["wall"]

    def hold(self, lines, sources):
        """Return {exercise: Verdict}; what the process did not live to answer is missing in it."""
        verdicts = {}
        try:
            self.layers = self.receive()["layers"]
            self.ask({"do": "imports", "lines": lines, "absentees": list(self.exercises)})
            for name, exercise in self.exercises.items():
                if name in sources:
                    seconds = self.limits["cell"]
                    self.errors[name] = self.ask(
                        {"do": "cell", "name": name, "source": sources[name], "seconds": seconds}
                    )["error"]
                verdicts[name] = (
                    self.quiz(exercise) if isinstance(exercise, Quiz) else self.function(exercise)
                )
                if verdicts[name].state != "right" and not isinstance(exercise, Quiz):
                    self.served[f"course:{name}"] = course_function(exercise)
                    self.ask({"do": "use", "name": name, "address": f"course:{name}"})
        except TimeoutError:
            self.ended = f"no answer within {self.limits['wall']:g} seconds"
        except (WireError, OSError, KeyError, TypeError, ValueError) as error:
            self.ended = f"the process ended or answered nonsense ({error})"
        return verdicts

    def quiz(self, quiz):
        """Return the verdict on values."""
        return check_quiz(quiz, self.ask({"do": "value", "name": quiz.name})["value"])

    def function(self, exercise):
        """Return the verdict on a function, called on every case."""
        results, late = [], None
        for case, expected in zip(*right_values(exercise, self.seed), strict=True):
            outcome = late or self.call(exercise, case)
            late = outcome if outcome.late else None
            results.append(judge(exercise, case, outcome, expected))
        return verdict_from(exercise, results, name_mistakes(exercise, results, self.seed))

    def call(self, exercise, case):
        """Return the outcome of one call."""
        functions = {}
        args = {name: self.outgoing(value, functions) for name, value in case.args.items()}
        order = {"do": "call", "name": exercise.name, "args": args, "seconds": exercise.seconds}
        outcome = as_outcome(self.ask(order, functions))
        return Outcome(**{**vars(outcome), "value": plain(outcome.value)})

    def outgoing(self, value, functions):
        """Return an argument as it goes out; functions stay here and are listed in `functions` by address."""
        if isinstance(value, Named):
            return self.proxy(value.address, value.make(), functions)
        if isinstance(value, (list, tuple)):
            return type(value)(self.outgoing(item, functions) for item in value)
        if isinstance(value, dict):
            return {key: self.outgoing(item, functions) for key, item in value.items()}
        return value.item() if isinstance(value, np.generic) else value

    def proxy(self, address, real, functions):
        """Return the `Proxy` of a function, or of a record with functions in it."""
        if not hasattr(real, "_fields"):
            functions[address] = real
            return Proxy(address)
        parts = {}
        for name, part in zip(real._fields, real, strict=True):
            parts[name] = None if callable(part) else part
            if callable(part):
                functions[f"{address}.{name}"] = part
        return Proxy(address, parts)

    def receive(self):
        """Return the next message, a dict, within the time that is left."""
        self.sock.settimeout(max(0.01, self.deadline - time.monotonic()))
        message = receive(self.sock)
        if not isinstance(message, dict):
            raise WireError("not an answer")
        return message

    def ask(self, order, functions=None):
        """Send an order and return the answer, serving the course's functions while it works."""
        send(self.sock, order)
        while True:
            answer = self.receive()
            if "ask" not in answer:
                return answer
            function = {**self.served, **(functions or {})}[answer["ask"]]
            send(self.sock, {"value": plain(function(*answer["args"]))})
