"""Cost and gradient of all examples at once."""

from helpers.engine.check import Case, Exercise, Mistake
from helpers.exercises.cost_families import costs
from helpers.exercises.families import without
from helpers.exercises.gradient_families import gradients
from helpers.exercises.vectorization.material import examples, neuron
from helpers.logistic_regression import propagate


def cases(rng):
    """Yield cases from small to large."""
    yield Case("one input, one example", **neuron(rng, 1), **examples(rng, 1, 1))
    yield Case("two inputs, one example", **neuron(rng, 2), **examples(rng, 2, 1))
    yield Case("three inputs, four examples", **neuron(rng, 3), **examples(rng, 3, 4))
    yield Case("as many inputs as examples", **neuron(rng, 5), **examples(rng, 5, 5))
    yield Case("one input, six examples", **neuron(rng, 1), **examples(rng, 1, 6))
    yield Case("more inputs than examples", **neuron(rng, 30), **examples(rng, 30, 7))
    yield Case("two hundred examples", **neuron(rng, 4), **examples(rng, 4, 200))


WHY_M = "J is a mean over m examples, so its gradient is divided by m."

exercise = Exercise(
    propagate,
    points=4,
    cases=cases,
    quiet=True,
    returns=("dw", "db", "J"),
    mistakes=(
        Mistake("the sign of dZ is turned", {"A - Y": "Y - A"}, why="dz = a − y: output minus label."),
        Mistake("b is left out", {"w.T @ X + b": "w.T @ X"}, why="Z = wᵀX + b; b is added to every column."),
        Mistake(
            "db is an array with one entry instead of a number",
            {"np.sum(dZ) / m": "np.sum(dZ, axis=1, keepdims=True) / m"},
            why="b is a number, so db is one too: np.sum without an axis sums over everything.",
        ),
        Mistake(
            "the sigmoid is left out",
            {"A = sigmoid(Z)": "A = Z"},
            why="A = σ(Z): the outputs lie between 0 and 1.",
        ),
        Mistake(
            "dZ has the slope of the sigmoid once too often",
            {"dZ = A - Y": "dZ = (A - Y) * A * (1 - A)"},
            why="In a − y the slope of σ has already canceled against the loss.",
        ),
        Mistake(
            "dw was lost in a rank-1 array",
            {"X @ dZ.T / m": "(X @ dZ.T / m).ravel()"},
            why="dw has the shape of w, (n_x, 1), with two axes.",
        ),
        Mistake(
            "the parts come in another order: dw, J, db",
            {"return dw, db, cost(A, Y)": "return dw, cost(A, Y), db"},
            why="The order is dw, db, J.",
        ),
        *without(gradients(propagate), "m counts the outputs too"),
        *without(
            costs(propagate, "cost(A, Y)", "`J`: "),
            "`J`: the mean is taken over the outputs as well",
            "`J`: it is divided by the number of rows",
            "`J`: nothing keeps the logarithm away from 0",
            "`J`: nan is left out of the sum, and infinity stays",
        ),
    ),
    hints=(
        "It is the loop of the last notebook with every small letter grown to a row: z to Z, a to A, dz to dZ.",
        "Z = wᵀX + b, A = σ(Z), dZ = A − Y, dw = X dZᵀ / m, db = Σ dZ / m, J = the cost of A and Y.",
        "Six assignments. The number of examples is X.shape[1]; wᵀX is w.T @ X; the sum of all entries is np.sum.",
    ),
)
