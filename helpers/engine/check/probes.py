"""Course functions that call a learner's function and say more than its result: what it changed, what memory it took.

An exercise names one: `Exercise(..., probe="in_place")`. It is called as probe(function, *arguments) and returns plain
data, which is judged in place of the function's own result. Nothing here knows a right answer.
"""

import tracemalloc

import numpy as np

OVERHEAD = 98_304  # bytes of Python objects and of scratch paper that NumPy takes for itself (74,808 in 1.26)


def in_place(function, *arguments):
    """Return what a call that may write into its first argument returned, what it left there, and where.

    "returned in new memory" is whether an array came back that is not the first argument's.
    """
    first, returned = arguments[0], function(*arguments)
    new = isinstance(returned, np.ndarray) and not np.shares_memory(returned, first)
    return {"returned": returned, "first argument afterwards": first, "returned in new memory": new}


def frugal(function, X, Y, parameters, buffers, *others):
    """Return the parameters after two steps, in the arrays that came in, and what the second step held at its height.

    "others" are the further arguments that are arrays, as they are afterwards.
    """
    held = [tuple(layer) for layer in parameters]
    function(X, Y, parameters, buffers, *others)
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


def refusal(function, *arguments):
    """Return whether an assert stopped the call, and what it returned if none did. Other errors pass through."""
    try:
        return {"stopped by an assert": False, "returned": function(*arguments)}
    except AssertionError:
        return {"stopped by an assert": True, "returned": None}


PROBES = {"in_place": in_place, "frugal": frugal, "refusal": refusal}
