"""Judging what dropout has drawn: any mask will do that has the right entries, in the right share."""

import numpy as np

from helpers.engine.check import Mistake
from helpers.engine.check.plain_data import kind_of

MANY = 50_000  # entries, of which exactly the expected number is hardly ever kept
FIXED_NUMBER = [
    Mistake(
        "the number of entries that are kept is fixed",
        {"rng.random(A.shape) < keep": chosen},
        why="Every entry is drawn by itself, so the number of those that stay is left to chance.",
    )
    for chosen in (
        "rng.permutation(A.size).reshape(A.shape) < keep * A.size",
        "rng.random(A.size).argsort().argsort().reshape(A.shape) < keep * A.size",
        "np.isin(np.arange(A.size), rng.choice(A.size, int(keep * A.size), replace=False)).reshape(A.shape)",
        "rng.random(A.shape).argsort(axis=0).argsort(axis=0) < keep * A.shape[0]",
        "rng.random(A.shape).argsort(axis=1).argsort(axis=1) < keep * A.shape[1]",
    )
]


def dropped_complaint(A, keep, out):
    """Say why `out` cannot be A with each entry kept with probability `keep` and divided by it; None if it can."""
    if isinstance(out, tuple):
        return f"The result should be one array, that of `A` after dropout; found {kind_of(out)}."
    out = np.asarray(out)
    if out.shape != A.shape:
        return f"The result has shape {out.shape}; expected {A.shape}, that of `A`."
    kept, wanted = out != 0, A / keep
    wrong = kept & (np.abs(out - wanted) > 1e-4 * np.abs(wanted))
    if wrong.any():
        at = tuple(int(i) for i in np.argwhere(wrong)[0])
        return (
            f"At index {at} stands {out[at]:.4g}, where `A` has {A[at]:.4g}: an entry that is kept is divided by "
            f"keep, so it should be {wanted[at]:.4g} or 0."
        )
    return share_complaint(kept, keep)


def share_complaint(kept, keep):
    """Say that too many or too few entries are kept, or that they were not drawn one by one; None if all is well."""
    if keep == 1:
        return None if kept.all() else "With keep = 1 every entry is kept."
    if kept.size < 100:
        return None
    spread = np.sqrt(keep * (1 - keep) / kept.size)
    if abs(kept.mean() - keep) > 5 * spread:
        return f"Of {kept.size} entries {kept.mean():.0%} were kept; expected about {keep:.0%}."
    rows, columns = kept.shape
    if rows > 1 and columns > 1 and ((kept == kept[:1]).all() or (kept == kept[:, :1]).all()):
        return "All rows, or all columns, lost the same entries: draw for every entry of `A` by itself."
    return fixed_number_complaint(kept, keep)


def fixed_number_complaint(kept, keep):
    """Say that the number of kept entries was chosen, in all or in each row or column, and not drawn; or None."""
    rows, columns = kept.shape
    if rows > 1 and columns > 1 and np.ptp(kept.sum(axis=0)) == 0:
        return "In every column the same number of entries is kept: leave that to chance, entry by entry."
    if rows > 1 and columns > 1 and np.ptp(kept.sum(axis=1)) == 0:
        return "In every row the same number of entries is kept: leave that to chance, entry by entry."
    # Only of many entries: drawn one by one, exactly the expected number of 60,000 is kept once in 300 times.
    if kept.size >= MANY and kept.sum() == keep * kept.size:
        return (
            f"Exactly {kept.sum()} of {kept.size} entries are kept. Each entry is drawn by itself, so their number "
            "should be left to chance."
        )
    return None


def mask_complaint(mask, A, keep):
    """Say what is wrong with a mask, (n, m), or None."""
    mask = np.asarray(mask)
    if mask.shape != A.shape:
        return f"The mask has shape {mask.shape}; expected {A.shape}, that of `A`."
    entries = np.abs(np.unique(mask.astype(float)))
    if any(min(abs(e), abs(e - 1 / keep)) > 1e-4 / keep for e in entries):
        found = ", ".join(f"{e:.4g}" for e in entries[:4])
        return f"The mask has the entries {found}; expected 0 and 1/keep = {1 / keep:.4g}."
    return None


def is_pair(actual):
    """Say that a result is not a pair (A * mask, mask), or None."""
    if not isinstance(actual, (tuple, list)) or len(actual) != 2:
        return f"Expected a pair (A * mask, mask), found {kind_of(actual)}."
    return None
