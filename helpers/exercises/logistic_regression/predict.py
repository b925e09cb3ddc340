"""From outputs to answers."""

import numpy as np

from helpers.engine.check import Case, Exercise, Mistake
from helpers.exercises.logistic_regression.material import examples, neuron
from helpers.logistic_loops import predict


def case(rng, n_x, m):
    """Return w, b and X."""
    return {**neuron(rng, n_x), "X": examples(rng, n_x, m)["X"]}


def cases(rng):
    """Yield cases from small to large."""
    yield Case("one example", **case(rng, 2, 1))
    yield Case("on both sides", w=np.array([[1.0]]), b=0.0, X=np.array([[2.0, -0.1, 0.1, -2.0]]))
    yield Case("a bias that decides", w=np.array([[0.1]]), b=-3.0, X=np.array([[-1.0, 0.0, 1.0, 40.0]]))
    yield Case("twelve examples", **case(rng, 3, 12))


exercise = Exercise(
    predict,
    points=2,
    cases=cases,
    equivalents={
        "neuron(X[:, [i]], w, b) > 0.5 → neuron(X[:, [i]], w, b) >= 0.5": "At exactly ½ either answer is as good.",
        "neuron(X[:, [i]], w, b) → neuron(w, X[:, [i]], b)": "w · x is x · w.",
        "np.zeros((1, X.shape[1]), dtype=int) → np.zeros((1, X.shape[1]))": "0.0 and 1.0 are the same answers.",
    },
    mistakes=(
        Mistake("the answers are swapped", {"> 0.5": "< 0.5"}, why="1 where the output is above ½."),
        Mistake(
            "the border is 0, not ½", {"> 0.5": "> 0"}, why="Outputs are always above 0; the border is ½."
        ),
        Mistake(
            "no answer is ever set to 1",
            {"> 0.5": ">= 1"},
            why="An answer is 1 where the output is above ½, and it has to be written into the row, with a single `=`.",
            alone=True,
        ),
        Mistake("the bias is left out", {", b) > 0.5": ", 0.0) > 0.5"}, why="The neuron needs its b."),
        Mistake(
            "the outputs were not turned into 0 and 1",
            {", dtype=int": "", " > 0.5": ""},
            why="An answer is 0 or 1; the output is only a probability.",
        ),
        Mistake(
            "all examples get the first one's answer",
            {"X[:, [i]]": "X[:, [0]]"},
            why="Example i is column i of X.",
        ),
        Mistake(
            "the row became rank-1",
            {"return predictions": "return predictions[0]"},
            why="Predictions have the shape of Y, (1, m).",
        ),
        Mistake(
            "the answers stand in a column",
            {"return predictions": "return predictions.T"},
            why="Predictions have the shape of Y, (1, m).",
        ),
        Mistake(
            "the last example is left out",
            {"for i in range(X.shape[1])": "for i in range(X.shape[1] - 1)"},
            why="range(m) already ends before m.",
        ),
        Mistake(
            "z is compared with ½ instead of a",
            {"neuron(X[:, [i]], w,": "np.add(np.sum(w * X[:, [i]]),"},
            why="a = σ(z) above ½ means z above 0.",
        ),
        Mistake(
            "m is the number of features",
            {"(1, X.shape[1])": "(1, X.shape[0])", "range(X.shape[1])": "range(X.shape[0])"},
            why="Examples are columns: there are X.shape[1] of them.",
        ),
        Mistake(
            "labels are −1 and 1",
            {"return predictions": "return 2 * predictions - 1"},
            why="The labels are 0 and 1.",
        ),
    ),
    hints=(
        "An output above ½ says: more likely yes than no.",
        "ŷ⁽ⁱ⁾ = 1 if a⁽ⁱ⁾ > ½, else 0, in a row of m.",
        "Make a row of m zeros, loop over the columns, and write a 1 where the neuron's output is above ½.",
    ),
)
