"""Bug clinic: dropout that goes on after training, and forgets to make up for what it drops."""

import numpy as np

from helpers.engine.check import Case, Exercise, Mistake, Seeded
from helpers.exercises.paper import numbers
from helpers.exercises.smaller_gap.masks import FIXED_NUMBER, dropped_complaint
from helpers.regularization import dropout_layer

ALWAYS = Mistake(
    "units are dropped outside of training too",
    {"if training:": "if keep < 1:"},
    why="Then the network answers the same picture differently each time. Chance belongs to training alone.",
)
NO_SCALE = Mistake(
    "the entries that are kept are not divided by keep",
    {"A * mask / keep": "A * mask"},
    why="In training the next layer would get less than afterwards: dividing by keep makes the means equal.",
)


def cases(rng):
    """Yield activations in training and outside of it."""
    for k, (note, n, m, keep, training) in enumerate(
        (
            ("outside of training", 1, 4, 0.5, False),
            ("in training, everything kept", 1, 4, 1.0, True),
            ("in training, half kept", 2, 2, 0.5, True),
            ("in training, four in five", 30, 20, 0.8, True),
            ("outside of training, one in five", 20, 20, 0.2, False),
            ("in training, one in five", 20, 30, 0.2, True),
            ("in training, sixty thousand entries", 2, 30_000, 0.5, True),
        )
    ):
        A = np.abs(numbers(rng, n, m)) + 0.1
        yield Case(note, A=A, keep=keep, rng=Seeded(k), training=training, draws_=keep < 1)


def judge(args, expected, actual):
    """Say what is wrong, whichever entries were dropped."""
    A, keep = args["A"], args["keep"]
    if not args["training"] and not isinstance(actual, tuple):
        out = np.asarray(actual)
        if out.shape == A.shape and (np.abs(out - A) > 1e-4 * np.abs(A)).any():
            return "With training=False the result should be `A` as it is: nothing dropped, nothing scaled."
    return dropped_complaint(A, keep if args["training"] else 1, actual)


exercise = Exercise(
    dropout_layer,
    name="repair_dropout",
    points=2,
    cases=cases,
    judge=judge,
    draws=True,
    broken=(ALWAYS.name, NO_SCALE.name),
    equivalents={
        "rng.random(A.shape) < keep → rng.random(A.shape) <= keep": "A random number equals keep with probability 0."
    },
    mistakes=(
        ALWAYS,
        NO_SCALE,
        Mistake(
            "A is scaled outside of training too",
            {"    return A\n": "    return A * keep\n"},
            why="Scaling afterwards belongs to the other way, in which training does not divide by keep. Here it does.",
        ),
        Mistake(
            "training and its opposite are exchanged",
            {"if training:": "if not training:"},
            why="Dropout is for training; afterwards all units answer.",
        ),
        Mistake(
            "nothing is ever dropped",
            {"if training:": "if False:"},
            why="In training each entry is kept with probability keep only.",
        ),
        Mistake(
            "it is multiplied by keep",
            {"A * mask / keep": "A * mask * keep"},
            why="That makes less of what is too little already: divide by keep.",
        ),
        Mistake(
            "the mask is returned too",
            {"return A * mask / keep": "return A * mask / keep, mask / keep"},
            why="In training and outside of it, the result is one array: A after dropout.",
        ),
        Mistake(
            "the mask is returned too",
            {"return A * mask / keep": "return A * mask / keep, mask"},
            why="In training and outside of it, the result is one array: A after dropout.",
        ),
        *FIXED_NUMBER,
        Mistake(
            "the roles of kept and dropped are exchanged",
            {"rng.random(A.shape) < keep": "rng.random(A.shape) > keep"},
            why="An entry stays with probability keep: where rng.random is below keep.",
        ),
        Mistake(
            "the seed is written into the function",
            {"rng.random": "np.random.default_rng(0).random"},
            why="Every step would drop the same entries: draw from the rng that is handed in.",
        ),
        Mistake(
            "the same units are dropped for all examples",
            {"rng.random(A.shape)": "rng.random((A.shape[0], 1))"},
            why="Every example has its own draw: the mask has the shape of A.",
        ),
    ),
    hints=(
        "Call it twice with training=False: the answers should be the same. And compare the means of A and the result.",
        "Whether to drop is decided by `training` alone; what is kept is divided by keep.",
        "Two places need a change: the condition, and the product.",
    ),
)
