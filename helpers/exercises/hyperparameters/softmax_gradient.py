"""The gradient of softmax with cross-entropy."""

import numpy as np

from helpers.engine.check import Case, Exercise, Mistake
from helpers.softmax import one_hot, softmax_gradient


def cases(rng):
    """Yield one example, several, ten classes, and entries of ±1000."""
    yield Case("two classes, one example", Z=np.array([[0.0], [1.0]]), Y=np.array([[1.0], [0.0]]))
    yield Case("three classes, four examples", Z=rng.normal(size=(3, 4)), Y=one_hot([0, 2, 1, 1], 3))
    yield Case("ten classes", Z=3 * rng.normal(size=(10, 6)), Y=one_hot(rng.integers(0, 10, 6), 10))
    yield Case("as many classes as examples", Z=rng.normal(size=(5, 5)), Y=one_hot(rng.integers(0, 5, 5), 5))
    far = np.array([[1000.0, -1000.0], [0.0, 1000.0], [-1000.0, 0.0]])
    yield Case("far out, one right and one wrong", Z=far, Y=one_hot([0, 0], 3))


exercise = Exercise(
    softmax_gradient,
    points=2,
    cases=cases,
    quiet=True,
    mistakes=(
        Mistake(
            "the sign is lost",
            {"softmax(Z)": "2 * Y - softmax(Z)"},
            why="Raising z of a wrong class must raise the loss: there y = 0 and a > 0, so it is a − y.",
        ),
        Mistake(
            "softmax is forgotten",
            {"softmax(Z) - Y": "Z - Y"},
            why="A is the softmax of Z; the gradient compares probabilities with Y.",
        ),
        Mistake(
            "it is divided by m already",
            {"return ": "return np.divide(", " - Y\n": " - Y, Z.shape[1])\n"},
            why="Column i belongs to the loss of example i alone; the 1/m enters in dW and db.",
        ),
        Mistake(
            "it is multiplied by a (1 − a) once more",
            {"softmax(Z) - Y": "(softmax(Z) - Y) * softmax(Z) * (1 - softmax(Z))"},
            why="The derivative of softmax is in A − Y already: it canceled in the derivation.",
        ),
        Mistake(
            "only the own entry of softmax is differentiated",
            {"softmax(Z) - Y": "-Y * (1 - softmax(Z))"},
            why="Every a_j depends on every z_k, through the sum: for j ≠ k there is −a_j a_k.",
        ),
        Mistake(
            "it is the gradient with respect to A",
            {"softmax(Z) - Y": "-Y / np.maximum(softmax(Z), 1e-15)"},
            why="−y / a is dA; go one step further down, through softmax, to dZ.",
        ),
        Mistake(
            "a sigmoid stands where softmax should",
            {"softmax(Z)": "0.5 * (1 + np.tanh(0.5 * Z))"},
            why="With sigmoids the columns of A would not sum to 1.",
        ),
        Mistake(
            "it is the gradient with respect to A",
            {"softmax(Z) - Y": "-Y / softmax(Z)"},
            why="−y / a is dA; go one step further down, through softmax, to dZ.",
        ),
    ),
    hints=(
        "It looks exactly like the dZ of logistic regression.",
        "dZ = A − Y, with A = softmax(Z).",
        "You have softmax already: call it, and subtract the one-hot labels.",
    ),
)
