"""The gradient over m examples, in a loop."""

import numpy as np

from helpers.engine.check import Case, Exercise, Mistake
from helpers.exercises.cost_families import losses
from helpers.exercises.logistic_regression.material import examples, neuron
from helpers.exercises.paper import numbers
from helpers.logistic_loops import gradient_loop


def cases(rng):
    """Yield cases from small to large."""
    yield Case("one example, one feature", **neuron(rng, 1), **examples(rng, 1, 1))
    yield Case("one example, two features", **neuron(rng, 2), **examples(rng, 2, 1))
    # An even sum of the inputs, so that db is not 0: next to it every rounding is large.
    two = {**examples(rng, 1, 2), "X": numbers(rng, 1, 1) * np.array([[1.0, -3.0]])}
    yield Case("two examples, one feature", **neuron(rng, 1), **two)
    yield Case("three examples, two features", **neuron(rng, 2), **examples(rng, 2, 3))
    yield Case("five examples, four features", **neuron(rng, 4), **examples(rng, 4, 5))
    yield Case("forty examples, two features", **neuron(rng, 2), **examples(rng, 2, 40))


WHY_M = "The cost is the mean over the m examples, and so are all its slopes."

exercise = Exercise(
    gradient_loop,
    points=4,
    cases=cases,
    returns=("dw", "db", "J"),
    equivalents={
        "neuron(x, w, b) → neuron(w, x, b)": "Features times weights and weights times features are the same sum."
    },
    mistakes=(
        Mistake("the 1/m is forgotten in dw", {"return dw / m, db": "return dw, db"}, why=WHY_M),
        Mistake("the 1/m is forgotten in db", {"db / m,": "db,"}, why=WHY_M),
        Mistake("the 1/m is forgotten in J", {"J / m": "J"}, why=WHY_M),
        Mistake("m is the number of features", {"X.shape[1]": "X.shape[0]"}, why="Examples are columns."),
        Mistake(
            "only the last example counts",
            {"dw = dw + dw_i": "dw = dw_i", "db = db + db_i": "db = db_i"},
            why="Each example adds its part.",
        ),
        Mistake(
            "dw keeps only the last example",
            {"dw = dw + dw_i": "dw = dw_i"},
            why="Each example adds its part.",
        ),
        Mistake(
            "db keeps only the last example",
            {"db = db + db_i": "db = db_i"},
            why="Each example adds its part.",
        ),
        Mistake(
            "the first example is left out", {"in range(m)": "in range(1, m)"}, why="Columns count from 0."
        ),
        Mistake(
            "the last example is left out", {"in range(m)": "in range(m - 1)"}, why="range(m) ends before m."
        ),
        Mistake(
            "the sign is turned",
            {"dw = dw + dw_i": "dw = dw - dw_i", "db + db_i": "db - db_i"},
            why="It is the gradient itself that is asked for; the minus comes in the step downhill.",
        ),
        Mistake(
            "every example is compared with the first label",
            {"Y[0, i]": "Y[0, 0]"},
            why="Example i has label i: Y[0, i].",
        ),
        Mistake(
            "every example is the first one",
            {"X[:, [i]]": "X[:, [0]]"},
            why="Example i is column i of X.",
        ),
        Mistake(
            "the losses are not added up", {"J = J + loss": "J = loss"}, why="J is the mean of all losses."
        ),
        Mistake(
            "the parts come in another order",
            {"dw / m, db / m, J / m": "J / m, dw / m, db / m"},
            why="The order is dw, db, J.",
        ),
        Mistake(
            "it returns in the first round of the loop",
            {"y)\n    return dw": "y)\n        return dw"},
            why="The return stands after the loop, not in it.",
        ),
        Mistake(
            "nothing is divided by m",
            {"dw / m, db / m, J / m": "dw, db, J"},
            why=WHY_M,
        ),
        Mistake(
            "it divides by m in every round of the loop",
            {
                "loss(neuron(x, w, b), y)\n": "loss(neuron(x, w, b), y)\n        dw, db, J = dw / m, db / m, J / m\n",
                "return dw / m, db / m, J / m": "return dw, db, J",
            },
            why="First add up all examples, then divide once, after the loop.",
        ),
        Mistake(
            "an example was taken as a rank-1 array",
            {"X[:, [i]]": "X[:, i]"},
            why="X[:, i] has the shape (n_x,). X[:, [i]] stays a column, (n_x, 1).",
        ),
        Mistake(
            "dw starts as a rank-1 array",
            {"np.zeros(w.shape)": "np.zeros(len(w))"},
            why="(n_x,) counts as a row, and a row plus a column is a table. Start dw in the shape of w.",
        ),
        Mistake(
            "w already takes steps while the examples are still being visited",
            {"dw = dw + dw_i": "dw, w = dw + dw_i, w - dw_i"},
            why="The cost belongs to one w and one b: all examples see the same. The step comes later, in descend.",
        ),
        *losses(gradient_loop, "loss(neuron(x, w, b), y)", "`J`: "),
        Mistake(
            "dz has the slope of the sigmoid once too often",
            {
                "        dw = dw + dw_i": "        a = neuron(x, w, b)\n"
                "        dw_i, db_i = dw_i * a * (1 - a), db_i * a * (1 - a)\n"
                "        dw = dw + dw_i"
            },
            why="a − y is dz already; the slope of the sigmoid has canceled against the loss's.",
            alone=True,
        ),
    ),
    hints=(
        "One example gives dw and db. What does a whole class of examples say on average?",
        "dw = (1/m) Σ dw⁽ⁱ⁾, db = (1/m) Σ db⁽ⁱ⁾, J = (1/m) Σ L⁽ⁱ⁾. Column i as a column is X[:, [i]].",
        "Start dw as zeros in the shape of w, db and J as 0. In the loop over i add what backward_one gives and the "
        "loss of the neuron's output. After the loop divide all three by m.",
    ),
)
