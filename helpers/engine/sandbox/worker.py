"""Inside the worker: run a learner's cells, call their functions on the inputs, and send what came of it.

Nothing here can be trusted once a cell has run: the learner's code may have replaced any of it. So it holds nothing
worth stealing, and the grader checks whatever it sends.
"""

import ast
import builtins
import contextlib
import linecache
import random
import time

import numpy

from helpers.engine.build.cells import absent, without_magics
from helpers.engine.check.exercise import Case
from helpers.engine.check.plain_data import plain
from helpers.engine.check.run import Conditions, Outcome, run_under
from helpers.engine.sandbox import rpc_client
from helpers.engine.sandbox.channel import ProtocolError
from helpers.engine.sandbox.dummy_packages import Dummy

MAX_MESSAGE_TEXT = 2000  # characters of an error, a warning or what was printed
MAX_WARNINGS = 5
MAX_BATCH = 1 << 17  # bytes of JSON of outcomes that are sent together
BATCH_SECONDS = 0.2  # that outcomes are held back, to be sent together with others


def initial_names(imports, exercises):
    """Return the names that a learner's cells start with: the notebook's imports, and exercises not written yet."""
    names = {"__name__": "__main__", "__builtins__": builtins, "get_ipython": Dummy()}
    for line in imports:
        try:
            exec(line, names)
        except Exception:
            # Not in the redacted course, such as figures: graded functions do not need it.
            aliases = ast.parse(line).body[0].names
            names.update({(a.asname or a.name).partition(".")[0]: Dummy() for a in aliases})
    # After the imports, which would put dummies in place of `check` and `hint`.
    names.update(dict.fromkeys(("check", "hint", "display", "quit", "exit"), return_answer))
    return names | {name: absent(name) for name in exercises}


def seed_chance(number):
    """Let random numbers without a seed of their own, also those of `default_rng()`, follow from one number."""
    random.seed(number)
    numpy.random.seed(number)
    # NumPy takes the seed of a generator without one from here; a test holds that it still does.
    numpy.random.bit_generator.randbits = random.Random(number).getrandbits


class Worker:
    """One learner's names, and the channel to the grader.

    `most_printed` is how many characters a cell or a call may print. `report` is what the grader does not know yet of
    the cell: {"error": what stopped it, or None} until it is sent, then empty.
    """

    def __init__(self, channel, names, most_printed):
        self.channel, self.names, self.most_printed, self.report = channel, names, most_printed, {}
        rpc_client.channel = channel

    def serve(self):
        """Handle orders until the connection closes."""
        while True:
            self.handle_order()

    def handle_order(self):
        """Handle one order: run an exercise's cell, then call its function on the inputs, or send a quiz's value."""
        order = self.channel.receive()
        inputs = self.channel.receive()["inputs"] if order["has_inputs"] else None
        for instruction, *arguments in order["instructions"]:
            # Written out: an instruction can name no other method.
            {"proxy": self.use_proxy, "override": self.override, "load": rpc_client.add_source}[instruction](
                *arguments
            )
        seed_chance(order["chance"])
        started = time.monotonic()
        self.report = {"error": self.run_cell(order["name"], order["source"], order["cell_seconds"])}
        if inputs is None:
            value = plain(self.names.get(order["name"], ...))
            self.send_or({**self.report, "value": value}, {**self.report, "value": None})
        else:
            self.call_on_all(inputs, order["name"], order["call_seconds"], order["probe"], started)

    def run_cell(self, name, source, seconds):
        """Execute an exercise's cell, if there is one; return what stopped it, or None.

        It gets `Conditions` of its own, so that nothing it does to warnings or the timer outlasts it.
        """
        if source is None:
            return None

        def execute():
            try:
                code = compile(source, home, "exec")
            except SyntaxError:
                # As in a notebook: without IPython's lines, and `await` may stand outside of a function.
                code = compile(without_magics(source), home, "exec", ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
            awaited = eval(code, self.names)  # None, or a coroutine
            with contextlib.suppress(StopIteration):
                while awaited is not None:
                    awaited.send(None)

        # Tracebacks show the lines of this file name, which linecache must know.
        home = execute.home = f"<{name}>"
        linecache.cache[home] = (len(source), None, source.splitlines(keepends=True), home)
        with Conditions(self.most_printed, processor=True) as conditions:
            outcome = run_under(conditions, execute, Case(name), seconds)
        if outcome.late:
            return f"the cell did not finish within {seconds:g} seconds"
        return outcome.raised and outcome.raised[2][-MAX_MESSAGE_TEXT:]

    def call_on_all(self, inputs, name, seconds, probe, started):
        """Call a function on the arguments of every case, until one call hangs, and send the outcomes.

        They are sent together, with the report on the cell, unless that keeps the grader waiting: it has to learn of
        an answer before a later call ends the process. `started` is when the cell began.
        """
        outcomes = []
        if self.report["error"] or time.monotonic() > started + BATCH_SECONDS:
            self.send_outcomes(outcomes)
        with Conditions(self.most_printed, processor=True) as conditions:
            for arguments in inputs:
                function = self.names.get(name)  # anew for each case: a call may redefine it
                function = function if callable(function) else absent(name)
                outcome = run_under(conditions, function, Case("", **arguments), seconds, probe)
                outcomes.append(message_of(outcome))
                if outcome.late:
                    break
                if time.monotonic() > started + BATCH_SECONDS:
                    self.send_outcomes(outcomes)
                    outcomes, started = [], time.monotonic()
        self.send_outcomes(outcomes)

    def send_outcomes(self, outcomes):
        """Send outcomes, together if they are small; one that is too large becomes an error that says so."""
        try:
            if outcomes or self.report:
                self.channel.send({**self.report, "outcomes": outcomes}, max_header=MAX_BATCH)
        except ProtocolError:
            too_large = (
                "ValueError",
                "what it returned is too large or too deep to be handed in",
                "ValueError",
            )
            for outcome in outcomes:
                error = message_of(Outcome(raised=too_large, late=outcome.get("late", False)))
                self.send_or({**self.report, "outcomes": [outcome]}, {**self.report, "outcomes": [error]})
                self.report = {}
        self.report = {}

    def send_or(self, message, fallback):
        """Send a message, or if that is not possible, another."""
        try:
            self.channel.send(message)
        except ProtocolError:
            self.channel.send(fallback)

    def use_proxy(self, name, address):
        """Let later cells that use a name call the course's function, which stays in the grader."""
        self.names[name] = rpc_client.proxy(address)
        self.names[name].__name__ = name

    def override(self, name, address):
        """Let the course's modules use the learner's function instead of the course's: it was judged right."""
        if address not in rpc_client.local_functions:
            rpc_client.local_functions[address] = self.names.get(name)


def message_of(outcome):
    """Return an outcome as plain data of limited size: the value, and every field that differs from its default."""
    fields = {
        "raised": outcome.raised and tuple(text[-MAX_MESSAGE_TEXT:] for text in outcome.raised),
        "changed": outcome.changed,
        "warned": tuple(text[:MAX_MESSAGE_TEXT] for text in outcome.warned[:MAX_WARNINGS]),
        "printed": outcome.printed[-MAX_MESSAGE_TEXT:],
        "late": outcome.late,
    }
    return {"value": outcome.value, **{name: item for name, item in fields.items() if item}}


def return_answer(answer=None, *_, **named):
    """Stand for `check`, `hint` and `display` in a learner's cell: return the answer that was passed."""
    return next(iter(named.values()), answer)
