"""The linear half of one layer, back."""

from helpers.deep_network import linear_backward
from helpers.engine.check import Case, Exercise, Mistake


def cases(rng):
    """Yield cases from small to large."""
    for note, n, n_previous, m in (
        ("one of each", 1, 1, 1),
        ("one example", 3, 2, 1),
        ("four units read three, six examples", 4, 3, 6),
        ("everything square", 3, 3, 3),
        ("one unit", 1, 5, 4),
        ("more units than inputs", 7, 2, 5),
    ):
        A_previous, W = rng.normal(size=(n_previous, m)), rng.normal(size=(n, n_previous))
        yield Case(note, dZ=rng.normal(size=(n, m)), A_previous=A_previous, W=W)


exercise = Exercise(
    linear_backward,
    points=3,
    cases=cases,
    returns=("dA_previous", "dW", "db"),
    mistakes=(
        Mistake(
            "dW is not divided by m",
            {"@ A_previous.T / m": "@ A_previous.T"},
            why="The cost is a mean, so dW is one.",
        ),
        Mistake(
            "db is not divided by m",
            {"keepdims=True) / m": "keepdims=True)"},
            why="The cost is a mean, so db is one.",
        ),
        Mistake(
            "dA_previous is divided by m",
            {"W.T @ dZ": "W.T @ dZ / m"},
            why="dA belongs to each example by itself; the mean is taken once, in dW and db.",
        ),
        Mistake(
            "dW and db are divided by the number of units",
            {"m = dZ.shape[1]": "m = dZ.shape[0]"},
            why="Examples are columns: m is the number of columns of dZ.",
        ),
        Mistake(
            "keepdims is missing",
            {", keepdims=True": ""},
            why="Summing away an axis leaves a rank-1 array; db must be a column like b.",
        ),
        Mistake(
            "db sums over the units",
            {"axis=1": "axis=0"},
            why="db[l] has one entry a unit: sum over the examples, axis 1.",
        ),
        Mistake(
            "the factors of dW are swapped",
            {"dZ @ A_previous.T": "A_previous @ dZ.T"},
            why="dW has the shape of W, (n[l], n[l-1]): dZ first, then A_previous transposed.",
        ),
        Mistake(
            "W is not transposed",
            {"return W.T @ dZ": "return W @ dZ"},
            why="Forward, W leads from layer l−1 to layer l; its transpose leads back.",
        ),
        Mistake(
            "the results are in another order",
            {"return W.T @ dZ, dW, db": "return dW, db, W.T @ dZ"},
            why="The docstring asks for (dA_previous, dW, db).",
        ),
        Mistake(
            "A_previous is not transposed",
            {"dZ @ A_previous.T": "dZ @ A_previous"},
            why="dW = dZ A_previousᵀ / m: (n[l], m)(m, n[l-1]), so that the product adds over the examples.",
        ),
        Mistake(
            "db is dZ itself",
            {"dZ.sum(axis=1, keepdims=True) / m": "dZ"},
            why="db = dz holds for one example; for m of them db is the mean of the columns of dZ.",
        ),
        Mistake(
            "the 1/m enters db twice",
            {"dZ.sum(axis=1": "dZ.mean(axis=1"},
            why="A mean has been divided by m already.",
        ),
        Mistake(
            "db is the mean over the units as well",
            {"dZ.sum(axis=1, keepdims=True) / m": "dZ.mean()"},
            why="Each unit has its own bias: average over the examples, axis 1, only.",
        ),
        Mistake(
            "dA_previous comes from dW",
            {"W.T @ dZ": "dW.T @ dZ"},
            why="The way back leads through the weights: Wᵀ dZ.",
        ),
    ),
    hints=(
        "Z = W A_previous + b has three inputs; the chain rule gives each its gradient. Each has the shape of its own.",
        "dA_previous = Wᵀ dZ, dW = dZ A_previousᵀ / m, db = the sum of the columns of dZ, divided by m.",
        "m is the number of columns. For db, sum along axis 1 with keepdims=True. dA_previous is not divided by m.",
    ),
)
