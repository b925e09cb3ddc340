"""A product of matrices, back."""

from helpers.engine.check import Case, Exercise, Mistake
from helpers.exercises.paper import numbers
from helpers.operations import matmul_backward


def cases(rng):
    """Yield cases from small to large."""
    for note, n, k, m in (
        ("one of each", 1, 1, 1),
        ("a row times a column", 1, 3, 1),
        ("a column times a row", 3, 1, 2),
        ("everything square", 2, 2, 2),
        ("a layer: 4 units read 3, six examples", 4, 3, 6),
        ("more columns than rows", 2, 5, 7),
    ):
        yield Case(note, dC=numbers(rng, n, m), A=numbers(rng, n, k), B=numbers(rng, k, m))


exercise = Exercise(
    matmul_backward,
    points=2,
    cases=cases,
    returns=("dA", "dB"),
    mistakes=(
        Mistake(
            "dA: B is not transposed",
            {"dC @ B.T": "dC @ B"},
            why="dA has the shape of A: (n, m) times (m, k) is (n, k).",
        ),
        Mistake(
            "dB: A is not transposed",
            {"A.T @ dC": "A @ dC"},
            why="dB has the shape of B: (k, n) times (n, m) is (k, m).",
        ),
        Mistake(
            "dA and dB are exchanged",
            {"dC @ B.T, A.T @ dC": "A.T @ dC, dC @ B.T"},
            why="The docstring asks for (dA, dB).",
        ),
        Mistake(
            "in dA the factors are in the wrong order",
            {"dC @ B.T": "B.T @ dC"},
            why="A stands on the left of B in A B, so dC stands on the left of Bᵀ.",
        ),
        Mistake(
            "in dB the factors are in the wrong order",
            {"A.T @ dC": "dC @ A.T"},
            why="B stands on the right of A in A B, so dC stands on the right of Aᵀ.",
        ),
        Mistake(
            "`*` stands where `@` belongs",
            {"dC @ B.T, A.T @ dC": "dC * B.T, A.T * dC"},
            why="Each entry of A enters a whole row of C: its slope is a sum, and @ adds up.",
        ),
        Mistake(
            "it is divided by the number of columns",
            {"dC @ B.T, A.T @ dC": "dC @ B.T / dC.shape[1], A.T @ dC"},
            why="The operation knows nothing of examples. The 1/m is an operation of its own, at the end of the graph.",
        ),
        Mistake(
            "both are divided by the number of columns",
            {"dC @ B.T, A.T @ dC": "dC @ B.T / dC.shape[1], A.T @ dC / dC.shape[1]"},
            why="The operation knows nothing of examples. The 1/m is an operation of its own, at the end of the graph.",
            alone=True,
        ),
        Mistake(
            "in dA only the last summand is left",
            {"dC @ B.T, ": "np.outer(dC[:, -1], B[:, -1]), "},
            why="An entry of A enters a whole row of C, and its effects are added up: += instead of =.",
            alone=True,
        ),
        Mistake(
            "in dB only the last summand is left",
            {"A.T @ dC": "np.outer(A[-1], dC[-1])"},
            why="An entry of B enters a whole column of C, and its effects are added up: += instead of =.",
            alone=True,
        ),
        Mistake(
            "dA is transposed",
            {"dC @ B.T, ": "B @ dC.T, "},
            why="A gradient has the shape of the thing that it belongs to: dA is (n, k).",
        ),
        Mistake(
            "dB is transposed",
            {"A.T @ dC": "dC.T @ A"},
            why="A gradient has the shape of the thing that it belongs to: dB is (k, m).",
        ),
        Mistake(
            "the slopes are those of an entry-by-entry product",
            {"dC @ B.T, A.T @ dC": "dC * B, dC * A"},
            why="C = A B is a product of matrices: each entry of A enters a whole row of C.",
        ),
    ),
    hints=(
        "It is the linear half of a layer, A for W and B for A_previous, without the 1/m. Let the shapes decide.",
        "dA is (n, k), from dC, (n, m), and B, (k, m); dB is (k, m), from A, (n, k), and dC. One way of each fits.",
        "dA = dC Bᵀ and dB is Aᵀ times the other.",
    ),
)
