"""Random numbers of which every order of magnitude is equally likely."""

import numpy as np

from helpers.engine.check import Case, Exercise, Mistake, Seeded
from helpers.exercises.paper import seeded
from helpers.search import log_uniform


def cases(rng):
    """Yield ranges below, above and across 1."""
    yield Case("three numbers between 0.001 and 1", low=0.001, high=1.0, n=3, rng=Seeded(0))
    yield Case("a single number", low=0.1, high=10.0, n=1, rng=seeded(rng))
    yield Case("400 learning rates", low=0.0001, high=1.0, n=400, rng=seeded(rng))
    yield Case("between 1 and 1000", low=1, high=1000, n=4000, rng=seeded(rng))
    low = float(rng.uniform(0.01, 0.02))
    yield Case("a narrow range", low=low, high=3 * low, n=400, rng=seeded(rng))


def judge(args, expected, actual):
    """Say what is wrong with the numbers: how many, where, and how spread."""
    low, high, n = args["low"], args["high"], args["n"]
    if np.shape(actual) != (n,):
        return f"Expected an array of shape ({n},), found shape {np.shape(actual)}."
    values = np.asarray(actual, dtype=float)
    if not ((values >= low * (1 - 1e-9)) & (values <= high * (1 + 1e-9))).all():
        logs = np.log(np.maximum(values, 1e-300))
        furthest = values[np.argmax(np.maximum(np.log(low) - logs, logs - np.log(high)))]
        return f"A number lies outside {low:g} … {high:g}: {furthest:.6g}."
    values = np.sort(values)
    if n >= 3 and (different := len(np.unique(values))) < max(2, n / 2):
        return (
            f"Only {different} different numbers among {n}: every number of the range is possible, and each one is "
            "drawn by itself."
        )
    if n >= 3 and np.ptp(np.diff(np.log(values))) < 1e-9:
        return "The numbers stand at equal distances, the same every time: draw them by chance, with rng."
    return spread_complaint(values, np.log(values / low) / np.log(high / low)) if n >= 100 else None


def spread_complaint(values, exponents):
    """Say where there are too many or too few of the sorted values, whose exponents run from 0 to 1, or None.

    The largest distance of two cumulative shares: chance alone exceeds 2.7 / √n once in a million (Kolmogorov).
    """
    shares = (np.arange(len(values)) + 0.5) / len(values)
    k = np.argmax(abs(shares - exponents))
    if abs(shares[k] - exponents[k]) <= 2.7 / np.sqrt(len(values)):
        return None
    return (
        f"{shares[k]:.0%} of the numbers lie below {values[k]:.3g}; with every order of magnitude equally likely "
        f"it would be about {exponents[k]:.0%}."
    )


exercise = Exercise(
    log_uniform,
    points=2,
    cases=cases,
    judge=judge,
    draws=True,
    mistakes=(
        Mistake(
            "the numbers are uniform, not their logarithms",
            {"10 ** rng.uniform(np.log10(low), np.log10(high), n)": "rng.uniform(low, high, n)"},
            why="Between 0.0001 and 1 nine in ten uniform numbers are above 0.1: make the exponent uniform.",
        ),
        Mistake(
            "the exponents are returned",
            {"10 ** rng": "rng"},
            why="After drawing the exponents raise 10 to them.",
        ),
        Mistake(
            "the limits are used as exponents",
            {"np.log10(low), np.log10(high)": "low, high"},
            why="The exponents lie between log10(low) and log10(high).",
        ),
        Mistake(
            "two bases are mixed: log10 and e",
            {"10 ** rng.uniform(np.log10(low)": "np.e ** rng.uniform(np.log10(low)"},
            why="10 undoes log10, and e undoes log: use a pair.",
        ),
        Mistake(
            "two bases are mixed: log and 10",
            {"np.log10(low), np.log10(high)": "np.log(low), np.log(high)"},
            why="10 undoes log10, and e undoes log: use a pair.",
        ),
        Mistake(
            "only whole powers are drawn",
            {
                "rng.uniform(np.log10(low), np.log10(high), n)": "np.round(rng.uniform(np.log10(low), "
                "np.log10(high), n))"
            },
            why="Exponents need not be whole: 10 ** −1.5 is as good a learning rate as 10 ** −2.",
        ),
        Mistake(
            "one number is drawn instead of n",
            {", n)": ")"},
            why="The third argument of rng.uniform says how many numbers to draw.",
        ),
        Mistake(
            "one number is drawn and repeated n times",
            {"10 ** rng": "np.ones(n) * 10 ** rng", ", n)": ")"},
            why="Each of the n numbers is drawn by itself: tell rng.uniform how many.",
        ),
        Mistake(
            "the exponents are normal, not uniform",
            {"rng.uniform(": "rng.normal("},
            why="rng.normal takes a mean and a spread, and knows no limits.",
        ),
        Mistake(
            "the seed is written into the function",
            {"rng.uniform": "np.random.default_rng(0).uniform"},
            why="Every call would give the same numbers: draw from the rng that is handed in.",
        ),
        Mistake(
            "a grid is shuffled",
            {
                "10 ** rng.uniform(np.log10(low), np.log10(high), n)": "rng.permutation(np.geomspace(low, high, n))"
            },
            why="In another order it is still the same grid every time.",
        ),
        Mistake(
            "the numbers are a grid",
            {
                "10 ** rng.uniform(np.log10(low), np.log10(high), n)": "np.logspace(np.log10(low), np.log10(high), n)"
            },
            why="A grid is the same every time; a random search draws its values by chance.",
        ),
    ),
    hints=(
        "0.001, 0.01, 0.1 and 1 are equally far apart if you count their zeros: draw the exponent.",
        "Draw u between log10(low) and log10(high), uniformly; the number is 10 to the power u.",
        "rng.uniform(first, last, n) draws n numbers at once; 10 ** array works entry by entry.",
    ),
)
