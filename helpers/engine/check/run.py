"""Running a learner's function on one case, whatever it does: return, raise, print, hang, change its inputs.

Nothing here knows the right answer. What comes back is plain data, so that another process can carry it.
"""

import time
import traceback
from dataclasses import dataclass
from functools import partial

import numpy as np

from helpers.engine.check.conditions import Conditions
from helpers.engine.check.plain_data import made, plain, unchanged
from helpers.engine.check.probes import PROBES
from helpers.engine.check.timeout import TooLate

NOT_WRITTEN = "not written yet"
WARN = {"divide": "warn", "over": "warn", "invalid": "warn"}  # NumPy's own way, whatever the notebook has set


@dataclass(frozen=True)
class Outcome:
    """What happened when a function was called.

    `value` is plain data; `raised` is None or (type, message, trimmed traceback); `changed` names the
    arguments that are not what they were; `printed` is what the function printed; `late` means stopped.
    """

    value: object = None
    raised: tuple = None
    changed: tuple = ()
    warned: tuple = ()
    printed: str = ""
    late: bool = False
    seconds: float = 0.0

    @property
    def unwritten(self):
        """Whether the function is still the empty one that the notebook came with."""
        return bool(self.raised) and self.raised[0] == "NotImplementedError" and NOT_WRITTEN in self.raised[1]


def run(function, case, seconds=5.0, probe=None):
    """Call `function` on copies of a case's arguments, by way of a probe if one is named; return the `Outcome`."""
    with Conditions() as under:
        return run_under(under, function, case, seconds, probe)


def run_under(under, function, case, seconds=5.0, probe=None):
    """Do what `run` does, under conditions that serve for many calls."""
    call = function if probe is None else partial(PROBES[probe], function)
    args = {name: made(value) for name, value in case.args.items()}
    value, raised, late = None, None, False
    under.renew()
    started = time.perf_counter()
    try:
        with np.errstate(**WARN), under.deadline(seconds):
            value = plain(call(*args.values()))
    except TooLate:
        late = True
    except (Exception, SystemExit) as error:
        raised = (type(error).__name__, str(error), trimmed(error, function))
    return Outcome(
        value=value,
        raised=raised,
        changed=tuple(name for name in args if not unchanged(case.args[name], args[name])),
        warned=tuple(str(w.message) for w in under.caught if issubclass(w.category, RuntimeWarning)),
        printed=under.printed.text(),
        late=late,
        seconds=time.perf_counter() - started,
    )


def trimmed(error, function):
    """Return the learner's own lines of a traceback, then the error, as text."""
    home = getattr(function, "home", getattr(getattr(function, "__code__", None), "co_filename", None))
    frames = [
        f
        for f in traceback.extract_tb(error.__traceback__)
        if f.filename == home or "ipykernel" in f.filename
    ]
    lines = [f"  line {frame.lineno} of {frame.name}: {(frame.line or '').strip()}" for frame in frames]
    return "\n".join([*lines[-4:], f"{type(error).__name__}: {error}"])
