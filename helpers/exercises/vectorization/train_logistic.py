"""From examples to a trained neuron."""

from helpers.engine.check import Case, Exercise, Mistake
from helpers.exercises.training import cases_from_zeros
from helpers.exercises.vectorization.material import examples
from helpers.logistic_regression import train_logistic

START = "np.zeros((X.shape[0], 1), dtype=X.dtype)"


def cases(rng):
    """Yield cases from small to large."""
    for note, n_x, m, learning_rate, iterations in (
        ("one input, one example", 1, 1, 0.5, 1),
        ("three inputs, two examples", 3, 2, 0.1, 1),
        ("no step: the start itself", 4, 3, 0.1, 0),
        ("as many inputs as examples", 4, 4, 0.2, 5),
        ("twelve inputs", 12, 30, 0.1, 10),
        ("a large learning rate", 2, 9, 2.0, 6),
    ):
        yield Case(note, **examples(rng, n_x, m), learning_rate=learning_rate, iterations=iterations)
    yield from cases_from_zeros()


mistakes = (
    Mistake(
        "w starts as a rank-1 array and turns into a matrix",
        {START: "np.zeros(X.shape[0])"},
        why="(n_x,) minus the column dw is (n_x, n_x). A column needs two axes: (n_x, 1).",
    ),
    Mistake(
        "there are as many weights as examples",
        {START: "np.zeros((X.shape[1], 1))"},
        why="One weight for each input: the rows of X, X.shape[0].",
    ),
    Mistake(
        "w starts from ones instead of zeros",
        {"np.zeros": "np.ones"},
        why="The docstring asks for zeros; the cost of one neuron is convex, so any start would do in the end.",
    ),
    Mistake("b starts from 1", {"w, 0.0, X": "w, 1.0, X"}, why="The docstring asks for b = 0."),
    Mistake(
        "learning rate and iterations are fixed numbers",
        {"w, 0.0, X, Y, learning_rate, iterations": "w, 0.0, X, Y, 0.01, 100"},
        why="Hand on what the caller asked for.",
    ),
    Mistake(
        "w lies on its side",
        {START: "np.zeros((1, X.shape[0]))"},
        why="w is a column, (n_x, 1).",
    ),
    Mistake(
        "the number of weights is fixed",
        {START: "np.zeros((784, 1))"},
        why="X decides how many weights there are: X.shape[0].",
    ),
)

exercise = Exercise(
    train_logistic,
    points=2,
    cases=cases,
    equivalents={
        "np.zeros((X.shape[0], 1), dtype=X.dtype) → np.zeros((X.shape[0], 1))": "float64 weights are right for every X."
    },
    returns=("w", "b", "costs"),
    mistakes=mistakes,
    hints=(
        "Choose where to start, then let optimize do the walking.",
        "w of shape (n_x, 1), full of zeros, and b = 0.",
        "n_x is X.shape[0]; np.zeros takes the shape as one tuple.",
    ),
)
