"""Call a learner's function on the cases of an exercise, whatever it does: return, raise, print, hang.

Nothing here knows a right answer. An `Outcome` is plain data, so that another process can send it.
"""

import contextlib
import io
import sys
import time
import traceback
import warnings
from dataclasses import dataclass
from functools import lru_cache, partial

import numpy as np

from helpers.engine.check.exercise import Seeded
from helpers.engine.check.plain_data import fresh, plain, yielded
from helpers.engine.check.probes import PROBES
from helpers.engine.check.time_limits import TooLate, time_limits
from helpers.engine.check.words import TRACE_LINE

MOST_PRINTED = 16 << 20  # characters of one call
WARN = {"divide": "warn", "over": "warn", "invalid": "warn"}  # NumPy's default, whatever the notebook has set


@dataclass(frozen=True)
class Outcome:
    """What happened when a function was called.

    `value` is plain data; `raised` is None or (type, message, trimmed traceback); `changed` names the arguments
    that were modified; `printed` is what the function printed; `late` says that it was stopped at its time limit.
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
        """Whether the function is still the stub that the notebook came with, in whatever language."""
        return bool(self.raised) and self.raised[0] == "NotImplementedError"


def run(function, case, seconds=5.0, probe=None):
    """Call a function on fresh copies of a case's arguments, through a probe if one is named; return the `Outcome`."""
    return run_all(function, [case], seconds, probe)[0]


def run_all(function, cases, seconds=5.0, probe=None):
    """Return the `Outcome` of every case; after one that hangs, the others count as hanging and are not run."""
    arguments = [fresh(case.args) for case in cases]
    outcomes = []
    with Conditions() as conditions:
        for case, args in zip(cases, arguments, strict=True):
            outcomes.append(call(conditions, function, case, args, seconds, probe))
            if outcomes[-1].late:
                break
    return outcomes + outcomes[-1:] * (len(cases) - len(outcomes))


def run_under(conditions, function, case, seconds=5.0, probe=None):
    """Do what `run` does, under conditions that the caller has set up, and keeps for further calls."""
    return call(conditions, function, case, fresh(case.args), seconds, probe)


def call(conditions, function, case, args, seconds, probe):
    """Call a function on the arguments `args`, which are copies of the case's; return the `Outcome`."""
    target = function if probe is None else partial(PROBES[probe], function)
    value, raised, late = None, None, False
    conditions.renew()
    started = time.perf_counter()
    try:
        # What a generator yields is within the limit too: it may be endless.
        with np.errstate(**WARN), conditions.time_limit(seconds):
            value = plain(yielded(target(*args.values())))
    except TooLate:
        late = True
    except (Exception, SystemExit) as error:
        raised = (type(error).__name__, str(error), trimmed(error, function))
    return Outcome(
        value=value,
        raised=raised,
        changed=tuple([name for name in args if not unchanged(case.args[name], args[name])]),
        warned=tuple([str(w.message) for w in conditions.caught if issubclass(w.category, RuntimeWarning)]),
        printed=conditions.printed.text(),
        late=late,
        seconds=time.perf_counter() - started,
    )


def trimmed(error, function):
    """Return a traceback as text: the learner's own lines, then the error."""
    home = getattr(function, "home", getattr(getattr(function, "__code__", None), "co_filename", None))
    frames = [(f, line) for f, line in traceback.walk_tb(error.__traceback__) if is_own(f, home)]
    own = traceback.StackSummary.extract(frames)  # of these only: it reads the file of every frame
    # A comprehension has a frame of its own, in the same line.
    own = [f for f, before in zip(own, [None, *own], strict=False) if not before or f.lineno != before.lineno]
    lines = [TRACE_LINE.format(line=f.lineno, function=f.name, text=(f.line or "").strip()) for f in own]
    return "\n".join([*lines[-4:], f"{type(error).__name__}: {error}"])


def is_own(frame, home):
    """Return whether a frame runs code of the file or cell `home`, or of any cell."""
    return frame.f_code.co_filename == home or is_cell(frame.f_code.co_filename)


def is_cell(filename):
    """Return whether a file name in a traceback is one that a kernel, on a machine or in a browser, gives a cell."""
    return "ipykernel" in filename or filename.startswith("<ipython-input")


def unchanged(before, after):
    """Return whether an argument is what it was before the call; a generator is unchanged if nothing was drawn."""
    if isinstance(before, np.ndarray):
        if not isinstance(after, np.ndarray) or before.shape != after.shape or before.dtype != after.dtype:
            return False
        if before.tobytes() == after.tobytes():  # true nearly always, and faster
            return True
        return np.array_equal(before, after, equal_nan=before.dtype.kind == "f")
    if isinstance(before, (list, tuple)):
        return len(before) == len(after) and all(map(unchanged, before, after))
    if isinstance(before, dict):
        return before.keys() == after.keys() and all(unchanged(before[key], after[key]) for key in before)
    if isinstance(before, Seeded):
        return isinstance(after, np.random.Generator) and unused_state(before) == generator_state(after)
    return True  # numbers and text cannot change, functions are not inspected


@lru_cache(maxsize=1000)
def unused_state(seeded):
    """Return the state of a random generator from which nothing was drawn."""
    return generator_state(seeded.make())


def generator_state(rng):
    """Return what decides the next draws of a generator, as text, and how many generators it has spawned."""
    return str(rng.bit_generator.state), rng.bit_generator.seed_seq.n_children_spawned


class Conditions:
    """A context for one call or many: warnings and output are captured, time is limited.

    `caught` and `printed` are the warnings and the output of the last call. At exit, warnings, standard output and
    the system's timer are restored. `processor` says whether the limits are those of the processor's time.
    """

    def __init__(self, most_printed=MOST_PRINTED, processor=False):
        self.most_printed, self.processor, self.stack = most_printed, processor, contextlib.ExitStack()

    def __enter__(self):
        self.caught = self.stack.enter_context(warnings.catch_warnings(record=True))
        self.stack.enter_context(contextlib.redirect_stdout(None))
        self.time_limit = self.stack.enter_context(time_limits(self.processor))
        return self

    def __exit__(self, *error):
        return self.stack.__exit__(*error)

    def renew(self):
        """Prepare for the next call; the function before may have changed the warning filters or `sys.stdout`."""
        self.caught.clear()
        warnings.simplefilter("always")
        sys.stdout = self.printed = Printed(self.most_printed)


class Printed(io.StringIO):
    """The output of one call, up to a number of characters: a loop that prints must not fill the memory."""

    def __init__(self, most):
        super().__init__()
        self.most = self.left = most

    def write(self, text):
        """Write text; RuntimeError if there is too much."""
        self.left -= len(text)
        if self.left < 0:
            raise RuntimeError(f"more than {self.most:,} characters were printed")
        return super().write(text)

    def text(self):
        """Return everything that was written, or "" if the learner's function closed the stream."""
        return "" if self.closed else self.getvalue()
