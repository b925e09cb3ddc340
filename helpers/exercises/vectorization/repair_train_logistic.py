"""Bug clinic: a rank-1 w that becomes a matrix without anyone noticing."""

from helpers.engine.check import Exercise, Mistake
from helpers.exercises.vectorization.train_logistic import cases, mistakes
from helpers.logistic_regression import train_logistic

RANK_1 = '''\
def repair_train_logistic(X, Y, learning_rate, iterations):
    """Return (w, b, costs), trained from zeros on X, (n_x, m), and Y, (1, m).

    It runs without a word, and w comes out as a matrix.
    """
    n_x, m = X.shape
    w, b, costs = np.zeros(n_x), 0.0, []
    for _ in range(iterations):
        A = sigmoid(w.T @ X + b)
        costs.append(cost(A.reshape(-1, m), Y))
        dZ = A - Y
        w = w - learning_rate * X @ dZ.T / m
        b = b - learning_rate * np.sum(dZ) / m
    return w, b, costs
'''

exercise = Exercise(
    train_logistic,
    name="repair_train_logistic",
    points=2,
    cases=cases,
    equivalents={
        "np.zeros((X.shape[0], 1), dtype=X.dtype) → np.zeros((X.shape[0], 1))": "float64 weights are right for every X."
    },
    returns=("w", "b", "costs"),
    mistakes=(
        Mistake(
            "w starts as a rank-1 array and turns into a matrix in the first step",
            RANK_1,
            why="(n_x,) minus a column (n_x, 1) is (n_x, n_x). Give w two axes from the start.",
        ),
        Mistake(
            "w starts as a row",
            RANK_1.replace("np.zeros(n_x)", "np.zeros((1, n_x))"),
            why="w is a column, (n_x, 1), so that w.T is the row.",
        ),
        Mistake(
            "w is a column only at the end",
            RANK_1.replace("return w, b", "return w.ravel()[:n_x, None], b"),
            why="Repair the start: by the end w has already been a matrix.",
        ),
        Mistake(
            "`*` stands where `@` belongs",
            RANK_1.replace("np.zeros(n_x)", "np.zeros((n_x, 1))").replace("X @ dZ.T", "X * dZ"),
            why="* multiplies entry by entry; dw = X dZᵀ / m adds up over the examples.",
        ),
        *(m for m in mistakes if m.name == "w starts from ones instead of zeros"),
    ),
    repair={"np.zeros(n_x)": "np.zeros((n_x, 1))"},
    broken=("w starts as a rank-1 array and turns into a matrix in the first step",),
    hints=(
        "Put `assert w.shape == (n_x, 1)` at the start of the loop and see in which round it stops.",
        "(n_x,) counts as a row, (1, n_x). What is a row minus a column?",
        "One line makes w. np.zeros takes a shape with two numbers as one tuple.",
    ),
)
