"""Plain data: numbers, arrays, text, and tuples, lists and dicts of these. How it is made, copied and shown.

A learner's function gets copies of plain data, and only plain data is taken from what it returns: an object that
claims to equal everything is never compared with anything.
"""

import copy
import inspect
import types
from dataclasses import dataclass

import numpy as np

from helpers.engine.check import words
from helpers.engine.check.exercise import Named, Seeded

NUMERIC = (bool, int, float, np.generic, np.ndarray)  # real numbers and arrays of them, once they are plain
MOST_LINES_FOLDED = 200  # of anything
MORE = "…"  # stands for what is left out
IMMUTABLE = {bool, int, float, str, type(None)}
MOST_SHOWN = 8  # items of a list that is shown in full
MOST_YIELDED = 10_000  # items taken from a generator, which may be endless


@dataclass(frozen=True)
class Foreign:
    """Stands for a returned object that is neither a number, an array, text nor a container of these."""

    kind: str

    def __repr__(self):
        return f"<{self.kind}>"


def plain(value):
    """Return a value with everything but numbers, arrays, text and containers replaced by `Foreign`."""
    kind = type(value)
    if kind in IMMUTABLE or value is ...:
        large = kind is int and abs(value) >= 1 << 63
        return Foreign("int, too large for an array") if large else value
    # Exact types only: a subclass, such as np.matrix, may redefine comparison.
    if kind is np.ndarray or isinstance(value, np.generic) and kind.__module__ == "numpy":
        return np.array(value) if value.dtype.kind in "biuf" else Foreign(f"array of dtype {value.dtype}")
    if isinstance(value, (tuple, list)):
        items = [plain(item) for item in kind.__iter__(value)]
        return tuple(items) if isinstance(value, tuple) else items
    if kind is dict:
        return {key: plain(item) for key, item in value.items() if type(key) in (str, int)}
    if isinstance(value, types.GeneratorType):
        return [plain(item) for _, item in zip(range(MOST_YIELDED), value, strict=False)]
    return Foreign(kind.__name__)


def fresh(value):
    """Return a copy of an argument in which `Named` and `Seeded` are replaced by the objects they stand for."""
    kind = type(value)
    if kind is np.ndarray and not value.dtype.hasobject:
        return value.copy(order="K")
    if kind in IMMUTABLE:
        return value
    if isinstance(value, (list, tuple)):
        return kind([fresh(item) for item in value])
    if isinstance(value, dict):
        return {key: fresh(item) for key, item in value.items()}
    return value.make() if isinstance(value, (Named, Seeded)) else copy.deepcopy(value)


def kind_of(value):
    """Return a few words that say what a plain value is, for a sentence."""
    if isinstance(value, np.ndarray) and value.ndim:
        return words.AN_ARRAY.format(shape=value.shape)
    if isinstance(value, NUMERIC):
        return words.A_NUMBER
    if isinstance(value, (tuple, list, dict)):
        return words.A_CONTAINER.format(kind=type(value).__name__, n=len(value))
    if value is ...:
        return words.UNANSWERED
    if value is None:
        return "None"
    kind = getattr(value, "kind", type(value).__name__)
    return (words.AN_UNUSABLE if kind.startswith(("array of", "int,")) else words.AN_OBJECT).format(kind=kind)


def show(value, width=70):
    """Return a value as text, as a learner would print it but shortened; arrays with their shape."""
    if isinstance(value, np.ndarray) and value.ndim:
        value = value + 0.0 if value.dtype.kind == "f" else value  # turns "-0." into "0."
        text = np.array2string(
            value, precision=6, threshold=20, edgeitems=2, max_line_width=width, separator=", "
        )
        return words.WITH_SHAPE.format(text=text, shape=value.shape)
    if isinstance(value, (np.generic, np.ndarray)):
        return show(value.item())
    if isinstance(value, float):
        return f"{value + 0.0:.8g}"
    if isinstance(value, (tuple, list)):
        shown = [indented(show(item, width), 1) for item in value[:3] + value[-1:] if len(value) > MOST_SHOWN]
        shown[3:3] = [words.LEFT_OUT.format(n=len(value) - 4)] if shown else []
        shown = shown or [indented(show(item, width), 1) for item in value]
        short = sum(map(len, shown)) < width and not any("\n" in text for text in shown)
        inner = (", " if short else ",\n ").join(shown)
        inner += "," if isinstance(value, tuple) and len(value) == 1 else ""
        return f"({inner})" if isinstance(value, tuple) else f"[{inner}]"
    if isinstance(value, dict):
        return "\n".join(
            f"{key}: {indented(show(item, width), len(str(key)) + 2)}" for key, item in value.items()
        )
    return value.address.partition(":")[2] if isinstance(value, Named) else repr(value)


def show_argument(value):
    """Return an argument of a case as text: a function by its name, a random generator as the call that makes it."""
    return f"np.random.default_rng({value.seed})" if isinstance(value, Seeded) else show(value)


def indented(text, n):
    """Return text with every line after the first indented by n spaces."""
    return text.replace("\n", "\n" + " " * n)


def cut(label, text, most):
    """Return a labeled text with at most `most` lines, the last of which says that there is more."""
    lines, most = f"{label}{text}".split("\n"), min(most or MOST_LINES_FOLDED, MOST_LINES_FOLDED)
    if len(lines) > most:
        lines = [*lines[: most - 1], MORE] if most > 1 else [f"{lines[0]} {MORE}"]
    return f"\n{' ' * len(label)}".join(lines)


def described(value):
    """Return an argument as text; a function with the first sentence of its docstring."""
    text, about = show_argument(value), about_function(value)
    return f"{text}  ({about})" if about else text


def about_function(value):
    """Return what a function among the arguments returns, from its docstring; "" for another value."""
    made = value.make() if isinstance(value, Named) else None
    about = (inspect.getdoc(made) or "").partition("\n")[0] if inspect.isfunction(made) else ""
    return about.removeprefix("Return ").rstrip(".")


def only_number(expected, actual):
    """Return the number that every entry of some values is where several different ones are expected, or None."""
    found = {entry for value in actual for entry in entries_of(value)}
    wanted = {entry for value in expected for entry in entries_of(value)}
    return found.pop() if len(found) == 1 and len(wanted) > 1 else None


def entries_of(value):
    """Return the numbers in a value, as floats."""
    if isinstance(value, NUMERIC):
        return np.ravel(value).astype(float).tolist()
    parts = value if isinstance(value, (tuple, list)) else ()
    return [entry for part in parts for entry in entries_of(part)]
