"""A matrix product in three loops."""

import numpy as np

from helpers.engine.check import Case, Exercise, Mistake
from helpers.exercises.paper import numbers
from helpers.speed.loops import matrix_product


def cases(rng):
    """Yield cases from small to large; no two sizes are equal where a mix-up could hide."""
    yield Case("two numbers", W=np.array([[3.0]]), A=np.array([[4.0]]))
    yield Case("a row and a column", W=np.array([[1.0, 2.0]]), A=np.array([[10.0], [100.0]]))
    yield Case("a column and a row", W=numbers(rng, 2, 1), A=numbers(rng, 1, 3))
    yield Case("two by two", W=numbers(rng, 2, 2), A=np.array([[1.0, 10], [100, 1000]]))
    W = rng.integers(1, 9, size=(2, 3))
    yield Case("whole numbers", W=W, A=np.array([[1], [0], [-1]]))
    yield Case("three sizes", W=rng.normal(size=(3, 5)), A=rng.normal(size=(5, 4)))


exercise = Exercise(
    matrix_product,
    points=1,
    cases=cases,
    rtol=1e-6,
    atol=1e-6,
    mistakes=(
        Mistake(
            "only the last product of each sum is kept",
            {"product[i, k] += ": "product[i, k] = "},
            why="An entry is a sum over j: add each product to what is there.",
        ),
        Mistake(
            "A is read by rows where it should be read by columns",
            {"* A[j, k]": "* A[k % A.shape[0], j % A.shape[1]]"},
            why="Entry (i, k) takes row i of W and column k of A: W[i, j] and A[j, k].",
        ),
        Mistake(
            "W is read by columns where it should be read by rows",
            {"W[i, j] *": "W[j % W.shape[0], i % W.shape[1]] *"},
            why="Entry (i, k) takes row i of W and column k of A: W[i, j] and A[j, k].",
        ),
        Mistake(
            "the numbers are added, not multiplied",
            {"W[i, j] * A[j, k]": "W[i, j] + A[j, k]"},
            why="Each term of the sum is a product, W[i, j] · A[j, k].",
        ),
        Mistake(
            "the last term of each sum is missing",
            {"range(W.shape[1])": "range(W.shape[1] - 1)"},
            why="range(q) goes from 0 to q − 1 already: that is all of the q terms.",
        ),
        Mistake(
            "the first term of each sum is missing",
            {"range(W.shape[1])": "range(1, W.shape[1])"},
            why="Counting begins at 0.",
        ),
        Mistake(
            "the result lies on its side",
            {"return product": "return product.T"},
            why="(p, q) times (q, r) is (p, r): a row for each row of W, a column for each column of A.",
        ),
        Mistake(
            "the sum is divided by its number of terms",
            {"    return product": "    return product / W.shape[1]"},
            why="An entry is the sum of the q products, not their mean.",
        ),
        Mistake(
            "the function returns inside its loop",
            {"    return product": "        return product"},
            why="A return inside the loop ends the function after the first row. Let the loops finish first.",
        ),
    ),
    hints=(
        "Three letters, three loops: i for the row, k for the column, and j for the sum that makes one entry.",
        "Begin with a table of zeros, (p, r). For every i, k and j add W[i, j] · A[j, k] to entry (i, k).",
        "p is W.shape[0], q is W.shape[1], r is A.shape[1]; the innermost line is product[i, k] += ...",
    ),
)
