"""Single precision that was accepted in one exercise must not make a later one wrong.

A function may calculate in float32 and be right. What a later function makes of its result has no more digits, even if
its own arrays are float64.
"""

import types
from dataclasses import replace

from helpers.engine.check.diagnosis import complaint

SINGLE = 1e-4  # the relative tolerance of single precision, as in `compare`
NAMES = {"float32", "single"}


def in_single_precision(function, seen=()):
    """Return whether a function names float32, or calls a Python function that does."""
    if not isinstance(function, types.FunctionType) or function in seen:
        return False
    codes = [function.__code__]
    for code in codes:  # grows
        codes += [constant for constant in code.co_consts if isinstance(constant, types.CodeType)]
    names = {name for code in codes for name in (*code.co_names, *code.co_consts) if isinstance(name, str)}
    used = [function.__globals__.get(name) for name in names]
    return bool(names & NAMES) or any(in_single_precision(other, (*seen, function)) for other in used)


def judged_again(exercise, results):
    """Return judged cases with the tolerance of single precision."""
    coarse = replace(exercise, rtol=max(exercise.rtol, SINGLE))
    return [r if r.right else replace(r, complaint=again(coarse, r)) for r in results]


def again(coarse, judged):
    """Return the complaint about a case with the tolerance of another exercise."""
    if judged.case.rtol is not None:
        return judged.complaint
    return complaint(coarse, judged.case, judged.outcome, judged.expected)
