"""What the cases of a wrong answer have in common where no reason is known: right parts, and a direction."""

import numpy as np

from helpers.engine.check import words
from helpers.engine.check.compare import equal, names_of_parts, names_within, parts_of
from helpers.engine.check.plain_data import NUMERIC, only_number

MOST_NAMES = 8  # of parts in a sentence
FEWEST = 2  # wrong numbers that lie on one side


def in_common(exercise, results):
    """Return sentences about what all cases have in common; none where there is nothing."""
    if any(r.outcome.raised or r.outcome.late for r in results):
        return []
    value = only_number([r.expected for r in results], [r.outcome.value for r in results])
    if value is not None:
        return [words.ONLY_NUMBER.format(value=f"{value:.6g}")]
    parts = [named_parts(exercise, r.expected, r.outcome.value) for r in results]
    if all(parts):
        right, wrong = {}, {}
        for name, (expected, actual) in (item for some in parts for item in some.items()):
            (right if equal(expected, actual, exercise.rtol, exercise.atol) else wrong)[name] = None
        right = [name for name in right if name not in wrong]
        said = []
        if right and wrong and len(right) + len(wrong) <= MOST_NAMES:
            said.append(words.PARTS_RIGHT.format(right=words.listed(right), wrong=words.listed(wrong)))
        pairs = [some[first] for some in parts if wrong and (first := next(iter(wrong))) in some]
        return said + one_sided(exercise, words.listed([next(iter(wrong))]), pairs) if wrong else said
    return one_sided(exercise, words.ONE_RESULT, [(r.expected, r.outcome.value) for r in results])


def named_parts(exercise, expected, actual):
    """Return {name: (expected, actual)} of the parts of a result that have names; {} where the form is another."""
    if not isinstance(expected, (tuple, list)) or not exercise.returns or exercise.view is not None:
        return {}
    parts = dict(parts_within(exercise.returns, "", expected, actual))
    return {} if "" in parts else parts


def parts_within(names, name, expected, actual):
    """Yield (name, (expected, actual)) of the innermost parts; a list of numbers is one part."""
    found = None
    if isinstance(expected, (tuple, list)) and any(map(has_parts, expected)):
        found = parts_of(actual, expected, names)
    elif not name and isinstance(expected, tuple):
        found = parts_of(actual, expected, names)
    if found is None or len(found) != len(expected):
        yield name, (expected, actual)
        return
    for i, (label, e, a) in enumerate(
        zip(names_of_parts(names, len(expected)), expected, found, strict=True)
    ):
        known = label if isinstance(label, str) and label else f"{name}[{i}]" if name else ""
        called = f"({', '.join(label)})" if isinstance(label, tuple) else known
        yield from parts_within(names_within(label), called, e, a)


def has_parts(value):
    """Return whether a value is no single number."""
    return isinstance(value, (tuple, list)) or isinstance(value, np.ndarray) and value.ndim > 0


def one_sided(exercise, subject, pairs):
    """Return a sentence in a list if all numbers that differ are too large, or all too small."""
    gaps = [gap for pair in pairs for gap in gaps_of(exercise, *pair)]
    if len(gaps) < FEWEST or any(gap is None for gap in gaps):
        return []
    if len({gap > 0 for gap in gaps}) > 1:
        return []
    yes_or_no = all(isinstance(e, bool | np.bool_) for e, _ in pairs)
    larger, smaller = (
        (words.TRUE_FOR_FALSE, words.FALSE_FOR_TRUE) if yes_or_no else (words.TOO_LARGE, words.TOO_SMALL)
    )
    return [(larger if gaps[0] > 0 else smaller).format(subject=subject)]


def gaps_of(exercise, expected, actual):
    """Return how far the numbers of a value are too large where they differ; [None] where that cannot be said."""
    if not (isinstance(expected, NUMERIC) and isinstance(actual, NUMERIC)):
        return [None]
    e, a = np.asarray(expected, float), np.asarray(actual, float)
    if e.shape != a.shape or not (np.isfinite(e).all() and np.isfinite(a).all()):
        return [None]
    return [] if equal(e, a, exercise.rtol, exercise.atol) else [g for g in (a - e).ravel().tolist() if g]
