"""In the grader: what is made of the answers of a sealed process, however strange the values in them."""

import numpy as np

from helpers.engine.check.diagnosis import Judged, judge, name_mistakes
from helpers.engine.check.plain_data import plain
from helpers.engine.check.run import Outcome
from helpers.engine.sandbox.channel import WireError

TOLD = {"value", "raised", "changed", "warned", "printed", "late"}


def judged(exercise, case, outcome, expected):
    """Return the `Judged` case, also where a value is too strange to be compared."""
    try:
        with np.errstate(all="ignore"):
            return judge(exercise, case, outcome, expected)
    except Exception as error:
        said = f"The result cannot be compared with the expected one ({type(error).__name__})."
        return Judged(case, outcome, expected, said)


def explained(exercise, results, seed):
    """Return the known mistakes that explain the judged cases; none where values are too strange to be compared."""
    try:
        with np.errstate(all="ignore"):
            return name_mistakes(exercise, results, seed)
    except Exception:
        return ()


def told(verdict_on, *terms):
    """Return a verdict; `WireError` where a value is too strange to be told of."""
    try:
        return verdict_on(*terms)
    except Exception as error:
        raise WireError(f"what it gave cannot be judged: {type(error).__name__}") from error


def as_outcome(message):
    """Return the `Outcome` of a message; raises `WireError` where it is not of that form."""
    if not isinstance(message, dict) or "value" not in message or not message.keys() <= TOLD:
        raise WireError("it answered nonsense")
    if len(message) == 1:
        return Outcome(value=plain(message["value"]))
    raised, texts = message.get("raised"), [message.get("printed", "")]
    changed, warned = message.get("changed", ()), message.get("warned", ())
    well = type(changed) is tuple and type(warned) is tuple and type(message.get("late", False)) is bool
    if well and raised is not None:
        well = type(raised) is tuple and len(raised) == 3
        texts += raised if well else ()
    if not well or not all(isinstance(text, str) for text in [*texts, *changed, *warned]):
        raise WireError("it answered nonsense")
    return Outcome(**{**message, "value": plain(message["value"])})
