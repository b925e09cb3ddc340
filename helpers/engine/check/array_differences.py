"""How two arrays differ, in a sentence; the most telling fact comes first.

Shape, not a number, a difference in the last digits, sign, factor, offset, transposition, and at last which entries.
"""

import numpy as np

from helpers.engine.check.tolerance import TINY, close


def shape_fact(expected, actual, rtol, where):
    """Say how two shapes differ."""
    said = f"{where} has shape {actual.shape}; expected {expected.shape or 'a number'}"
    if expected.ndim == 0:
        inside = "a number" if actual.size != 1 else "the number in it"
        return f"{where} is an array of shape {actual.shape}; expected {inside}."
    if actual.ndim == 0:
        return f"{where} is a number; expected an array of shape {expected.shape}."
    if expected.ndim == 2 and actual.shape == expected.shape[::-1]:
        transposed = close(expected.astype(float), actual.T.astype(float), max(rtol, 1e-6))
        return said + (
            ": it is the right result, transposed." if transposed else ": rows and columns are swapped."
        )
    if actual.size == expected.size and actual.ndim == 1 and 1 in expected.shape:
        return said + ": a rank-1 array is neither a row nor a column (`keepdims=True` or `reshape`)."
    return said + "."


def value_fact(e, a, rtol, where):
    """Say how two arrays of one shape differ."""
    if np.isnan(a).any() and not np.isnan(e).any():
        return f"{where} is not a number (nan)" + at(np.isnan(a)) + "."
    if np.isinf(a).any() and not np.isinf(e).any():
        return f"{where} is infinite" + at(np.isinf(a)) + "."
    if gap := small_gap(e, a):
        return f"{where} is nearly right, but off by {'up to ' if e.size > 1 else ''}{gap:.2g}."
    if close(e, -a, rtol):
        return f"{where} has the wrong sign" + (" everywhere." if e.ndim else ".")
    factor = constant_ratio(e, a)
    if factor is not None:
        return f"{where} is {factor:.6g} times the expected one" + (" everywhere." if e.size > 1 else ".")
    offset = a - e
    if e.size > 1 and np.ptp(offset) <= rtol * np.max(np.abs(a)):
        return f"{where} is off by {offset.flat[0]:.6g} everywhere."
    if e.ndim == 2 and e.shape[0] == e.shape[1] and close(e.T, a, rtol):
        return f"{where} is the right one, transposed."
    wrong = ~np.isclose(a, e, rtol=rtol, atol=rtol * np.max(np.abs(e[np.isfinite(e)]), initial=TINY))
    if e.size == 1:
        return f"{where} differs."
    return f"{where} differs in {wrong.sum()} of {e.size} entries, the first" + at(wrong) + "."


def small_gap(e, a):
    """Return the largest difference where it is below 1/10,000 of the largest entry, else 0."""
    if not (np.isfinite(e).all() and np.isfinite(a).all()):
        return 0.0
    gap = float(np.max(np.abs(a - e), initial=0.0))
    return gap if gap <= 1e-4 * np.max(np.abs(e), initial=0.0) else 0.0


def constant_ratio(e, a):
    """Return c where a = c·e in every entry of several that are not zero, else None."""
    nonzero = np.abs(e) > TINY
    if nonzero.sum() < 2 or not np.isfinite(a).all() or not np.isfinite(e).all():
        return None
    ratio = a[nonzero] / e[nonzero]
    steady = np.ptp(ratio) <= 1e-6 * np.abs(ratio).max() and np.abs(a[~nonzero]).max(initial=0) <= TINY
    return float(np.median(ratio)) if steady and abs(ratio.flat[0]) > TINY else None


def at(mask):
    """Return " at index (i, j)" for the first entry of a mask, nothing for a number."""
    return f" at index {tuple(int(i) for i in np.argwhere(mask)[0])}" if mask.ndim else ""
