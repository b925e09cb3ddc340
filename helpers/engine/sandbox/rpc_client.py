"""Inside the worker: proxies for the course's functions under test, which stay in the grader and are called there.

The grader decides what may be called (`rpc_server`); otherwise the function is "not written yet". A function whose
source was released, or which the learner has written correctly, is called here instead.
"""

import builtins
import contextlib
import signal
import sys
import types

import numpy as np

from helpers.engine.check.exercise import NOT_WRITTEN, Named
from helpers.engine.check.plain_data import plain
from helpers.engine.sandbox.codec import Callback, GeneratorState

channel = None  # to the grader; the worker sets it
package = None  # the course's; it is set when the process starts
local_functions = {}  # by address: the learner's functions that were judged right, and those loaded from source
released_sources = {}  # by address: {module: source} of released functions that were not called yet


def proxy(address):
    """Return a function that calls the course's function at an address, here if it is here, else in the grader."""

    def function(*args, **kwargs):
        if address in released_sources:
            local_functions.setdefault(address, load(address))
        if address in local_functions:
            return local_functions[address](*args, **kwargs)
        return call(address, args, kwargs)

    function.__name__ = address.partition(":")[2]
    return function


def add_source(address, sources):
    """Take the released source of a function and all that it uses, {module: source}."""
    released_sources[address] = sources


def load(address):
    """Return a released function, from modules that only it and what it uses can see.

    They stay out of `sys.modules`, where modules of the same names hold the proxies.
    """
    module, _, name = address.partition(":")
    sources, modules = released_sources.pop(address), {}

    def import_released(name, *arguments):
        names = arguments[2] or ()  # in `from name import names`, some may be modules themselves
        inner = {part: module_of(f"{name}.{part}") for part in names if f"{name}.{part}" in sources}
        if name in sources or inner:
            return module_of(name) if name in sources else types.SimpleNamespace(**inner)
        return builtins.__import__(name, *arguments)

    def module_of(name):
        if name not in modules:
            modules[name] = types.ModuleType(name)
            namespace = vars(modules[name])
            namespace["__builtins__"] = {**vars(builtins), "__import__": import_released}
            exec(compile(sources[name], f"<{name}>", "exec"), namespace)
        return modules[name]

    return getattr(module_of(module), name)


def call(address, args, kwargs):
    """Call a function of the course in the grader: return what it returns, or raise what it raises."""
    if channel is None:
        raise NotImplementedError(f"{address} is {NOT_WRITTEN}")
    functions, generators, arrays, errors = [], [], [], []
    with alarm_blocked():
        found = (functions, generators, arrays)
        arguments = {"args": outgoing(list(args), *found), "kwargs": outgoing(dict(kwargs), *found)}
        channel.send({"call": address, **arguments})
        while "callback" in (reply := channel.receive()):
            errors.append(call_back(functions[reply["callback"]], reply["args"]))
    if errors and errors[-1] is not None:
        raise errors[-1]
    # The call happened elsewhere: bring the caller's generators and arrays to the state it would have left them in.
    for rng, state in zip(generators, reply["generators"], strict=True):
        state.restore(rng)
    for number, after in reply["written"]:
        arrays[number][...] = after
    if reply["raised"]:
        raise error_of(*reply["raised"])
    return reply["value"]


def call_back(function, args):
    """Call a learner's function for the grader and send what it returns; return what it raised, or None."""
    try:
        with alarm_allowed():
            value = plain(function(*args))
        channel.send({"returned": value})
        return None
    except BaseException as error:
        channel.send({"failed": type(error).__name__})
        return error


def outgoing(value, functions, generators, arrays):
    """Return an argument as it is sent: plain data, an address of the course's, a callback, a generator's state.

    The learner's functions, generators and arrays in it are appended to the lists, in the order in which they are sent.
    """
    found = (functions, generators, arrays)
    if type(value) is np.ndarray:
        arrays.append(value)
        return plain(value)
    if isinstance(value, np.random.Generator):
        generators.append(value)
        return GeneratorState.of(value)
    if (callable(value) or hasattr(value, "_fields")) and (address := address_of(value)):
        return Named(address)
    if callable(value):
        functions.append(value)
        return Callback(len(functions) - 1)
    if type(value) in (list, tuple):
        return type(value)(outgoing(item, *found) for item in value)
    if type(value) is dict:
        return {key: outgoing(item, *found) for key, item in value.items()}
    return plain(value)


def address_of(value):
    """Return the address of an object of the course's, or None."""
    for name, module in list(sys.modules.items()):
        if name.startswith(f"{package}.") and isinstance(module, types.ModuleType):
            found = next((key for key, item in vars(module).items() if item is value), None)
            if found:
                return f"{name}:{found}"
    return None


def error_of(kind, message):
    """Return an error of a built-in type, or a RuntimeError if there is no such type."""
    error = getattr(builtins, kind, RuntimeError)
    known = isinstance(error, type) and issubclass(error, Exception)
    return (error if known else RuntimeError)(message)


def alarm_blocked():
    """Return a context in which the time limit does not break into a message, which would leave half of it unread."""
    return masked("SIG_BLOCK")


def alarm_allowed():
    """Return a context in which the time limit holds again."""
    return masked("SIG_UNBLOCK")


@contextlib.contextmanager
def masked(how):
    """Block or unblock the signals of the timers, if the system has them."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(getattr(signal, how), [signal.SIGALRM, signal.SIGPROF])
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
