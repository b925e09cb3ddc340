"""The loss of one example."""

from helpers.engine.check import Case, Exercise, Mistake
from helpers.exercises.cost_families import floors
from helpers.losses import loss


def cases(rng):
    """Yield cases from small to large."""
    yield Case("undecided, label 1", a=0.5, y=1)
    yield Case("label 1", a=float(rng.integers(2, 5)) / 10, y=1)
    yield Case("label 0", a=float(rng.integers(2, 5)) / 10, y=0)
    yield Case("nearly right, label 0", a=float(rng.integers(1, 10)) / 1000, y=0)
    yield Case("somewhere", a=float(rng.uniform(0.1, 0.9)), y=1)
    yield Case("quite sure and right", a=1.0, y=1, atol_=1e-9)
    yield Case("quite sure and wrong", a=0.0, y=1, rtol_=1e-3)
    yield Case("quite sure and wrong, label 0", a=1.0, y=0, rtol_=1e-3)


exercise = Exercise(
    loss,
    points=2,
    cases=cases,
    quiet=True,
    mistakes=(
        Mistake(
            "the minus sign in front is lost",
            {"return -(y": "return (y"},
            why="log a is negative for a below 1; the minus makes the loss positive.",
        ),
        Mistake(
            "the second part is missing",
            {" + (1 - y) * np.log(np.maximum(1 - a, 1e-15))": ""},
            why="For y = 0 only (1 − y) log(1 − a) is left; without it such examples cost nothing.",
        ),
        Mistake(
            "the first part is missing",
            {"y * np.log(np.maximum(a, 1e-15)) + ": ""},
            why="For y = 1 only y log a is left; without it such examples cost nothing.",
        ),
        Mistake(
            "label and opposite are mixed up",
            {"(y * np.log": "((1 - y) * np.log", "+ (1 - y)": "+ y"},
            why="y = 1 keeps log a, y = 0 keeps log(1 − a).",
        ),
        Mistake(
            "the second logarithm is taken of a",
            {"np.maximum(1 - a, 1e-15)": "np.maximum(a, 1e-15)"},
            why="For y = 0 the right output is 0, so the loss is −log(1 − a).",
        ),
        Mistake(
            "the logarithm is to base 10",
            {"(y * np.log(": "(y * np.log10(", "(1 - y) * np.log(": "(1 - y) * np.log10("},
            why="log is the natural logarithm, np.log; only then is the gradient simply a − y.",
        ),
        Mistake(
            "the logarithm is to base 2",
            {"(y * np.log(": "(y * np.log2(", "(1 - y) * np.log(": "(1 - y) * np.log2("},
            why="log is the natural logarithm, np.log.",
        ),
        Mistake(
            "it is the squared error",
            "def loss(a, y):\n    return (a - y) ** 2",
            why="The loss is −log of the probability given to the truth.",
        ),
        Mistake(
            "the minus reaches only the first part",
            {"return -(y": "return -y", "np.maximum(1 - a, 1e-15)))": "np.maximum(1 - a, 1e-15))"},
            why="−(y log a + (1 − y) log(1 − a)): the minus stands before the bracket and holds for both parts.",
        ),
        Mistake(
            "nothing keeps the logarithm away from 0",
            {"np.maximum(a, 1e-15)": "a", "np.maximum(1 - a, 1e-15)": "1 - a"},
            why="log 0 is minus infinity: for a = 0 and a = 1 keep the argument at 1e-15 or more.",
        ),
        Mistake(
            "the minus reaches only the second part",
            {"return -(y": "return (y", " + (1 - y)": " - (1 - y)"},
            why="−(y log a + (1 − y) log(1 − a)): the minus stands before the bracket and holds for both parts.",
        ),
        *floors(loss),
        *(
            Mistake(
                "the logarithm is left out",
                {"y * np.log(np.maximum(a, 1e-15)) + (1 - y) * np.log(np.maximum(1 - a, 1e-15))": likelihood},
                why="a^y (1 − a)^(1 − y) is the probability of the label. The loss is minus its logarithm.",
                alone=True,
            )
            for likelihood in ("a**y * (1 - a) ** (1 - y)", "y * a + (1 - y) * (1 - a)")
        ),
        Mistake(
            "the logarithm is that of `math`, and nothing keeps it away from 0",
            "def loss(a, y):\n    import math\n\n    return -(y * math.log(a) + (1 - y) * math.log(1 - a))",
            why="log 0 does not exist: for a = 0 and a = 1 keep the argument at 1e-15 or more.",
            alone=True,
        ),
    ),
    hints=(
        "For y = 1 the loss must be small when a is near 1 and grow without end toward a = 0; for y = 0 the mirror "
        "image.",
        "L(a, y) = −(y log a + (1 − y) log(1 − a)). Of the two parts one is always zero. np.log is the natural "
        "logarithm; np.maximum(a, 1e-15) is never less than 1e-15.",
        "Two products: the label times the log of a, and one minus the label times the log of one minus a, both "
        "arguments kept at 1e-15 or more. Add them and put a minus in front.",
    ),
)
