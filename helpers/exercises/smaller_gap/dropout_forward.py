"""Dropout, forward: a random mask."""

import numpy as np

from helpers.engine.check import Case, Exercise, Mistake, Seeded
from helpers.exercises.paper import numbers
from helpers.exercises.smaller_gap.masks import FIXED_NUMBER, dropped_complaint, is_pair, mask_complaint
from helpers.regularization import dropout_forward

DRAW = "(rng.random(A.shape) < keep) / np.array(keep, A.dtype)"


def cases(rng):
    """Yield activations from a few to sixty thousand, and shares from 0.2 to 1."""
    for k, (note, n, m, keep) in enumerate(
        (
            ("everything is kept", 1, 4, 1.0),
            ("half of four entries", 2, 2, 0.5),
            ("one unit", 1, 300, 0.5),
            ("one example", 200, 1, 0.7),
            ("four in five", 30, 20, 0.8),
            ("one in five", 25, 40, 0.2),
            ("sixty thousand entries", 2, 30_000, 0.5),
        )
    ):
        yield Case(note, A=np.abs(numbers(rng, n, m)) + 0.1, keep=keep, rng=Seeded(k), draws_=keep < 1)


def judge(args, expected, actual):
    """Say what is wrong with A * mask or the mask, whichever entries were dropped."""
    A, keep = args["A"], args["keep"]
    if complaint := is_pair(actual):
        return complaint
    out, mask = map(np.asarray, actual)
    if complaint := mask_complaint(mask, A, keep) or dropped_complaint(A, keep, out):
        return complaint
    different = np.abs(out - A * mask) > 1e-4 * np.abs(A) / keep
    return "The first result is not A * mask, with the mask that is returned." if different.any() else None


exercise = Exercise(
    dropout_forward,
    points=3,
    cases=cases,
    judge=judge,
    draws=True,
    equivalents={
        "rng.random(A.shape) < keep → rng.random(A.shape) <= keep": "A random number equals keep with probability 0."
    },
    mistakes=(
        Mistake(
            "the entries that are kept are not divided by keep",
            {" / np.array(keep, A.dtype)": " / np.array(1.0)"},
            why="With half of the units silent the next layer gets half as much: dividing by keep makes up for it.",
        ),
        Mistake(
            "the roles of kept and dropped are exchanged",
            {"rng.random(A.shape) < keep": "rng.random(A.shape) > keep"},
            why="An entry stays with probability keep: where rng.random is below keep.",
        ),
        Mistake(
            "whole columns are dropped",
            {"rng.random(A.shape)": "rng.random((1, A.shape[1])) + np.zeros(A.shape)"},
            why="A column is an example: it would lose all of its units at once. Draw for every entry.",
        ),
        Mistake(
            "the same units are dropped for all examples",
            {"rng.random(A.shape)": "rng.random((A.shape[0], 1)) + np.zeros(A.shape)"},
            why="Every example has its own draw: the mask has the shape of A.",
        ),
        Mistake(
            "the seed is written into the function",
            {"rng.random": "np.random.default_rng(0).random"},
            why="Every step would drop the same entries: draw from the rng that is handed in.",
        ),
        Mistake(
            "normal numbers are drawn instead of uniform ones",
            {"rng.random(A.shape)": "rng.normal(size=A.shape)"},
            why="Only a number that is uniform between 0 and 1 is below keep with probability keep.",
        ),
        *FIXED_NUMBER,
        Mistake(
            "the mask comes first",
            {"return A * mask, mask": "return mask, A * mask"},
            why="The docstring asks for (A * mask, mask).",
        ),
        Mistake(
            "the mask is not returned",
            {"return A * mask, mask": "return A * mask"},
            why="The way back needs the same mask: return it too.",
        ),
        Mistake(
            "it is divided by 1 − keep",
            {"np.array(keep, A.dtype)": "np.array(1 - keep or 1)"},
            why="The share that stays is keep; dividing by it keeps the mean what it was.",
        ),
        Mistake(
            "it is multiplied by keep",
            {") / np.array(keep, A.dtype)": ") * keep"},
            why="That makes less of what is too little already: divide by keep.",
        ),
        Mistake(
            "A is divided by keep, and the mask is not",
            {DRAW: "rng.random(A.shape) < keep", "return A * mask, mask": "return A * mask / keep, mask"},
            why="The mask that is returned must contain the factor 1/keep: the way back needs it as well.",
        ),
    ),
    hints=(
        "Draw one uniform number for every entry of A. It is below keep with probability keep.",
        "mask = (uniform < keep) / keep, entry by entry; the result is A * mask.",
        "rng.random(A.shape) draws the uniform numbers. A comparison gives True and False, which divide like 1 and 0.",
    ),
)
