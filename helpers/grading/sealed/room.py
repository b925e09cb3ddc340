"""Inside the sealed process: run a learner's cells, and answer calls with what their functions return."""

import builtins
import linecache
from collections import namedtuple

from helpers.exercises.definition import Case
from helpers.exercises.handed_in import absent, without_magics
from helpers.exercises.running import Outcome, plain, run
from helpers.grading.sealed import wire


class Room:
    """One learner's names, and the socket to the grader."""

    def __init__(self, sock):
        self.sock, self.names = sock, {"__name__": "__main__", "__builtins__": builtins}
        self.names.update(check=hand_back, hint=hand_back, display=hand_back)

    def serve(self):
        """Answer until the connection closes."""
        tasks = {
            "imports": self.imports,
            "cell": self.cell,
            "call": self.call,
            "value": self.value,
            "use": self.use,
        }
        while True:
            message = wire.receive(self.sock)
            wire.send(self.sock, tasks[message.pop("do")](**message))

    def imports(self, lines, absentees):
        """Run the course's own import lines; names of exercises stand for functions not written yet."""
        for line in lines:
            try:
                exec(line, self.names)
            except Exception:
                continue
        self.names.update({name: absent(name) for name in absentees})
        return {"error": None}

    def cell(self, name, source, seconds):
        """Execute one exercise cell; `error` is None or says what stopped it."""

        def execute():
            exec(compile(text, home, "exec"), self.names)

        text, home = without_magics(source), f"<{name}>"
        linecache.cache[home] = (len(text), None, text.splitlines(keepends=True), home)
        execute.home = home
        outcome = run(execute, Case(name), seconds)
        if outcome.late:
            return {"error": f"the cell did not finish within {seconds} seconds"}
        return {"error": outcome.raised and outcome.raised[2][-2000:]}

    def call(self, name, args, seconds):
        """Call a function on arguments and return the outcome as plain data."""
        case = Case("", **{key: self.real(value) for key, value in args.items()})
        function = self.names.get(name)
        if not callable(function):
            function = absent(name)
        return as_message(run(function, case, seconds))

    def value(self, name):
        """Return what a name stands for, as plain data."""
        return {"value": plain(self.names.get(name, ...))}

    def use(self, name, address):
        """Let a name stand for a function of the course's that stays in the grader."""
        self.names[name] = self.proxy(address)
        return {"error": None}

    def real(self, value):
        """Return an argument with proxies made callable."""
        if isinstance(value, wire.Proxy):
            return self.proxy(value.address) if value.parts is None else self.record(value)
        if isinstance(value, (list, tuple)):
            return type(value)(self.real(item) for item in value)
        if isinstance(value, dict):
            return {key: self.real(item) for key, item in value.items()}
        return value

    def proxy(self, address):
        """Return a function that asks the grader."""

        def ask(*args):
            wire.send(self.sock, {"ask": address, "args": plain(args)})
            return wire.receive(self.sock)["value"]

        ask.__name__ = address.rpartition(":")[2]
        return ask

    def record(self, proxy):
        """Return an object with the parts of one of the course's, its functions asking the grader."""
        made = {
            k: self.proxy(f"{proxy.address}.{k}") if text is None else text for k, text in proxy.parts.items()
        }
        return namedtuple(proxy.address.rpartition(":")[2], made)(**made)


def as_message(outcome):
    """Return an outcome as plain data within limits."""
    raised = outcome.raised and tuple(text[-2000:] for text in outcome.raised)
    return {
        **vars(outcome),
        "raised": raised,
        "printed": outcome.printed[-2000:],
        "warned": outcome.warned[:5],
    }


def as_outcome(message):
    """Return the `Outcome` of a message; raises TypeError or ValueError where it is not of that form."""
    texts = ("printed",)
    if set(message) != set(vars(Outcome())) or not all(isinstance(message[k], str) for k in texts):
        raise ValueError("not an outcome")
    raised, changed, warned = message["raised"], message["changed"], message["warned"]
    if raised is not None and not (len(raised) == 3 and all(isinstance(text, str) for text in raised)):
        raise ValueError("not an outcome")
    if not all(isinstance(text, str) for text in (*changed, *warned)) or type(message["late"]) is not bool:
        raise ValueError("not an outcome")
    return Outcome(**{**message, "seconds": float(message["seconds"])})


def hand_back(answer=None, *_, **named):
    """Stand for `check`, `hint` and `display` in learner cells: do nothing, give back the answer."""
    return next(iter(named.values()), answer)
