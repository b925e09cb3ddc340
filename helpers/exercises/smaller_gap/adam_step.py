"""One step of Adam."""

import numpy as np

from helpers.engine.check import Case, Exercise, Mistake
from helpers.exercises.paper import numbers
from helpers.exercises.smaller_gap.material import array_and_slopes, squares
from helpers.optimizers import adam_step

CORRECTED = "V / (1 - beta1**t), S / (1 - beta2**t)"
NO_CORRECTION = Mistake(
    "the averages are not corrected",
    {CORRECTED: "V, S"},
    why="V and S begin at 0 and are too small at first, S more so: V / √S comes out too large in the first steps.",
)
NO_SQUARE = Mistake(
    "dW is not squared in S",
    {"dW**2": "dW"},
    why="S is an average of squares: without them it can be negative, and has no root.",
)
EPSILON_FIRST = Mistake(
    "ε is added before S is corrected",
    {
        "V_corrected / (np.sqrt(S_corrected) + epsilon)": "V_corrected * np.sqrt(1 - beta2**t) / (np.sqrt(S) + epsilon)"
    },
    why="This form saves two divisions, and with a tiny ε it hardly differs. The docstring adds ε to the root of the "
    "corrected S.",
    alone=True,
)


def cases(rng):
    """Yield first steps and later ones, arrays of several shapes, and other values of β1 and β2."""
    for note, shape, t, others in (
        ("the first step", (1, 2), 1, {}),
        ("the second step", (1, 2), 2, {}),
        ("a large ε", (1, 2), 2, {"beta1": 0.9, "beta2": 0.999, "epsilon": 0.1}),
        ("β1 = 0.5, β2 = 0.9", (2, 1), 3, {"beta1": 0.5, "beta2": 0.9}),
        ("step 10, everything square", (3, 3), 10, {}),
        ("step 1000", (4, 3), 1000, {}),
    ):
        V, S = numbers(rng, *shape), squares(rng, *shape)
        if t == 1:
            V, S = np.zeros(shape), np.zeros(shape)
        rate = 0.5 if t == 1 else 0.1
        yield Case(note, **array_and_slopes(rng, *shape), V=V, S=S, t=t, learning_rate=rate, **others)
    yield Case(
        "a gradient of 0",
        W=np.array([[1.0, 2.0]]),
        dW=np.array([[0.0, 0.5]]),
        V=np.zeros((1, 2)),
        S=np.zeros((1, 2)),
        t=1,
        learning_rate=0.1,
    )


exercise = Exercise(
    adam_step,
    points=4,
    cases=cases,
    returns=("W", "V", "S"),
    mistakes=(
        EPSILON_FIRST,
        NO_CORRECTION,
        NO_SQUARE,
        Mistake(
            "only V is corrected",
            {CORRECTED: "V / (1 - beta1**t), S"},
            why="S begins at 0 as well: divide it by 1 − β2ᵗ.",
        ),
        Mistake(
            "only S is corrected",
            {CORRECTED: "V, S / (1 - beta2**t)"},
            why="V begins at 0 as well: divide it by 1 − β1ᵗ.",
        ),
        Mistake(
            "the corrected averages are returned",
            {"step, V, S": "step, V_corrected, S_corrected"},
            why="The next step goes on with V and S as they are; corrected ones would be corrected again.",
        ),
        Mistake(
            "the root is left out",
            {"np.sqrt(S_corrected)": "S_corrected"},
            why="S is an average of squares: its root has the size of a gradient.",
        ),
        Mistake(
            "ε stands under the root",
            {"(np.sqrt(S_corrected) + epsilon)": "np.sqrt(S_corrected + epsilon)"},
            why="The docstring has √S + ε: the root first.",
        ),
        Mistake(
            "ε is added to the quotient",
            {"(np.sqrt(S_corrected) + epsilon)": "np.sqrt(S_corrected) + epsilon"},
            why="ε belongs to the root that divides: put √S + ε in brackets.",
        ),
        Mistake(
            "ε is added to the new W",
            {
                "(np.sqrt(S_corrected) + epsilon)": "np.sqrt(S_corrected)",
                "rate * step": "rate * step + epsilon",
            },
            why="ε belongs to the root that divides: put √S + ε in brackets.",
        ),
        Mistake(
            "ε is left out",
            {"(np.sqrt(S_corrected) + epsilon)": "np.sqrt(S_corrected)"},
            why="Where a gradient has always been 0, this is 0/0: ε keeps it finite.",
        ),
        Mistake(
            "β1 and β2 are exchanged",
            {"    V = beta1": "    beta1, beta2 = beta2, beta1\n    V = beta1"},
            why="β1 belongs to V, β2 to S.",
        ),
        Mistake(
            "S is averaged with β1",
            {"beta2 * S + (1 - beta2)": "beta1 * S + (1 - beta1)"},
            why="β1 belongs to V, β2 to S.",
        ),
        Mistake(
            "S is corrected with β1",
            {CORRECTED: "V / (1 - beta1**t), S / (1 - beta1**t)"},
            why="S is averaged with β2, so the share of its zero is β2ᵗ.",
        ),
        Mistake(
            "V is averaged with β2",
            {"beta1 * V + (1 - beta1)": "beta2 * V + (1 - beta2)"},
            why="β1 belongs to V, β2 to S.",
        ),
        Mistake(
            "V is corrected with β2",
            {CORRECTED: "V / (1 - beta2**t), S / (1 - beta2**t)"},
            why="V is averaged with β1, so the share of its zero is β1ᵗ.",
        ),
        Mistake(
            "the correction leaves out the power t",
            {CORRECTED: "V / (1 - beta1), S / (1 - beta2)"},
            why="After t steps the share of the zero is βᵗ, not β: it becomes smaller with every step.",
        ),
        Mistake(
            "the correction uses t − 1",
            {
                CORRECTED: "V / (1 - beta1 ** (t - 1) if t > 1 else 1), S / (1 - beta2 ** (t - 1) if t > 1 else 1)"
            },
            why="t is 1 in the first step, and the correction is then 1 − β.",
        ),
        Mistake(
            "it is multiplied by t instead of raised to it",
            {CORRECTED: "V / (1 - beta1 * t), S / np.abs(1 - beta2 * t)"},
            why="What is left of the zeros at the beginning is β to the power of t.",
        ),
        Mistake(
            "the factors 1 − β are forgotten",
            {"(1 - beta1) * dW": "dW", "(1 - beta2) * dW**2": "dW**2"},
            why="V and S are averages: their weights, β and 1 − β, sum to 1.",
        ),
        Mistake(
            "the step goes uphill",
            {"W - learning_rate": "W + learning_rate"},
            why="V is an average of gradients, which point uphill: subtract.",
        ),
        Mistake(
            "the step uses dW instead of V",
            {"step = V_corrected": "step = dW"},
            why="That is RMSProp. Adam has momentum too: corrected V takes the place of dW.",
        ),
        Mistake(
            "it is multiplied by the root instead of divided",
            {"V_corrected / (": "V_corrected * ("},
            why="Where gradients are large, the step shall be short: divide.",
        ),
        Mistake(
            "V and S are returned in another order",
            {"step, V, S": "step, S, V"},
            why="The docstring asks for (W, V, S).",
        ),
        Mistake(
            "S averages the squares of V",
            {"dW**2": "V**2"},
            why="S is the average of dW², not of V².",
        ),
    ),
    hints=(
        "Momentum for the direction, RMSProp for the length, and both averages corrected for their start at 0.",
        "V = β1 V + (1 − β1) dW, S = β2 S + (1 − β2) dW²; then W − α · V/(1 − β1ᵗ) / (√(S/(1 − β2ᵗ)) + ε).",
        "Give the corrected averages names of their own: V and S themselves are returned.",
    ),
)
