"""Gradient descent, one array operation after the other."""

from helpers.engine.check import Case, Exercise, Mistake
from helpers.exercises.training import neuron_cases
from helpers.exercises.vectorization.material import examples, neuron
from helpers.logistic_regression import optimize

W_STEP = "w = w - learning_rate * dw"
B_STEP = "b = b - learning_rate * db"


def cases(rng):
    """Yield cases from small to large."""
    for note, n_x, m, learning_rate, iterations in (
        ("one step, one example", 1, 1, 0.5, 1),
        ("one step", 2, 4, 0.1, 1),
        ("two steps", 3, 5, 0.3, 2),
        ("no step at all", 2, 3, 0.1, 0),
        ("six steps", 4, 4, 0.05, 6),
        ("a large learning rate", 2, 8, 3.0, 6),
        ("fifteen steps, forty examples", 6, 40, 0.2, 15),
    ):
        size = {"learning_rate": learning_rate, "iterations": iterations}
        yield Case(note, **neuron(rng, n_x), **examples(rng, n_x, m), **size)
    yield from neuron_cases()


exercise = Exercise(
    optimize,
    points=3,
    cases=cases,
    returns=("w", "b", "costs"),
    mistakes=(
        Mistake(
            "the steps go uphill",
            {W_STEP: "w = w + learning_rate * dw", B_STEP: "b = b + learning_rate * db"},
            why="The gradient points uphill, so it is subtracted.",
        ),
        Mistake("w is never updated", {W_STEP: "pass"}, why="w must change as well: w − α dw."),
        Mistake("b is never updated", {B_STEP: "pass"}, why="b must change as well: b − α db."),
        Mistake(
            "the learning rate is left out",
            {W_STEP: "w = w - dw", B_STEP: "b = b - db"},
            why="The step is α times the gradient.",
        ),
        Mistake(
            "the caller's w is changed in place",
            {W_STEP: "w -= learning_rate * dw"},
            why="`w -= ...` writes into the caller's array; `w = w - ...` makes a new one.",
        ),
        Mistake(
            "the loop does one step too few",
            {"range(iterations)": "range(iterations - 1)"},
            why="range(iterations) counts from 0 to iterations − 1: that many steps.",
        ),
        Mistake(
            "it returns in the first step",
            {
                "        costs.append(J)\n    return w, b, costs": "        costs.append(J)\n        return w, b, costs"
            },
            why="The return stands after the loop, not in it.",
        ),
        Mistake(
            "only the last cost is returned",
            {"return w, b, costs": "return w, b, costs[-1:]"},
            why="costs is a list with one number a step.",
        ),
        Mistake(
            "the cost is noted after the update instead of before",
            {"costs.append(J)": "costs.append(propagate(w, b, X, Y)[2])"},
            why="J belongs to the w and b before the update.",
        ),
        Mistake(
            "b is updated with a gradient taken at the new w",
            {B_STEP: "b = b - learning_rate * propagate(w, b, X, Y)[1]"},
            why="Take both gradients at the same point, then step.",
        ),
        Mistake(
            "the gradient is computed only once",
            {
                "costs = []": "costs = []\n    dw, db, J = propagate(w, b, X, Y)",
                "        dw, db, J = propagate(w, b, X, Y)\n": "",
            },
            why="After each step the ground has another slope: compute it anew.",
        ),
        Mistake(
            "b takes its step with dw",
            {"learning_rate * db": "learning_rate * dw"},
            why="b moves by its own slope, db.",
        ),
        Mistake(
            "dw, db and J are unpacked in another order",
            {"dw, db, J = propagate(w, b, X, Y)\n": "J, dw, db = propagate(w, b, X, Y)\n"},
            why="propagate returns dw, db, J, in this order.",
        ),
        Mistake(
            "costs has one entry too many",
            {"return w, b, costs": "return w, b, [*costs, propagate(w, b, X, Y)[2]]"},
            why="One cost for each step, before its update; none after the last.",
        ),
        Mistake(
            "only the learning rate is subtracted",
            {"learning_rate * dw": "learning_rate", "learning_rate * db": "learning_rate"},
            why="A step is the learning rate times the slope: steep ground, long step.",
        ),
    ),
    hints=(
        "The same loop as `descend` of the last notebook: gradient, step, note the cost.",
        "w := w − α dw and b := b − α db. Slopes and cost come from propagate, at the w and b of this step.",
        "Start with costs = []; loop with range(iterations); assign new w and b; append J; return last.",
    ),
)
