"""A factor between what a function returns and what it should: told only where it cannot be chance."""

import numpy as np

from helpers.engine.check import words
from helpers.engine.check.compare import names_of_parts, parts_of
from helpers.engine.check.plain_data import NUMERIC

STEADY = 1e-6  # by which the factors of two cases may differ, relatively
TINY = 1e-12
SIZES = {  # (axis, power of its length): the sentence
    (1, 1): words.TIMES_COLUMNS,
    (1, -1): words.OVER_COLUMNS,
    (0, 1): words.TIMES_ROWS,
    (0, -1): words.OVER_ROWS,
}


def common_factor(exercise, results):
    """Return a sentence if a result, or a part with a name, is in every case the same factor off; else None.

    The factor is a number that two cases share, or a size of an argument.
    """
    if any(r.outcome.raised or r.outcome.late for r in results):
        return None
    for subject, pairs in pairs_of_parts(exercise, results):
        factors = [(r.case, factor_of(*pair)) for r, pair in zip(results, pairs, strict=True)]
        if any(factor is False for _, factor in factors):
            return same_offset(subject, pairs)  # the first part that differs does not differ by a factor
        seen = [(case, factor) for case, factor in factors if factor is not None]
        if all(is_same(factor, 1) for _, factor in seen):
            continue
        values = {str(np.asarray(expected).tolist()) for expected, _ in pairs}
        shared = sentence_of(subject, seen) if len(seen) > 1 and len(values) > 1 else None
        return shared or same_offset(subject, pairs)
    return None


def same_offset(subject, pairs):
    """Return a sentence if all numbers of all cases are off by the same amount, else None."""
    if not all(isinstance(value, NUMERIC) for pair in pairs for value in pair):
        return None
    pairs = [(np.asarray(e, float), np.asarray(a, float)) for e, a in pairs]
    if any(e.shape != a.shape or not np.isfinite(e).all() or not np.isfinite(a).all() for e, a in pairs):
        return None
    gaps = np.concatenate([(a - e).ravel() for e, a in pairs])
    values = {str(e.tolist()) for e, _ in pairs}
    steady = gaps.size and len(values) > 1 and np.ptp(gaps) <= STEADY * np.abs(gaps).max()
    return words.SAME_OFFSET.format(subject=subject, offset=gaps[0]) if steady and gaps[0] else None


def pairs_of_parts(exercise, results):
    """Yield (what a part is called, its (expected, actual) in each case); the whole result if it has no parts."""
    if all(isinstance(r.expected, NUMERIC) for r in results):
        yield words.ONE_RESULT, [(r.expected, r.outcome.value) for r in results]
    elif exercise.returns and all(isinstance(r.expected, tuple) for r in results):
        names = names_of_parts(exercise.returns, len(results[0].expected))
        parts = [parts_of(r.outcome.value, r.expected, exercise.returns) for r in results]
        if all(p is not None and len(p) == len(names) for p in parts):
            for i, name in enumerate(names):
                subject = f"`{name}`" if isinstance(name, str) else words.ONE_PART_OF_IT.format(index=i)
                yield subject, [(r.expected[i], p[i]) for r, p in zip(results, parts, strict=True)]


def factor_of(expected, actual):
    """Return c if actual = c · expected, None if every c would do, False if none does."""
    if not (isinstance(expected, NUMERIC) and isinstance(actual, NUMERIC)):
        return False
    e, a = np.asarray(expected, float), np.asarray(actual, float)
    if e.shape != a.shape or not (np.isfinite(e).all() and np.isfinite(a).all()):
        return False
    nonzero = np.abs(e) > TINY
    if np.abs(a[~nonzero]).max(initial=0) > TINY:
        return False
    if not nonzero.any():
        return None
    ratios = a[nonzero] / e[nonzero]
    steady = np.ptp(ratios) <= STEADY * np.abs(ratios).max() and np.abs(ratios).max() > TINY
    return float(np.median(ratios)) if steady else False


def sentence_of(subject, seen):
    """Return the sentence for factors seen in cases, or None if they have nothing in common."""
    factors = [factor for _, factor in seen]
    if all(is_same(factor, factors[0]) for factor in factors):
        template = words.WRONG_SIGN_IN_ALL if is_same(factors[0], -1) else words.SAME_FACTOR
        return template.format(subject=subject, factor=factors[0])
    for name in seen[0][0].args:
        shapes = [
            np.shape(case.args[name]) for case, _ in seen if isinstance(case.args.get(name), np.ndarray)
        ]
        if len(shapes) < len(seen) or {len(shape) for shape in shapes} != {2}:
            continue
        for (axis, power), template in SIZES.items():
            sizes = [shape[axis] for shape in shapes]
            if all(is_same(f, size**power) for f, size in zip(factors, sizes, strict=True) if size):
                return template.format(subject=subject, name=name)
    return None


def is_same(one, other):
    """Return whether two factors are equal."""
    return abs(one - other) <= STEADY * abs(other)
