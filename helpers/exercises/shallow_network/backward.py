"""The way back through both layers."""

from helpers.exercises.engine import Case, Exercise, Mistake, Named
from helpers.exercises.shallow_network.material import passed
from helpers.shallow_network import backward

DZ1 = "(W2.T @ dZ2) * hidden.derivative(Z1)"


def cases(rng):
    """Yield cases from small to large."""
    yield Case("one unit, one example", **passed(rng, 1, 1, 1, 1))
    yield Case("four hidden units, one example", **passed(rng, 3, 4, 1, 1))
    yield Case("six examples", **passed(rng, 2, 4, 1, 6))
    yield Case("as many hidden units as examples", **passed(rng, 2, 3, 1, 3))
    yield Case("two outputs", **passed(rng, 3, 5, 2, 7))
    for name in ("SIGMOID", "RELU", "LEAKY_RELU"):
        hidden = Named(f"helpers.activations:{name}")
        yield Case(f"{name} in the hidden layer", **passed(rng, 2, 5, 1, 8), hidden=hidden)


WHY_M = "J is a mean over m examples, so every gradient is divided by m."

exercise = Exercise(
    backward,
    points=4,
    cases=cases,
    returns="gradients",
    mistakes=(
        Mistake(
            "the 1/m is missing everywhere",
            {
                "dZ2 @ A1.T / m": "dZ2 @ A1.T",
                "dZ1 @ X.T / m": "dZ1 @ X.T",
                "db2 = np.sum(dZ2, axis=1, keepdims=True) / m": "db2 = np.sum(dZ2, axis=1, keepdims=True)",
                "db1 = np.sum(dZ1, axis=1, keepdims=True) / m": "db1 = np.sum(dZ1, axis=1, keepdims=True)",
            },
            why=WHY_M,
        ),
        Mistake(
            "the 1/m is missing in dW1 and dW2",
            {"dZ2 @ A1.T / m": "dZ2 @ A1.T", "dZ1 @ X.T / m": "dZ1 @ X.T"},
            why=WHY_M,
        ),
        Mistake(
            "m is the number of inputs",
            {"m = X.shape[1]": "m = X.shape[0]"},
            why="Columns are examples: m is the number of columns of X, not of rows.",
        ),
        Mistake(
            "db1 and db2 lost a dimension (no keepdims)",
            {
                "db2 = np.sum(dZ2, axis=1, keepdims=True)": "db2 = np.sum(dZ2, axis=1)",
                "db1 = np.sum(dZ1, axis=1, keepdims=True)": "db1 = np.sum(dZ1, axis=1)",
            },
            why="db has the shape of b, (n, 1): keepdims=True.",
        ),
        Mistake(
            "db1 and db2 are summed over the units as well",
            {
                "db2 = np.sum(dZ2, axis=1, keepdims=True)": "db2 = np.sum(dZ2, keepdims=True)",
                "db1 = np.sum(dZ1, axis=1, keepdims=True)": "db1 = np.sum(dZ1, keepdims=True)",
            },
            why="Each unit has its own bias: sum over the examples, axis=1, only.",
        ),
        Mistake(
            "the sign of dZ2 is turned",
            {"dZ2 = A2 - Y": "dZ2 = Y - A2"},
            why="dz = a − y, output minus label.",
        ),
        Mistake(
            "dZ2 has the slope of the sigmoid once too often",
            {"dZ2 = A2 - Y": "dZ2 = (A2 - Y) * A2 * (1 - A2)"},
            why="In a − y the slope of σ has already cancelled against the loss.",
        ),
        Mistake(
            "the slope of the hidden activation is left out",
            {DZ1: "(W2.T @ dZ2)"},
            why="dZ1 = W2ᵀ dZ2 * g1′(Z1): the chain rule passes through g1.",
        ),
        Mistake(
            "the slope is taken at A1 instead of Z1",
            {"hidden.derivative(Z1)": "hidden.derivative(A1)"},
            why="g1′ is a function of z: hidden.derivative(Z1).",
        ),
        Mistake(
            "the slope is 1 - A1, without the square",
            {"hidden.derivative(Z1)": "(1 - A1)"},
            why="tanh′ = 1 − a², and only for tanh.",
        ),
        Mistake(
            "the slope is that of tanh whatever `hidden` says",
            {"hidden.derivative(Z1)": "(1 - A1**2)"},
            why="g1′ is hidden.derivative.",
        ),
        Mistake(
            "`@` stands where `*` belongs in dZ1",
            {DZ1: "(W2.T @ dZ2) @ hidden.derivative(Z1)"},
            why="Each unit of each example has its own slope: entry by entry, *.",
        ),
        Mistake(
            "W2 is not transposed",
            {"W2.T @ dZ2": "W2 @ dZ2"},
            why="Forward W2 leads from layer 1 to 2, W2ᵀ leads back.",
        ),
        Mistake(
            "dW2 reads Z1 instead of A1",
            {"dZ2 @ A1.T": "dZ2 @ Z1.T"},
            why="Layer 2 was fed A1, so dW2 = dZ2 A1ᵀ / m.",
        ),
        Mistake(
            "dW1 reads A1 instead of X",
            {"dZ1 @ X.T": "dZ1 @ A1.T"},
            why="Layer 1 was fed X, so dW1 = dZ1 Xᵀ / m.",
        ),
        Mistake(
            "the 1/m enters twice",
            {"dZ2 = A2 - Y": "dZ2 = (A2 - Y) / m"},
            why="It is in dZ2 already, and then once more in every dW and db.",
        ),
        Mistake(
            "the layers come out in the wrong order",
            {"return [(dW1, db1), (dW2, db2)]": "return [(dW2, db2), (dW1, db1)]"},
            why="Layer 2 is found first, but the caller wants layer 1 first, as in parameters.",
        ),
    ),
    hints=(
        "Walk back through the four lines of forward; each name gets a d in front, and dW has the shape of W.",
        "dZ2 = A2 − Y; dW2 = dZ2 A1ᵀ / m; db2 = Σ dZ2 / m; dZ1 = W2ᵀ dZ2 * g1′(Z1); then dW1, db1 with X for A1.",
        "Sum with np.sum(..., axis=1, keepdims=True); the slope multiplies entry by entry, with *; all else is @.",
    ),
)
