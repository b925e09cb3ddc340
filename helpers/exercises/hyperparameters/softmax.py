"""Softmax, stable far out."""

import numpy as np

from helpers.engine.check import Case, Exercise, Mistake
from helpers.softmax import softmax


def cases(rng):
    """Yield columns from one of two entries to many, and entries of ±1000."""
    yield Case("one column of two", Z=np.array([[0.0], [1.0]]))
    yield Case("a column of equal entries", Z=np.full((4, 1), 3.0))
    yield Case("three classes, five examples", Z=rng.normal(size=(3, 5)))
    yield Case("as many classes as examples", Z=rng.normal(size=(4, 4)))
    yield Case("ten classes", Z=5 * rng.normal(size=(10, 7)))
    yield Case("a column with 1000 in it", Z=np.array([[1000.0, 1.0], [999.0, 2.0], [0.0, 3.0]]))
    yield Case("one column far up, one far down", Z=np.array([[1000.0, -1000.0], [998.0, -1001.0]]))
    yield Case("one entry far above the others", Z=np.array([[0.0], [1000.0], [-1000.0], [0.0]]))


exercise = Exercise(
    softmax,
    points=3,
    cases=cases,
    equivalents={
        "np.max(Z, axis=0, keepdims=True) → np.max(Z, axis=0)": "A row of shape (m,) is used for every row too.",
        "np.sum(E, axis=0, keepdims=True) → np.sum(E, axis=0)": "A row of shape (m,) is used for every row too.",
        "True → False (2)": "A row of shape (m,) is used for every row too.",
        "True → False": "A row of shape (m,) is used for every row too.",
    },
    quiet=True,
    mistakes=(
        Mistake(
            "the largest entry is not subtracted first",
            {"np.exp(Z - np.max(Z, axis=0, keepdims=True))": "np.exp(Z)"},
            why="e^1000 is beyond the largest number there is: subtract the column's maximum before exp.",
        ),
        Mistake(
            "the largest entry of all columns is subtracted",
            {"np.max(Z, axis=0, keepdims=True)": "np.max(Z)"},
            why="Next to a column near 1000 a column near −1000 becomes 0 / 0: every column needs its own maximum.",
        ),
        Mistake(
            "the sum runs along the rows",
            {"np.sum(E, axis=0, keepdims=True)": "np.sum(E, axis=1, keepdims=True)"},
            why="A column is an example: its entries must sum to 1, so sum down the column, axis=0.",
        ),
        Mistake(
            "the sum runs over the whole array",
            {"np.sum(E, axis=0, keepdims=True)": "np.sum(E)"},
            why="Every example has its own probabilities: each column sums to 1, not the whole array.",
        ),
        Mistake(
            "the exponent has the wrong sign",
            {"np.exp(Z - np.max(Z, axis=0, keepdims=True))": "np.exp(np.min(Z, axis=0, keepdims=True) - Z)"},
            why="The largest entry of Z must get the largest probability.",
        ),
        Mistake(
            "the exponentials are not divided by their sum",
            {"return E / np.sum(E, axis=0, keepdims=True)": "return E"},
            why="Probabilities sum to 1: divide every column by its sum.",
        ),
        Mistake(
            "every entry got its own sigmoid",
            "def softmax(Z):\n    return 0.5 * (1 + np.tanh(0.5 * Z))",
            why="Sigmoids do not know of each other: the entries of a column would not sum to 1.",
        ),
        Mistake(
            "the largest entry gets everything",
            "def softmax(Z):\n    return (Z == np.max(Z, axis=0, keepdims=True)) * 1.0",
            why="Softmax is the soft form of that: every class gets a share, e^z divided by the sum.",
        ),
        Mistake(
            "the mean is subtracted instead of the largest entry",
            {"np.max(Z, axis=0": "np.mean(Z, axis=0"},
            why="One entry can lie 1000 above the mean of its column. None lies above the maximum.",
        ),
        Mistake(
            "the entries are cut off instead of lowered",
            {"Z - np.max(Z, axis=0, keepdims=True)": "np.clip(Z, -500, 500)"},
            why="1000 and 999 would both become 500, and so equally likely: subtract the column's maximum.",
        ),
        Mistake(
            "the column is divided by its largest entry",
            {"Z - np.max(Z, axis=0, keepdims=True)": "Z / np.max(Z, axis=0, keepdims=True)"},
            why="Only a difference cancels in the quotient: e^(z − c) = e^z / e^c, the same for top and bottom.",
        ),
        Mistake(
            "the largest entry is subtracted above, but not below",
            {"np.sum(E, axis=0, keepdims=True)": "np.sum(np.exp(Z), axis=0, keepdims=True)"},
            why="What is done to the top of a quotient must be done to its bottom: sum the same exponentials.",
        ),
        Mistake(
            "what is not a number is made 0 afterwards",
            {
                "np.exp(Z - np.max(Z, axis=0, keepdims=True))": "np.exp(Z)",
                "E / np.sum(E, axis=0, keepdims=True)": "np.nan_to_num(E / np.sum(E, axis=0, keepdims=True))",
            },
            why="∞/∞ is where the largest probability belongs: subtract the column's maximum before exp.",
        ),
        Mistake(
            "the logarithm of softmax is returned",
            {
                "return E / np.sum(E, axis=0, keepdims=True)": "return np.log(E / np.sum(E, axis=0, keepdims=True))"
            },
            why="Probabilities lie between 0 and 1; their logarithms come in with the loss.",
        ),
        Mistake(
            "the largest entry of each row is subtracted",
            {"np.max(Z, axis=0": "np.max(Z, axis=1"},
            why="Only a number that is the same for a whole column cancels in the quotient.",
        ),
        *(
            Mistake(
                "the entries themselves are divided by their sum",
                {"return E / np.sum(E, axis=0, keepdims=True)": f"return {Z} / np.sum({Z}, axis=0)"},
                why="Entries can be negative, and their sum 0. Their exponentials are all positive: e^z first.",
                alone=True,
            )
            for Z in ("Z", "np.abs(Z)", "np.maximum(Z, 0)")
        ),
        Mistake(
            "sigmoids are divided by their sum",
            "def softmax(Z):\n    E = 0.5 * (1 + np.tanh(0.5 * Z))\n    return E / np.sum(E, axis=0)",
            why="Softmax divides exponentials, e^z, by their sum.",
            alone=True,
        ),
        *(
            Mistake(
                "the entries are cut off instead of lowered",
                {"Z - np.max(Z, axis=0, keepdims=True)": f"np.clip(Z, {low}, {limit})"},
                why="Entries above the limit would become equally likely: subtract the column's maximum.",
                alone=True,
            )
            for limit in (20, 50, 100, 200, 300, 600, 700, 709)
            for low in ("None", -limit)
        ),
        *(
            Mistake(
                f"the powers are those of {base}, not of e",
                {"np.exp(Z - np": f"np.power({base}.0, Z - np"},
                why="Softmax has powers of e: np.exp.",
                alone=True,
            )
            for base in (2, 10)
        ),
    ),
    hints=(
        "Make every entry positive with exp, then divide each column by its sum.",
        "a_k = e^(z_k − z_max) / Σ_j e^(z_j − z_max), with the sum and the maximum taken down the column.",
        "np.max(Z, axis=0, keepdims=True) is the row (1, m) of the columns' maxima; np.sum with the same "
        "arguments gives the columns' sums.",
    ),
)
