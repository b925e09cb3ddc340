"""Bug clinic: a cost that multiplies every label with every output."""

import numpy as np

from helpers.engine.check import Case, Exercise, Mistake
from helpers.exercises.paper import shares
from helpers.losses import cost

START = '''\
def repair_cost(A, Y):
    """Return the cost J, the mean of the loss L(a, y) over m examples; A and Y are (1, m).

    It is right for one example. For more it is not, and nobody complains.
    """
    m = Y.shape[1]
'''


def mean_of(losses):
    """Return the source of the cost with these losses."""
    return f"{START}    losses = {losses}\n    return np.sum(losses) / m\n"


def cases(rng):
    """Yield cases from small to large, with outputs well inside 0 and 1."""
    for m in (1, 2, 3, 10, 200):
        Y = (rng.random((1, m)) < 0.5).astype(int)
        Y[0, : min(m, 2)] = [1, 0][: min(m, 2)]
        yield Case(f"m = {m}", A=shares(rng, 1, m), Y=Y)
    yield Case("one label only", A=np.array([[0.2, 0.7, 0.9]]), Y=np.array([[1, 1, 1]]))


exercise = Exercise(
    cost,
    name="repair_cost",
    points=1,
    cases=cases,
    mistakes=(
        Mistake(
            "every label is multiplied with every output, in a whole table, (m, m)",
            mean_of("-(Y * np.log(A).T + (1 - Y) * np.log(1 - A).T)"),
            why="A row times a column is (m, m). Label and output of the same example stand in the same column.",
        ),
        Mistake(
            "only the outputs of label 1 count",
            mean_of("-(Y * np.log(A))"),
            why="The loss has two terms; the second one counts where y = 0.",
        ),
        Mistake(
            "the losses are summed but not divided by m",
            mean_of("-m * (Y * np.log(A) + (1 - Y) * np.log(1 - A))"),
            why="J is the mean over the m examples: divide the sum by m. The mean of a single number is itself.",
        ),
        Mistake(
            "the minus sign is lost",
            mean_of("Y * np.log(A) + (1 - Y) * np.log(1 - A)"),
            why="The logarithm of a probability is negative; the loss is positive.",
        ),
        Mistake(
            "the first term is still a whole table",
            mean_of("-(Y * np.log(A).T + (1 - Y) * np.log(1 - A))"),
            why="Both terms need it: no .T in an entry-by-entry product.",
        ),
        Mistake(
            "the second term is still a whole table",
            mean_of("-(Y * np.log(A) + (1 - Y) * np.log(1 - A).T)"),
            why="Both terms need it: no .T in an entry-by-entry product.",
        ),
        Mistake(
            "the mean is taken over the whole table",
            mean_of("-(Y * np.log(A).T + (1 - Y) * np.log(1 - A).T) / m"),
            why="A table of m · m products has the wrong entries, however they are averaged. Look at its shape first.",
        ),
    ),
    repair={"-(Y * np.log(A).T + (1 - Y) * np.log(1 - A).T)": "-(Y * np.log(A) + (1 - Y) * np.log(1 - A))"},
    broken=("every label is multiplied with every output, in a whole table, (m, m)",),
    hints=(
        "Print the shape of `losses` for three examples. How many losses should there be?",
        "A row times a column, entry by entry, is a whole table: broadcasting copies both.",
        "The label and the output of one example must meet in the same column. What turns one of the two rows?",
    ),
)
