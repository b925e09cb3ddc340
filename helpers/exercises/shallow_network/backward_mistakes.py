"""What goes wrong on the way back through two layers: the known mistakes of `backward`."""

from helpers.engine.check import Mistake
from helpers.exercises.families import without
from helpers.exercises.gradient_families import gradients, slopes
from helpers.shallow_network import backward

DZ1 = "(W2.T @ dZ2) * hidden.derivative(Z1)"
AFTER_DZ2 = "    dW2 = "  # the line before which dZ2 may be spoiled, however it was computed
WHY_M = "J is a mean over m examples, so every gradient is divided by m."

MISTAKES = (
    Mistake(
        "db1 and db2 lost a dimension (no keepdims)",
        {
            "db2 = np.sum(dZ2, axis=1, keepdims=True)": "db2 = np.sum(dZ2, axis=1)",
            "db1 = np.sum(dZ1, axis=1, keepdims=True)": "db1 = np.sum(dZ1, axis=1)",
        },
        why="db has the shape of b, (n, 1): keepdims=True.",
    ),
    Mistake(
        "Z1 and A1 are taken out of the cache in the wrong order",
        {"Z1, A1, A2 = cache": "A1, Z1, A2 = cache"},
        why="The cache is (Z1, A1, A2), in this order.",
        alone=True,
    ),
    Mistake("the sign of dZ2 is turned", {"A2 - Y": "Y - A2"}, why="dz = a − y, output minus label."),
    Mistake(
        "dZ2 has the slope of the sigmoid once too often",
        {AFTER_DZ2: f"    dZ2 = dZ2 * A2 * (1 - A2)\n{AFTER_DZ2}"},
        why="In a − y the slope of σ has already canceled against the loss.",
    ),
    Mistake(
        "dZ2 is dA2: the slope of the sigmoid is left out",
        {AFTER_DZ2: f"    dZ2 = dZ2 / (A2 * (1 - A2))\n{AFTER_DZ2}"},
        why="−y/a + (1 − y)/(1 − a) is dA2; times the slope a (1 − a) it is dZ2, and that is a − y.",
    ),
    Mistake(
        "the slope is 1 - A1, without the square",
        {"hidden.derivative(Z1)": "(1 - A1)"},
        why="tanh′ = 1 − a², and only for tanh.",
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
        {AFTER_DZ2: f"    dZ2 = dZ2 / m\n{AFTER_DZ2}"},
        why="It is in dZ2 already, and then once more in every dW and db.",
    ),
    Mistake(
        "the layers come out in the wrong order",
        {"return [(dW1, db1), (dW2, db2)]": "return [(dW2, db2), (dW1, db1)]"},
        why="Layer 2 is found first, but the caller wants layer 1 first, as in parameters.",
    ),
    Mistake(
        "the pairs are (dW1, dW2) and (db1, db2)",
        {"return [(dW1, db1), (dW2, db2)]": "return [(dW1, dW2), (db1, db2)]"},
        why="A pair belongs to a layer: (dW1, db1), then (dW2, db2).",
    ),
    *without(
        gradients(backward),
        "m enters squared",
        "`db1` and `db2`: an axis is lost (no keepdims)",
    ),
    *without(slopes(backward), "the slope is 1 − a, without the square"),
)
