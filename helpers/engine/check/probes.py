"""Functions that call a learner's function and report more than its result: what it modified, what memory it used.

An exercise names one: `Exercise(..., probe="in_place")`. It is called as probe(function, *arguments), and the plain
data that it returns is judged instead of the function's own result. Nothing here knows a right answer.
"""

import tracemalloc

import numpy as np

OVERHEAD = 98_304  # bytes of Python objects and of NumPy's own buffers (74,808 in NumPy 1.26)


def in_place(function, *arguments):
    """Call a function that may write into its first argument; return its result, and the argument afterwards.

    "returned in new memory" says whether the result is an array that shares no memory with the argument.
    """
    first, returned = arguments[0], function(*arguments)
    new = isinstance(returned, np.ndarray) and not np.shares_memory(returned, first)
    return {"returned": returned, "first argument afterwards": first, "returned in new memory": new}


def frugal(function, X, Y, parameters, buffers, *others):
    """Run two steps that write into `parameters`; return these arrays, and the peak memory of the second step.

    "others" are the other arguments that are arrays, as they are afterwards.
    """
    held = [tuple(layer) for layer in parameters]
    function(X, Y, parameters, buffers, *others)  # the first step may fill caches of Python and NumPy
    tracemalloc.start()
    try:
        function(X, Y, parameters, buffers, *others)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    replaced = any(
        a is not b for old, new in zip(held, parameters, strict=True) for a, b in zip(old, new, strict=True)
    )
    return {
        "parameters": parameters,
        "arrays replaced": replaced,
        "bytes of new arrays": 0 if peak < OVERHEAD else peak,
        "others": [array for array in others if isinstance(array, np.ndarray)],
    }


def in_place_frugal(function, *arguments):
    """Do what `in_place` does, and say whether the call needed memory for new arrays."""
    tracemalloc.start()
    try:
        observed = in_place(function, *arguments)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    return {**observed, "new arrays": peak >= OVERHEAD}


PROBES = {"in_place": in_place, "in_place_frugal": in_place_frugal, "frugal": frugal}
