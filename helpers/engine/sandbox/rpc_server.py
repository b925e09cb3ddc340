"""In the grader: which of the course's functions a sealed process may ask for, and answering it.

While an exercise is judged, it may ask for what the course's own solution and its cases use, and for exercises that
were judged wrong or repaired before, unless these use the solution; never for the solution itself, whatever its name.
"""

import inspect
import sys
import types

import numpy as np

from helpers.engine.check.exercise import Named
from helpers.engine.check.plain_data import Foreign, plain
from helpers.engine.check.run import NOT_WRITTEN, TooLate, deadline
from helpers.engine.course import course
from helpers.engine.sandbox.call_graph import is_course, used_by, uses
from helpers.engine.sandbox.channel import WireError, part
from helpers.engine.sandbox.generator_state import Callback, Dice

SECONDS = 10


class Counter:
    """Answers what one sealed process asks, exercise by exercise; `emptied` are the functions kept here, by address."""

    def __init__(self, emptied):
        self.emptied, self.released, self.allowed, self.solution = emptied, {}, {}, None

    def open_for(self, exercise):
        """Serve what the solution of an exercise and its cases use."""
        self.solution = inspect.unwrap(exercise.solution)
        self.allowed = used_by(exercise)

    def release(self, exercise):
        """Serve the solution of an exercise from now on: it was judged wrong, or repaired."""
        function = inspect.unwrap(exercise.solution)
        self.released[id(function)] = function

    def answer(self, channel, asked, left):
        """Answer one question over the channel; `left()` are the seconds that are left."""
        address = listed(asked, "ask", str)
        function = self.emptied.get(address)
        if function is None or not self.may(function):
            said = f"{address.partition(':')[2]} is {NOT_WRITTEN}"
            refusal = {"raised": ("NotImplementedError", said), "dice": (), "written": ()}
            return channel.send(refusal, left())
        dice, arrays, terms = [], [], (channel, left)
        args = self.inward(listed(asked, "args", list), dice, arrays, *terms)
        kwargs = self.inward(listed(asked, "kwargs", dict), dice, arrays, *terms)
        before = [array.copy() for array in arrays]
        answer = attempt(function, args, {str(name): value for name, value in kwargs.items()})
        pairs = enumerate(zip(before, arrays, strict=True))
        answer["written"] = [(n, new) for n, (old, new) in pairs if old.tobytes() != new.tobytes()]
        channel.send({**answer, "dice": tuple(map(Dice.of, dice))}, left())

    def may(self, item):
        """Return whether an object of the course may be used now."""
        if item is self.solution:
            return False
        return id(item) in self.allowed or id(item) in self.released and not self.uses_solution(item)

    def uses_solution(self, item):
        """Return whether a function uses the one under test, and so could answer in its place."""
        return isinstance(item, types.FunctionType) and id(self.solution) in uses(item)

    def inward(self, value, dice, arrays, *terms):
        """Return an argument from the sealed process as the course's function takes it."""
        if isinstance(value, np.ndarray):
            arrays.append(value)
        if isinstance(value, Dice):
            dice.append(thrown(value))
            return dice[-1]
        if isinstance(value, Named):
            return self.named(value)
        if isinstance(value, Callback):
            return self.callback(value.number, *terms)
        if isinstance(value, (list, tuple)):
            return type(value)(self.inward(item, dice, arrays, *terms) for item in value)
        if isinstance(value, dict):
            return {key: self.inward(item, dice, arrays, *terms) for key, item in value.items()}
        return value

    def named(self, name):
        """Return the object of the course at an address, if it may be used now."""
        module, _, item = name.address.partition(":")
        found = vars(sys.modules.get(module, types)).get(item) if course().owns(module) else None
        return found if is_course(found) and self.may(found) else Foreign("function")

    def callback(self, number, channel, left):
        """Return a function that the sealed process computes; it may ask in turn."""

        def function(*args):
            channel.send({"callback": number, "args": plain(list(args))}, left())
            while "ask" in (answer := channel.receive(left())):
                self.answer(channel, answer, left)
            if "failed" in answer:
                raise RuntimeError(f"the function raised {str(answer['failed'])[:100]}")
            return part(answer, "returned")

        return function


def attempt(function, args, kwargs):
    """Return {"value": ..., "raised": None or (kind, message)} of a call with whatever arguments."""
    try:
        with deadline(SECONDS), np.errstate(all="ignore"):
            return {"value": plain(function(*args, **kwargs)), "raised": None}
    except (WireError, TimeoutError):
        raise
    except TooLate:
        return {
            "value": None,
            "raised": ("RuntimeError", f"{function.__name__} took more than {SECONDS} seconds"),
        }
    except Exception as error:
        return {"value": None, "raised": (type(error).__name__, str(error)[:2000])}


def thrown(dice):
    """Return the random generator of a state; `WireError` where it is none."""
    try:
        return dice.set(np.random.default_rng(0))
    except (ValueError, TypeError, OverflowError):
        raise WireError("it asked nonsense") from None


def listed(message, name, kind):
    """Return an entry of a message that must be of a kind."""
    if type(part(message, name)) is not kind:
        raise WireError("it asked nonsense")
    return message[name]
