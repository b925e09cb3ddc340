"""How far an accuracy may be off by chance."""

from helpers.engine.check import Case, Exercise, Mistake
from helpers.metrics import standard_error


def cases(rng):
    """Yield a coin, four examples, a test set, an accuracy of 1, and random ones."""
    yield Case("a coin, 100 times", p=0.5, m=100)
    yield Case("9 of 10 right, more examples", p=0.9, m=5 * int(rng.integers(3, 12)))
    yield Case("one example", p=0.5, m=1)
    yield Case("everything right", p=1.0, m=10)
    yield Case("some 2,000 examples", p=0.86, m=int(rng.integers(1900, 2100)))
    yield Case("random", p=float(rng.uniform(0.6, 0.95)), m=int(rng.integers(100, 5000)))


exercise = Exercise(
    standard_error,
    points=1,
    cases=cases,
    mistakes=(
        Mistake(
            "the root is missing",
            {"np.sqrt(p * (1 - p) / m)": "p * (1 - p) / m"},
            why="p (1 − p) / m is the mean squared deviation, the variance; the standard error is its root.",
        ),
        Mistake(
            "m stands outside the root",
            {"np.sqrt(p * (1 - p) / m)": "np.sqrt(p * (1 - p)) / m"},
            why="Four times as many examples halve the error: it is divided by √m.",
        ),
        Mistake(
            "m is left out",
            {"(1 - p) / m": "(1 - p)"},
            why="That is the spread of one answer. The mean of m answers spreads √m times less.",
        ),
        Mistake(
            "it is divided by m − 1",
            {"(1 - p) / m": "(1 - p) / (m - 1 if m > 1 else m)"},
            why="The docstring divides by m. For large m it makes no difference.",
        ),
        Mistake("1 − p is missing", {"p * (1 - p)": "p"}, why="Where p is 1 nothing can vary: p (1 − p)."),
        Mistake("p is missing", {"p * (1 - p)": "(1 - p)"}, why="Where p is 0 nothing can vary: p (1 − p)."),
        Mistake(
            "it is two standard errors",
            {"return np": "return 2 * np"},
            why="One standard error is asked for; whoever reports may double it.",
        ),
        Mistake(
            "p² stands for p (1 − p)",
            {"p * (1 - p)": "p * p"},
            why="The second factor is 1 − p, the share wrong.",
        ),
    ),
    hints=(
        "An answer is 1 where it is right and 0 where it is wrong. How much does one vary, and the mean of m?",
        "One answer has the variance p (1 − p), the mean of m answers p (1 − p) / m. Its root is asked for.",
        "np.sqrt of a product divided by m.",
    ),
)
