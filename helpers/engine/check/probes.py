"""Functions that call a learner's function and report more than its result: what it modified, what memory it used.

An exercise names one: `Exercise(..., probe="in_place")`. It is called as probe(function, *arguments), and the plain
data that it returns is judged instead of the function's own result. Nothing here knows a right answer.

What measures is bound when this module is imported, before a learner's code runs: code that replaces a built-in
function, or one of NumPy's or of `tracemalloc`, does not change the measure.
"""

import builtins
import tracemalloc

import numpy as np

__builtins__ = dict(vars(builtins))  # where the functions below look up `any`, `zip` and others

OVERHEAD = 98_304  # bytes of Python objects and of NumPy's own buffers (74,808 in NumPy 1.26)
TRACEMALLOC = (tracemalloc.start, tracemalloc.get_traced_memory, tracemalloc.stop)


def in_place(function, *arguments, shares_memory=np.shares_memory):
    """Call a function that may write into its first argument; return its result, and the argument afterwards.

    "returned in new memory" says whether the result is an array that shares no memory with the argument.
    """
    first, returned = arguments[0], function(*arguments)
    new = isinstance(returned, np.ndarray) and not shares_memory(returned, first)
    return {"returned": returned, "first argument afterwards": first, "returned in new memory": new}


def frugal(function, X, Y, parameters, buffers, *others, measure=TRACEMALLOC):
    """Run two steps that write into `parameters`; return these arrays, and the peak memory of the second step.

    "others" are the other arguments that are arrays, as they are afterwards.
    """
    held = [tuple(layer) for layer in parameters]
    function(X, Y, parameters, buffers, *others)  # the first step may fill caches of Python and NumPy
    start, traced_memory, stop = measure
    start()
    try:
        function(X, Y, parameters, buffers, *others)
        peak = traced_memory()[1]
    finally:
        stop()
    replaced = any(
        a is not b for old, new in zip(held, parameters, strict=True) for a, b in zip(old, new, strict=True)
    )
    return {
        "parameters": parameters,
        "arrays replaced": replaced,
        "bytes of new arrays": 0 if peak < OVERHEAD else peak,
        "others": [array for array in others if isinstance(array, np.ndarray)],
    }


def refusal(function, *arguments):
    """Return whether an assert stopped the call, and what it returned if none did. Other errors pass through."""
    try:
        return {"stopped by an assert": False, "returned": function(*arguments)}
    except AssertionError:
        return {"stopped by an assert": True, "returned": None}


def in_place_frugal(function, *arguments, measure=TRACEMALLOC):
    """Do what `in_place` does, and say whether the call needed memory for new arrays."""
    start, traced_memory, stop = measure
    start()
    try:
        observed = in_place(function, *arguments)
        peak = traced_memory()[1]
    finally:
        stop()
    return {**observed, "new arrays": peak >= OVERHEAD}


PROBES = {"in_place": in_place, "in_place_frugal": in_place_frugal, "frugal": frugal, "refusal": refusal}
