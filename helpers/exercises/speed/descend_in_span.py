"""Logistic regression in the span of its examples."""

from helpers.engine.check import Case, Exercise, Mistake
from helpers.exercises.families import without
from helpers.exercises.paper import numbers
from helpers.exercises.training import cases_from_zeros
from helpers.exercises.training_families import training
from helpers.speed.span import descend_in_span


def case(rng, note, n_x, m, learning_rate, iterations):
    """Return a case on G = XᵀX of random examples with both labels where m allows it."""
    X, Y = numbers(rng, n_x, m), (rng.random((1, m)) < 0.5).astype(float)
    Y[0, : min(m, 2)] = [1, 0][: min(m, 2)]
    return Case(note, G=X.T @ X, Y=Y, learning_rate=learning_rate, iterations=iterations)


def cases(rng):
    """Yield cases from small to large."""
    yield case(rng, "one example, one step", 3, 1, 0.5, 1)
    yield case(rng, "two examples, one step", 4, 2, 0.1, 1)
    yield case(rng, "three examples, two steps", 10, 3, 0.1, 2)
    yield case(rng, "fewer inputs than examples", 2, 6, 0.2, 5)
    yield case(rng, "many inputs", 500, 8, 0.002, 12)
    yield case(rng, "no step at all", 5, 4, 0.1, 0)
    for known in cases_from_zeros():
        X = known.args.pop("X")
        yield Case(known.note, G=X.T @ X, **known.args)


exercise = Exercise(
    descend_in_span,
    points=3,
    cases=cases,
    returns=("s", "b", "costs"),
    mistakes=(
        Mistake(
            "the step of s is multiplied with G",
            {"learning_rate * dZ.T / m": "learning_rate * G @ dZ.T / m"},
            why="w = X s and dw = X dZᵀ/m: the X stands in front of both, so s moves by α dZᵀ/m alone.",
        ),
        Mistake(
            "the 1/m is missing in s",
            {"learning_rate * dZ.T / m": "learning_rate * dZ.T"},
            why="dw = X dZᵀ / m.",
        ),
        Mistake(
            "the 1/m is missing in b",
            {"np.sum(dZ) / m": "np.sum(dZ)"},
            why="db is the mean of dZ.",
        ),
        Mistake("b is left out of Z", {"s.T @ G + b": "s.T @ G"}, why="Z = sᵀG + b."),
        Mistake("the error is turned: Y − A", {"A - Y": "Y - A"}, why="dZ = A − Y."),
        Mistake(
            "s lies on its side",
            {"return s, b, costs": "return s.T, b, costs"},
            why="w = X s is (n_x, m) times (m, 1): s is a column.",
        ),
        Mistake(
            "b never moves", {"b - learning_rate * np.sum(dZ) / m": "b"}, why="b moves as it always did."
        ),
        *without(
            training(descend_in_span),
            "it stops as soon as the cost is small",
            "the steps go uphill",
        ),
    ),
    hints=(
        "Put w = X s into Z = wᵀX + b: where does X appear, and in what company?",
        "Z = sᵀ(XᵀX) + b = sᵀG + b. From w − α X dZᵀ/m = X (s − α dZᵀ/m) follows the step of s.",
        "It is `optimize` of 03_vectorization with G for X and s for w, but without the X in front of dZᵀ.",
    ),
)
