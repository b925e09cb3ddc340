"""Course functions that call a learner's function and say more than its result: what it changed, what memory it took.

An exercise names one: `Exercise(..., probe="in_place")`. It is called as probe(function, *arguments) and returns plain
data, which is judged in place of the function's own result. Nothing here knows a right answer.
"""

import tracemalloc

OVERHEAD = 98_304  # bytes of Python objects and of scratch paper that NumPy takes for itself (74,808 in 1.26)


def in_place(function, *arguments):
    """Return {"returned": ..., "first argument afterwards": ...} of a call that may write into its first argument."""
    returned = function(*arguments)
    return {"returned": returned, "first argument afterwards": arguments[0]}


def frugal(function, X, Y, parameters, buffers, *others):
    """Return the parameters after two steps, and the bytes of new arrays that the second step held at its height."""
    function(X, Y, parameters, buffers, *others)
    tracemalloc.start()
    try:
        function(X, Y, parameters, buffers, *others)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    return {"parameters": parameters, "bytes of new arrays": 0 if peak < OVERHEAD else peak}


PROBES = {"in_place": in_place, "frugal": frugal}
