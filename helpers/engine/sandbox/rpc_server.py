"""In the grader: decide which of the course's functions a worker may call, and call them for it.

While an exercise is judged, the worker may call what the course's own solution and its cases use. It may also call the
solutions of exercises that are over, if the course goes on with them instead of the learner's, unless they use the
solution under test. It may never call that solution itself, under whatever name.
"""

import contextlib
import inspect
import sys
import types

import numpy as np

from helpers.engine.check.exercise import NOT_WRITTEN, Named
from helpers.engine.check.plain_data import Foreign, plain
from helpers.engine.check.time_limits import TooLate, deadline
from helpers.engine.course import course
from helpers.engine.sandbox.call_graph import is_of_course, used_by, uses
from helpers.engine.sandbox.channel import ProtocolError, field
from helpers.engine.sandbox.codec import Callback, GeneratorState

MAX_SECONDS = 10  # for one call
MAX_MEMORY = 256 << 20  # bytes that one call may take: several times what a message can bring
MAX_ERROR_TEXT = 2000


class RpcServer:
    """Answers the calls of one worker. `withheld` are the functions that the worker has as proxies, by address.

    `solution` is the one under test, `used` what it and its cases use, `unlocked` the solutions of exercises
    that are over; the last two are {id: object}. A call may take at most `memory` bytes.
    """

    def __init__(self, withheld, memory=MAX_MEMORY):
        self.withheld, self.unlocked, self.used, self.solution = withheld, {}, {}, None
        self.memory = min(memory, MAX_MEMORY)

    def start_exercise(self, exercise):
        """From now on answer for this exercise."""
        self.solution = inspect.unwrap(exercise.solution)
        self.used = used_by(exercise)

    def unlock(self, exercise):
        """From now on allow the solution of an exercise that is over: the course goes on with it."""
        function = inspect.unwrap(exercise.solution)
        self.unlocked[id(function)] = function

    def allows(self, item):
        """Return whether the worker may use an object of the course now."""
        if item is self.solution:
            return False
        return id(item) in self.used or id(item) in self.unlocked and not self.uses_solution(item)

    def uses_solution(self, item):
        """Return whether a function uses the solution under test: with chosen arguments it could give its values."""
        return isinstance(item, types.FunctionType) and id(self.solution) in uses(item)

    def answer(self, channel, request, seconds_left):
        """Answer one call over the channel; `seconds_left()` are the seconds until the worker's time is over."""
        address = field(request, "call", str)
        function = self.withheld.get(address)
        if function is None or not self.allows(function):
            error = ("NotImplementedError", f"{address.partition(':')[2]} is {NOT_WRITTEN}")
            return channel.send({"raised": error, "generators": (), "written": ()}, seconds_left())
        generators, arrays = [], []
        context = (generators, arrays, channel, seconds_left)
        args = self.incoming(field(request, "args", list), *context)
        kwargs = self.incoming(field(request, "kwargs", dict), *context)
        before = [array.copy() for array in arrays]
        reply = attempt(function, args, {str(name): value for name, value in kwargs.items()}, self.memory)
        pairs = enumerate(zip(before, arrays, strict=True))
        reply["written"] = [(n, new) for n, (old, new) in pairs if old.tobytes() != new.tobytes()]
        channel.send({**reply, "generators": tuple(map(GeneratorState.of, generators))}, seconds_left())

    def incoming(self, value, generators, arrays, channel, seconds_left):
        """Return an argument from the worker as the course's function takes it.

        Generators and arrays in it are appended to the lists, in the order in which they came.
        """
        context = (generators, arrays, channel, seconds_left)
        if isinstance(value, np.ndarray):
            arrays.append(value)
        if isinstance(value, GeneratorState):
            generators.append(restored(value))
            return generators[-1]
        if isinstance(value, Named):
            return self.named(value)
        if isinstance(value, Callback):
            return self.callback(value.number, channel, seconds_left)
        if isinstance(value, (list, tuple)):
            return type(value)(self.incoming(item, *context) for item in value)
        if isinstance(value, dict):
            return {key: self.incoming(item, *context) for key, item in value.items()}
        return value

    def named(self, name):
        """Return the object of the course at an address, if the worker may use it now."""
        module, _, item = name.address.partition(":")
        found = vars(sys.modules.get(module, types)).get(item) if course().owns(module) else None
        return found if is_of_course(found) and self.allows(found) else Foreign("function")

    def callback(self, number, channel, seconds_left):
        """Return a function that calls the learner's in the worker, which may make calls of its own meanwhile."""

        def function(*args):
            channel.send({"callback": number, "args": plain(list(args))}, seconds_left())
            while "call" in (reply := channel.receive(seconds_left())):
                self.answer(channel, reply, seconds_left)
            if "failed" in reply:
                raise RuntimeError(f"the function raised {str(reply['failed'])[:100]}")
            return field(reply, "returned")

        return function


def attempt(function, args, kwargs, memory=MAX_MEMORY):
    """Call a function with whatever arguments; return {"value": ..., "raised": None or (type, message)}."""
    try:
        with deadline(MAX_SECONDS), memory_limit(memory), np.errstate(all="ignore"):
            return {"value": plain(function(*args, **kwargs)), "raised": None}
    except (ProtocolError, TimeoutError):
        raise  # from a callback: the worker broke the protocol or its time is over
    except TooLate:
        error = ("RuntimeError", f"{function.__name__} took more than {MAX_SECONDS} seconds")
    except Exception as raised:
        error = (type(raised).__name__, str(raised)[:MAX_ERROR_TEXT])
    return {"value": None, "raised": error}


@contextlib.contextmanager
def memory_limit(size):
    """Raise MemoryError if the block takes more than `size` bytes, on Linux: arguments may broadcast to any size."""
    try:
        import resource

        with open("/proc/self/statm") as file:
            taken = int(file.read().split()[0]) * resource.getpagesize()
        soft, hard = resource.getrlimit(resource.RLIMIT_AS)
        most = min([taken + size, *(limit for limit in (soft, hard) if limit != resource.RLIM_INFINITY)])
        resource.setrlimit(resource.RLIMIT_AS, (most, hard))
    except (ImportError, OSError, ValueError):
        yield
        return
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def restored(state):
    """Return a random generator in a state; raise `ProtocolError` if it is none."""
    try:
        return state.restore(np.random.default_rng(0))
    except (ValueError, TypeError, OverflowError):
        raise ProtocolError("a malformed generator state") from None
