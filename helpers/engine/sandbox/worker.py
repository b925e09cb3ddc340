"""Inside the sealed process: run a learner's cells, and answer calls with what their functions return."""

import ast
import builtins
import linecache
import time

from helpers.engine.build.answers import absent, without_magics
from helpers.engine.check.conditions import Conditions
from helpers.engine.check.exercise import Case
from helpers.engine.check.plain_data import plain
from helpers.engine.check.run import Outcome, run_under
from helpers.engine.sandbox import received, rpc_client
from helpers.engine.sandbox.channel import WireError
from helpers.engine.sandbox.dummy_packages import Nothing

MOST_SAID = 2000
SMALL = 1 << 17
AT_MOST = 0.2  # seconds that an outcome is kept back, to be sent together with others


def surroundings(lines, absentees):
    """Return the names a learner's cells start with: what the notebook imports, and exercises not written yet."""
    names = {"__name__": "__main__", "__builtins__": builtins, "get_ipython": Nothing()}
    for line in lines:
        try:
            exec(line, names)
        except Exception:
            aliases = ast.parse(line).body[0].names
            names.update({(a.asname or a.name).partition(".")[0]: Nothing() for a in aliases})
    # After the imports, which would put dummies in place of `check` and `hint`.
    names.update(check=hand_back, hint=hand_back, display=hand_back, quit=hand_back, exit=hand_back)
    return names | {name: absent(name) for name in absentees}


class Room:
    """One learner's names, and the channel to the grader."""

    def __init__(self, channel, names, known, output):
        """`known` are the inputs of exercises as far as they are told, {name: [arguments of each case]}.

        `output` is how many characters a cell or a call may print.
        """
        self.channel, self.names, self.known, self.output, self.news = channel, names, known, output, {}
        rpc_client.channel = channel

    def serve(self):
        """Answer until the connection closes."""
        while True:
            order = self.channel.receive()
            for what, *terms in order["before"]:
                {"use": self.use, "keep": self.keep, "take": received.take}[what](*terms)
            if order["more"]:
                self.known[order["name"]] = self.channel.receive()["cases"]
            since = time.monotonic()
            self.news = {"error": self.cell(order["name"], order["source"], order["cell"])}
            if order["name"] not in self.known:
                value = plain(self.names.get(order["name"], ...))
                self.hand_in({**self.news, "value": value}, {**self.news, "value": None})
            else:
                self.calls(order["name"], order["seconds"], order["probe"], since)

    def cell(self, name, source, seconds):
        """Execute one exercise cell, if there is one; return None or what stopped it.

        Under conditions of its own: what it does to warnings or the timer is undone before its function is called.
        """
        if source is None:
            return None

        def execute():
            try:
                code = compile(source, home, "exec")
            except SyntaxError:
                code = compile(without_magics(source), home, "exec")
            exec(code, self.names)

        home = execute.home = f"<{name}>"
        linecache.cache[home] = (len(source), None, source.splitlines(keepends=True), home)
        with Conditions(self.output) as under:
            outcome = run_under(under, execute, Case(name), seconds)
        if outcome.late:
            return f"the cell did not finish within {seconds:g} seconds"
        return outcome.raised and outcome.raised[2][-MOST_SAID:]

    def calls(self, name, seconds, probe, since):
        """Call a function on the arguments of every case, until one hangs, and send the outcomes.

        They go out together where that takes no time; so does the news of the cell, which began at `since`.
        """
        outcomes = []
        if self.news["error"] or time.monotonic() > since + AT_MOST:
            self.told(outcomes)
        with Conditions(self.output) as under:
            for args in self.known[name]:
                function = self.names.get(name)
                function = function if callable(function) else absent(name)
                outcomes.append(as_message(run_under(under, function, Case("", **args), seconds, probe)))
                if outcomes[-1].get("late"):
                    break
                if time.monotonic() > since + AT_MOST:
                    self.told(outcomes)
                    outcomes, since = [], time.monotonic()
        self.told(outcomes)

    def told(self, outcomes):
        """Send outcomes, together where they are small; one that is too large is said to be so."""
        try:
            if outcomes or self.news:
                self.channel.send({**self.news, "outcomes": outcomes}, most=SMALL)
        except WireError:
            said = ("ValueError", "what it returned is too large or too deep to be handed in", "ValueError")
            for outcome in outcomes:
                empty = as_message(Outcome(raised=said, late=outcome.get("late", False)))
                self.hand_in({**self.news, "outcomes": [outcome]}, {**self.news, "outcomes": [empty]})
                self.news = {}
        self.news = {}

    def hand_in(self, message, instead):
        """Send a message, or where it cannot be sent, another."""
        try:
            self.channel.send(message)
        except WireError:
            self.channel.send(instead)

    def use(self, name, address):
        """Let a name stand for a function of the course's that stays in the grader."""
        self.names[name] = rpc_client.elsewhere(address)
        self.names[name].__name__ = name

    def keep(self, name, address):
        """Let the course's modules use the learner's function, which was judged right."""
        if address not in rpc_client.own:
            rpc_client.own[address] = self.names.get(name)


def as_message(outcome):
    """Return an outcome as plain data within limits: its value, and what is not as it mostly is."""
    raised = outcome.raised and tuple(text[-MOST_SAID:] for text in outcome.raised)
    printed, warned = outcome.printed[-MOST_SAID:], tuple(text[:MOST_SAID] for text in outcome.warned[:5])
    told = {
        "raised": raised,
        "changed": outcome.changed,
        "warned": warned,
        "printed": printed,
        "late": outcome.late,
    }
    return {"value": outcome.value, **{name: item for name, item in told.items() if item}}


def hand_back(answer=None, *_, **named):
    """Stand for `check`, `hint` and `display` in learner cells: do nothing, give back the answer."""
    return next(iter(named.values()), answer)
