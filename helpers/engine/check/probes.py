"""Functions that call a learner's function and report more than its result: what it modified, what memory it used.

An exercise names one: `Exercise(..., probe="in_place")`. It is called as probe(function, *arguments), and the plain
data that it returns is judged instead of the function's own result. Nothing here knows a right answer.

What measures is bound when this module is imported, before a learner's code runs: code that replaces a built-in
function, or one of NumPy's or of `tracemalloc`, does not change the measure. Nor does code that stops or resets it:
memory that was taken before the call is then missing in the peak.
"""

import builtins
import tracemalloc

import numpy as np

__builtins__ = dict(vars(builtins))  # where the functions below look up `any`, `zip` and others

OVERHEAD = 98_304  # bytes of Python objects and of NumPy's own buffers (74,808 in NumPy 1.26)
TAKEN = (
    OVERHEAD - 1024
)  # bytes that are taken and given back before the call, so that the peak is at least these
TRACEMALLOC = (tracemalloc.start, tracemalloc.get_traced_memory, tracemalloc.stop)


def bytes_needed(call, measure=TRACEMALLOC, taken=TAKEN, overhead=OVERHEAD):
    """Return (what a call returns, the bytes at the peak if it made new arrays or touched the measure, else 0)."""
    start, traced_memory, stop = measure
    start()
    try:
        bytearray(taken)
        returned = call()
        peak = traced_memory()[1]
    finally:
        stop()
    return returned, 0 if taken <= peak < overhead else max(1, peak)


def in_place(function, *arguments, shares_memory=np.shares_memory):
    """Call a function that may write into its first argument; return its result, and the argument afterwards.

    "returned in new memory" says whether the result is an array that shares no memory with the argument.
    """
    first, returned = arguments[0], function(*arguments)
    new = isinstance(returned, np.ndarray) and not shares_memory(returned, first)
    return {"returned": returned, "first argument afterwards": first, "returned in new memory": new}


def frugal(function, X, Y, parameters, buffers, *others, needed=bytes_needed):
    """Run two steps that write into `parameters`; return these arrays, and the peak memory of the second step.

    "others" are the other arguments that are arrays, as they are afterwards.
    """
    held = [tuple(layer) for layer in parameters]
    function(X, Y, parameters, buffers, *others)  # the first step may fill caches of Python and NumPy
    _, size = needed(lambda: function(X, Y, parameters, buffers, *others))
    replaced = any(
        a is not b for old, new in zip(held, parameters, strict=True) for a, b in zip(old, new, strict=True)
    )
    return {
        "parameters": parameters,
        "arrays replaced": replaced,
        "bytes of new arrays": size,
        "others": [array for array in others if isinstance(array, np.ndarray)],
    }


def refusal(function, *arguments):
    """Return whether an assert stopped the call, and what it returned if none did. Other errors pass through."""
    try:
        return {"stopped by an assert": False, "returned": function(*arguments)}
    except AssertionError:
        return {"stopped by an assert": True, "returned": None}


def in_place_frugal(function, *arguments, needed=bytes_needed, observe=in_place):
    """Do what `in_place` does, and say whether the call needed memory for new arrays."""
    observed, size = needed(lambda: observe(function, *arguments))
    return {**observed, "new arrays": size > 0}


PROBES = {"in_place": in_place, "in_place_frugal": in_place_frugal, "frugal": frugal, "refusal": refusal}
