"""Inside the sealed process: the course's functions that are under test stay in the grader and are asked there.

The grader answers only where the course's own solution would use the function too, or after the learner's was
judged wrong; else the function is "not written yet". A judged function that answers nothing later is taken in instead.
"""

import builtins
import contextlib
import signal
import sys
import types

import numpy as np

from helpers.engine.check.exercise import Named
from helpers.engine.check.plain_data import plain
from helpers.engine.check.run import NOT_WRITTEN
from helpers.engine.sandbox import received
from helpers.engine.sandbox.generator_state import Callback, Dice

channel = None  # to the grader, once there is one
package = None  # the course's; it is set when the process starts
own = {}  # by address, the learner's functions that were judged right, and the course's that were taken in


def elsewhere(address):
    """Return the function that asks for a function of the course by its address."""

    def function(*args, **kwargs):
        if address in received.gifts:
            own.setdefault(address, received.unpacked(address))
        return own[address](*args, **kwargs) if address in own else ask(address, args, kwargs)

    function.__name__ = address.partition(":")[2]
    return function


def ask(address, args, kwargs):
    """Return what the course's function gives, or raise what it raises."""
    if channel is None:
        raise NotImplementedError(f"{address} is {NOT_WRITTEN}")
    functions, dice, arrays, told = [], [], [], []
    with undisturbed():
        outward = [carried(value, functions, dice, arrays) for value in (list(args), dict(kwargs))]
        channel.send({"ask": address, "args": outward[0], "kwargs": outward[1]})
        while "callback" in (answer := channel.receive()):
            told.append(call_back(functions[answer["callback"]], answer["args"]))
    if told and told[-1] is not None:
        raise told[-1]
    for rng, state in zip(dice, answer["dice"], strict=True):
        state.set(rng)
    for number, after in answer["written"]:
        arrays[number][...] = after
    if answer["raised"]:
        raise error_named(*answer["raised"])
    return answer["value"]


def call_back(function, args):
    """Call a learner's function for the grader; return what it raised, or None."""
    try:
        with disturbed():
            value = plain(function(*args))
        channel.send({"returned": value})
        return None
    except BaseException as error:
        channel.send({"failed": type(error).__name__})
        return error


def carried(value, *found):
    """Return an argument as it goes out: data, an address of the course's, a callback, the state of a generator.

    `found` are the lists that take the learner's functions, generators and arrays on the way.
    """
    functions, dice, arrays = found
    if type(value) is np.ndarray:
        arrays.append(value)
        return plain(value)
    if isinstance(value, np.random.Generator):
        dice.append(value)
        return Dice.of(value)
    if (callable(value) or hasattr(value, "_fields")) and (address := address_of(value)):
        return Named(address)
    if callable(value):
        functions.append(value)
        return Callback(len(functions) - 1)
    if type(value) in (list, tuple):
        return type(value)(carried(item, *found) for item in value)
    if type(value) is dict:
        return {key: carried(item, *found) for key, item in value.items()}
    return plain(value)


def address_of(value):
    """Return the address of an object of the course's, or None."""
    for name, module in list(sys.modules.items()):
        if name.startswith(f"{package}.") and isinstance(module, types.ModuleType):
            found = next((key for key, item in vars(module).items() if item is value), None)
            if found:
                return f"{name}:{found}"
    return None


def error_named(kind, message):
    """Return an error of a built-in kind."""
    error = getattr(builtins, kind, RuntimeError)
    proper = isinstance(error, type) and issubclass(error, Exception)
    return (error if proper else RuntimeError)(message)


def undisturbed():
    """Return a context in which no alarm breaks into a message."""
    return masked("SIG_BLOCK")


def disturbed():
    """Return a context in which the alarm rings again."""
    return masked("SIG_UNBLOCK")


@contextlib.contextmanager
def masked(how):
    """Block or unblock the alarm, where the system has one."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(getattr(signal, how), [signal.SIGALRM])
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
