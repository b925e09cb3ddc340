"""What goes wrong on the way back through two layers: the known mistakes of `backward`."""

from helpers.engine.check import Mistake

DZ1 = "(W2.T @ dZ2) * hidden.derivative(Z1)"
AFTER_DZ2 = "    dW2 = "  # the line before which dZ2 may be spoiled, however it was computed
WHY_M = "J is a mean over m examples, so every gradient is divided by m."

MISTAKES = (
    Mistake(
        "the 1/m is missing everywhere",
        {"m = X.shape[1]": "m = 1"},
        why=WHY_M,
    ),
    Mistake(
        "the 1/m is missing in dW1 and dW2",
        {"dZ2 @ A1.T / m": "dZ2 @ A1.T", "dZ1 @ X.T / m": "dZ1 @ X.T"},
        why=WHY_M,
    ),
    Mistake(
        "the 1/m is missing in db1 and db2",
        {
            "db2 = np.sum(dZ2, axis=1, keepdims=True) / m": "db2 = np.sum(dZ2, axis=1, keepdims=True)",
            "db1 = np.sum(dZ1, axis=1, keepdims=True) / m": "db1 = np.sum(dZ1, axis=1, keepdims=True)",
        },
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
        "db1 and db2 are summed over the units instead of the examples",
        {
            "db2 = np.sum(dZ2, axis=1, keepdims=True)": "db2 = np.sum(dZ2, axis=0, keepdims=True)",
            "db1 = np.sum(dZ1, axis=1, keepdims=True)": "db1 = np.sum(dZ1, axis=0, keepdims=True)",
        },
        why="Rows are units, columns are examples: sum along axis=1.",
    ),
    Mistake("the sign of dZ2 is turned", {"A2 - Y": "Y - A2"}, why="dz = a − y, output minus label."),
    Mistake(
        "dZ2 has the slope of the sigmoid once too often",
        {AFTER_DZ2: f"    dZ2 = dZ2 * A2 * (1 - A2)\n{AFTER_DZ2}"},
        why="In a − y the slope of σ has already cancelled against the loss.",
    ),
    Mistake(
        "dZ2 is dA2: the slope of the sigmoid is left out",
        {AFTER_DZ2: f"    dZ2 = dZ2 / (A2 * (1 - A2))\n{AFTER_DZ2}"},
        why="−y/a + (1 − y)/(1 − a) is dA2; times the slope a (1 − a) it is dZ2, and that is a − y.",
    ),
    Mistake(
        "the slope of the hidden activation is left out",
        {DZ1: "(W2.T @ dZ2)"},
        why="dZ1 = W2ᵀ dZ2 * g1′(Z1): the chain rule passes through g1.",
    ),
    Mistake(
        "the activation is used in place of its derivative",
        {"hidden.derivative(Z1)": "hidden.value(Z1)"},
        why="g1 is for the way forward, g1′ for the way back.",
    ),
    Mistake(
        "`hidden` itself is called",
        {"hidden.derivative(Z1)": "hidden(Z1)"},
        why="`hidden` is an object that holds two functions, hidden.value and hidden.derivative: call the second.",
    ),
    Mistake(
        "the slope multiplies dZ2 before W2ᵀ does",
        {DZ1: "W2.T @ (dZ2 * hidden.derivative(Z1))"},
        why="The slope belongs to layer 1: first back through W2ᵀ, to (n_h, m), then times g1′(Z1).",
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
        "A1 is not transposed in dW2",
        {"dZ2 @ A1.T": "dZ2 @ A1"},
        why="dW2 = dZ2 A1ᵀ / m: (n_y, m)(m, n_h), so that the product adds over the examples.",
    ),
    Mistake(
        "X is not transposed in dW1",
        {"dZ1 @ X.T": "dZ1 @ X"},
        why="dW1 = dZ1 Xᵀ / m: (n_h, m)(m, n_x), so that the product adds over the examples.",
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
)
