"""A case as a learner reads it: its arguments, what was expected and what was returned, shortened if need be."""

import inspect

import numpy as np

from helpers.engine.check.compare import LAYERED, equal, names_of_parts, names_within, parts_of
from helpers.engine.check.exercise import Named
from helpers.engine.check.plain_data import NUMERIC, show, show_argument

MOST_IN_FULL = 2  # lines of a result; of a longer one with parts, only the first part that differs is shown
MOST_LINES = 200  # of anything
MORE = "…"  # stands for what is left out


def case_lines(exercise, judged, most):
    """Return the lines of a case as text, at most `most` for each argument and value; None shows all of them."""
    outcome, label = judged.outcome, ""
    rows = [(f"{name} = ", argument(value)) for name, value in judged.case.args.items()]
    expected, actual = show(judged.expected), show(outcome.value)
    if not (outcome.raised or outcome.late or expected == actual):
        if most is not None and expected.count("\n") >= MOST_IN_FULL:
            label, *values = first_difference(exercise, judged.expected, outcome.value)
            expected, actual = map(show, values) if label else (expected, actual)
        labels = [f"expected {label} ", f"yours {label} "] if label else ["expected  ", "yours     "]
        width = max(map(len, labels))
        rows += [(labels[0].ljust(width), expected)] if judged.expected is not None else []
        rows.append((labels[1].ljust(width), actual))
    return "\n".join(cut(label, text, most) for label, text in rows)


def cut(label, text, most):
    """Return a labeled text with at most `most` lines, the last of which says that there is more."""
    lines, most = f"{label}{text}".split("\n"), min(most or MOST_LINES, MOST_LINES)
    if len(lines) > most:
        lines = [*lines[: most - 1], MORE] if most > 1 else [f"{lines[0]} {MORE}"]
    return f"\n{' ' * len(label)}".join(lines)


def argument(value):
    """Return an argument as text; a function with the first sentence of its docstring."""
    text = show_argument(value)
    if not isinstance(value, Named):
        return text
    made = value.make()
    about = (inspect.getdoc(made) or "").splitlines()[:1] if inspect.isfunction(made) else []
    return f"{text}  ({about[0].removeprefix('Return ').rstrip('.')})" if about else text


def first_difference(exercise, expected, actual):
    """Return (label, expected, actual) of the first part that differs, as deep as it goes; "" is all of it."""
    label, names = "", exercise.returns
    while isinstance(expected, (tuple, list, dict)):
        labels, inner, pairs = parts(expected, actual, names)
        differing = (i for i, pair in enumerate(pairs) if not equal(*pair, exercise.rtol, exercise.atol))
        i = next(differing, None)
        if i is None:
            break
        label = labels[i] if not labels[i].startswith("[") else label + labels[i]
        names, (expected, actual) = inner[i], pairs[i]
    return label, expected, actual


def parts(expected, actual, names):
    """Return the labels of the parts of two values, the names within each part, and (expected, actual) of each."""
    if isinstance(expected, dict):
        alike = isinstance(actual, dict) and expected.keys() == actual.keys()
        keys = list(expected) if alike else []
        inner = [key if key in LAYERED else () for key in keys]
        return [str(key) for key in keys], inner, [(expected[key], actual[key]) for key in keys]
    found, part_names = parts_of(actual, expected, names), names_of_parts(names, len(expected))
    if found is None or len(found) != len(expected):
        return [], [], []
    labels = [name if name and isinstance(name, str) else f"[{i}]" for i, name in enumerate(part_names)]
    return labels, [names_within(name) for name in part_names], list(zip(expected, found, strict=True))


def only_number(results):
    """Return the number that every entry of every result is where several different ones are expected, or None."""
    entries = {entry for r in results for entry in entries_of(r.outcome.value)}
    expected = {entry for r in results for entry in entries_of(r.expected)}
    return entries.pop() if len(entries) == 1 and len(expected) > 1 else None


def entries_of(value):
    """Return the numbers in a value, as floats."""
    if isinstance(value, NUMERIC):
        return np.ravel(value).astype(float).tolist()
    parts = value if isinstance(value, (tuple, list)) else ()
    return [entry for part in parts for entry in entries_of(part)]
