"""Running a learner's function on one case, whatever it does: return, raise, print, hang, change its inputs.

Nothing here knows the right answer. What comes back is plain data, so that another process can carry it.
"""

import copy
import time
import traceback
import types
from dataclasses import dataclass
from functools import lru_cache, partial

import numpy as np

from helpers.exercises.conditions import Conditions
from helpers.exercises.deadlines import TooLate
from helpers.exercises.definition import Named, Seeded
from helpers.exercises.probes import PROBES

NOT_WRITTEN = "not written yet"
WARN = {"divide": "warn", "over": "warn", "invalid": "warn"}  # NumPy's own way, whatever the notebook has set
ATOMS = {bool, int, float, str, type(None)}  # need no copy


@dataclass(frozen=True)
class Foreign:
    """Stands for a returned object that is neither a number, an array, text nor a container of these."""

    kind: str

    def __repr__(self):
        return f"<{self.kind}>"


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


def made(value):
    """Return a fresh copy of an argument, with `Named` and `Seeded` made real."""
    kind = type(value)
    if kind is np.ndarray and not value.dtype.hasobject:
        return value.copy(order="K")
    if kind in ATOMS:
        return value
    if isinstance(value, (list, tuple)):
        return kind([made(item) for item in value])
    if isinstance(value, dict):
        return {key: made(item) for key, item in value.items()}
    return value.make() if isinstance(value, (Named, Seeded)) else copy.deepcopy(value)


def plain(value):
    """Return `value` with everything but numbers, arrays, text and containers replaced by `Foreign`."""
    kind = type(value)
    if kind in ATOMS or value is ...:
        large = kind is int and abs(value) >= 1 << 63
        return Foreign("int, too large for an array") if large else value
    if kind is np.ndarray or isinstance(value, np.generic) and kind.__module__ == "numpy":
        return np.array(value) if value.dtype.kind in "biuf" else Foreign(f"array of dtype {value.dtype}")
    if isinstance(value, (tuple, list)):
        items = [plain(item) for item in kind.__iter__(value)]
        return tuple(items) if isinstance(value, tuple) else items
    if kind is dict:
        return {key: plain(item) for key, item in value.items() if type(key) in (str, int)}
    if isinstance(value, types.GeneratorType):
        return [plain(item) for _, item in zip(range(10_000), value, strict=False)]
    return Foreign(kind.__name__)


def unchanged(before, after):
    """Return whether an argument is still what the case gave, a random generator too; functions are not looked at."""
    if isinstance(before, Seeded):
        return isinstance(after, np.random.Generator) and untouched(before) == dice(after)
    if isinstance(before, np.ndarray):
        if not isinstance(after, np.ndarray) or before.shape != after.shape or before.dtype != after.dtype:
            return False
        if before.tobytes() == after.tobytes():  # nearly always, and faster to find out
            return True
        return np.array_equal(before, after, equal_nan=before.dtype.kind == "f")
    if isinstance(before, (list, tuple)):
        return len(before) == len(after) and all(map(unchanged, before, after))
    if isinstance(before, dict):
        return before.keys() == after.keys() and all(unchanged(before[key], after[key]) for key in before)
    return True


@lru_cache(maxsize=1000)
def untouched(seeded):
    """Return `dice` of a random generator that was not used."""
    return dice(seeded.make())


def dice(rng):
    """Return what a random generator will draw next, as text, and how many generators have come from it."""
    return str(rng.bit_generator.state), rng.bit_generator.seed_seq.n_children_spawned


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
